import { addDays, localDate } from '../days/local-date.ts';
import { livePlacementStates, type Placement } from './placement.ts';
import { narrowedPlacements, type PlacementFilter } from './placement-filter.ts';
import { placementTable } from './placement-table.ts';
import { registeredWords, reviewWords, standsWords, weeksWords } from './placement-words.ts';
import { ageBandOf, endBandOf, reviewStandOf, timeBandOf, weeksRun } from './watch.ts';

const today = localDate('2027-04-13');
const aPlacement = (told: Partial<Placement> = {}): Placement => ({
  ref: 'CO-1',
  orderNumber: 'AP-000001',
  state: 'active',
  held: false,
  buyerName: 'Vale Academy',
  providerName: 'Greenway',
  registeredSchool: false,
  serviceName: 'Woodland days',
  lotName: 'Engagement',
  arrangedBy: 'school',
  payer: 'school',
  pupilRef: 'Y9-014',
  hoursPerWeek: 10,
  sessionsPerWeek: 4,
  startsOn: localDate('2027-01-12'),
  endsOn: localDate('2027-07-21'),
  reviewOverdue: false,
  ...told,
});

describe('row 72: what the council looks for among placements', () => {
  test('how long one has run: whole weeks from its start on, and whether it should have started', () => {
    const after = (days: number, state: Placement['state'] = 'active') => {
      const placement = aPlacement({ state, startsOn: addDays(today, -days) });
      return [ageBandOf(placement, today), weeksRun(placement, today), weeksWords(placement, today)];
    };
    expect(after(0)).toEqual(['to-6', 0, '0 weeks']);
    expect(after(13)).toEqual(['to-6', 1, '1 week']);
    expect(after(41)).toEqual(['to-6', 5, '5 weeks']);
    expect(after(42)).toEqual(['to-12', 6, '6 weeks']);
    expect(after(83, 'paused')).toEqual(['to-12', 11, '11 weeks']);
    expect(after(84, 'notice-given')).toEqual(['over-12', 12, '12 weeks']);
    expect(after(0, 'accepted')).toEqual(['to-start', undefined, 'To start']);
    expect(after(1, 'accepted')).toEqual(['late', undefined, 'Not started on its first day']);
    expect(weeksRun(aPlacement({ startsOn: addDays(today, 3) }), today)).toBe(0);
  });

  test('whether its last day is past, within four weeks, or later', () => {
    const ends = (days: number) => endBandOf({ endsOn: addDays(today, days) }, today);
    expect([-1, 0, 28, 29].map(ends)).toEqual(['past', 'near', 'near', 'later']);
  });

  test('R5: whether its reviews are held, and that none was held yet', () => {
    expect(reviewStandOf(aPlacement())).toBe('none');
    expect(reviewStandOf(aPlacement({ lastReviewOn: today }))).toBe('held');
    expect(reviewStandOf(aPlacement({ lastReviewOn: today, reviewOverdue: true }))).toBe('overdue');
    expect(reviewStandOf(aPlacement({ state: 'accepted' }))).toBeUndefined();
    expect(reviewWords(aPlacement())).toBe('');
    expect(reviewWords(aPlacement({ reviewDueOn: today }))).toBe('Due by 13 Apr 2027');
    expect(reviewWords(aPlacement({ reviewDueOn: today, reviewOverdue: true }))).toBe('Overdue since 13 Apr 2027');
  });

  test('R26: full-time is ten sessions a week', () => {
    expect([9, 10, 11].map((sessionsPerWeek) => timeBandOf({ sessionsPerWeek }))).toEqual(['part', 'full', 'full']);
  });

  test('how it stands, a hold first; and whether its provider is registered, where that is known', () => {
    expect(livePlacementStates.map((state) => standsWords({ state, held: false }))).toEqual([
      'To start',
      'Running',
      'Paused by the school',
      'Notice given',
    ]);
    expect(standsWords(aPlacement({ state: 'paused', held: true }))).toBe('Provider paused');
    expect([true, false, undefined].map((registeredSchool) => registeredWords({ registeredSchool }))).toEqual([
      'Registered school',
      'Not a registered school',
      'Not known',
    ]);
  });

  test('each filter narrows by itself and together with others; an empty one narrows nothing', () => {
    const other = aPlacement({
      ref: 'CO-2',
      orderNumber: 'AP-000002',
      state: 'paused',
      buyerName: 'Hilltop School',
      registeredSchool: true,
      lotName: 'Teaching',
      payer: 'council-budget',
      sessionsPerWeek: 10,
      startsOn: localDate('2027-04-01'),
      endsOn: localDate('2027-04-20'),
      lastReviewOn: localDate('2027-04-10'),
    });
    const left = (filter: PlacementFilter) => narrowedPlacements([aPlacement(), other], filter, today).map(({ ref }) => ref);
    for (const filter of [
      { words: 'HILLTOP ap-000002' },
      { buyer: 'Hilltop School' },
      { lot: 'Teaching' },
      { payer: 'council-budget' },
      { stands: 'Paused by the school' },
      { age: 'to-6' },
      { end: 'near' },
      { review: 'held' },
      { time: 'full' },
      { registered: 'Registered school' },
    ] as const)
      expect([filter, left(filter)]).toEqual([filter, ['CO-2']]);
    expect(left({ buyer: 'Hilltop School', time: 'part' })).toEqual([]);
    for (const nothing of [{}, { words: ' ', buyer: '', lot: '', payer: '', age: '', end: '', review: '', time: '' }] as const)
      expect(left(nothing)).toEqual(['CO-1', 'CO-2']);
    for (const words of ['greenway', 'woodland', 'engagement', 'y9-014']) expect(left({ words, payer: 'school' })).toEqual(['CO-1']);
    expect(left({ words: '  greenway\t\tap-000001 ' })).toEqual(['CO-1']);
    // No word goes from the end of one name to the beginning of the next.
    for (const words of ['greenway nowhere', 'academygreenway', 'greenwaywoodland']) expect(left({ words })).toEqual([]);
  });

  /** The rows of the file as its reader sees them: what stands under which heading. */
  const sheet = (...rows: readonly Placement[]) => {
    const [headings = [], ...cells] = placementTable(rows, today);
    return cells.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])));
  };

  test('the file has a column for each, and what is not known is left blank', () => {
    expect(sheet(aPlacement())).toStrictEqual([
      {
        Order: 'AP-000001',
        Request: 'CO-1',
        'School or department': 'Vale Academy',
        Provider: 'Greenway',
        'Registered school': 'Not a registered school',
        Service: 'Woodland days',
        Lot: 'Engagement',
        'Pupil reference': 'Y9-014',
        'Arranged by': 'The school',
        'Paid by': 'The school',
        Stands: 'Running',
        'Hours a week': 10,
        'Sessions a week': 4,
        Time: 'Part-time',
        Starts: '2027-01-12',
        'Weeks so far': 13,
        Ends: '2027-07-21',
        End: 'Later',
        'Review due by': '',
        'Review overdue': 'No',
        'Last review': '',
        Reviews: 'None held yet',
      },
    ]);
    const arranged = { arrangedBy: 'council', payer: 'council-budget' } as const;
    const reviewed = { lastReviewOn: localDate('2027-02-01'), reviewDueOn: localDate('2027-03-15') };
    expect(sheet(aPlacement({ ...arranged, ...reviewed }), aPlacement({ ...reviewed, reviewOverdue: true }))).toMatchObject([
      { 'Arranged by': 'The council', 'Last review': '2027-02-01', 'Review due by': '2027-03-15', 'Review overdue': 'No', Reviews: 'Held' },
      { 'Arranged by': 'The school', 'Last review': '2027-02-01', 'Review overdue': 'Yes', Reviews: 'Overdue' },
    ]);
    expect(sheet(aPlacement({ state: 'accepted' }))).toMatchObject([{ 'Weeks so far': '', Reviews: '' }]);
  });
});
