import { aMembership, head, senco, stranger } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { type OwnCheck, type RecordOwnCheck, recordOwnCheck } from './own-check.ts';
import { ada, byClock, byHand, now, refusalOf, stateAfter, today, worksOf } from './quality.fixture.ts';

const facts = { members: [aMembership(senco, ['requester']), aMembership(head, ['approver', 'contact'])] };
const command = (told: Partial<RecordOwnCheck> = {}): RecordOwnCheck => ({
  ...byHand(senco),
  buyerRef: '113800',
  providerRef: 'P-0001',
  checkedOn: localDate('2026-11-20'),
  headings: ['insurance', 'visited'],
  reviewOn: localDate('2027-07-20'),
  ...told,
});
const record = (told: Partial<RecordOwnCheck> = {}, present?: OwnCheck) => recordOwnCheck(present, command(told), facts);

describe("R1, R2: a school's own check of a provider (row 25)", () => {
  test('says who of the school checked, when, what, and when it is looked at again; it is one audit event and asks nothing else', () => {
    const decided = record({ note: 'The gate has a new lock.' });
    expect(stateAfter(decided)).toMatchObject({
      ref: 'OC-113800-P-0001',
      checkedOn: '2026-11-20',
      checkedBy: senco,
      headings: ['visited', 'insurance'],
      note: 'The gate has a new lock.',
      reviewOn: '2027-07-20',
      version: 1,
    });
    expect(worksOf(decided)).toEqual([expect.objectContaining({ kind: 'record-audit', action: 'own-check-recorded' })]);
  });

  test('is renewed on the same record: the last one stands, the earlier is a line of the history', () => {
    const first = stateAfter(record({ note: 'Seen with the head.' }));
    const second = stateAfter(record({ ...byHand(head), checkedOn: today, reviewOn: localDate('2027-11-24') }, first));
    expect(second).toMatchObject({ version: 2, checkedBy: head, checkedOn: today, note: undefined });
    expect(second.history.map(({ by, what, comment }) => [by, what, comment])).toEqual([
      [senco.name, 'Own check of 20 November 2026, review due by 20 July 2027', 'Seen with the head.'],
      [head.name, 'Own check of 24 November 2026, review due by 24 November 2027', undefined],
    ]);
  });

  test('the same command twice changes nothing', () => {
    const once = command();
    const present = stateAfter(recordOwnCheck(undefined, once, facts));
    const again = recordOwnCheck(present, once, facts);
    expect(again).toMatchObject({ ok: true, replay: { version: 1 } });
    expect(stateAfter(again)).toBe(present);
  });

  test('is nobody else’s: not the council, not another school, not one who has left, not the clock', () => {
    expect(refusalOf(record(byHand(ada))).code).toBe('not-yours');
    expect(refusalOf(record(byHand(stranger))).code).toBe('not-yours');
    const left = { members: [aMembership(senco, ['requester'], { status: 'removed' })] };
    expect(refusalOf(recordOwnCheck(undefined, command(), left)).code).toBe('not-yours');
    expect(refusalOf(record(byClock(now))).code).toBe('not-a-person');
  });

  test.each<readonly [string, Partial<RecordOwnCheck>, string, string]>([
    ['a day that has not come', { checkedOn: localDate('2026-11-25') }, 'dates-not-allowed', '/checkedOn'],
    ['nothing that was checked', { headings: [] }, 'reason-required', '/headings'],
    ['a review before the check', { reviewOn: localDate('2026-11-19') }, 'dates-not-allowed', '/reviewOn'],
    ['a review on the day of the check', { checkedOn: today, reviewOn: today }, 'dates-not-allowed', '/reviewOn'],
    ['a review that is past', { checkedOn: localDate('2026-10-01'), reviewOn: localDate('2026-11-23') }, 'dates-not-allowed', '/reviewOn'],
    ['a review later than a year', { reviewOn: localDate('2027-11-21') }, 'dates-not-allowed', '/reviewOn'],
    ['a check of long ago', { checkedOn: localDate('2025-11-20'), reviewOn: today }, 'dates-not-allowed', '/checkedOn'],
    ['R40: a note that names a pupil', { note: 'Her date of birth is 12/03/2014' }, 'text-names-a-pupil', '/note'],
  ])('%s is refused at its field', (_what, told, code, field) => {
    expect(refusalOf(record(told))).toMatchObject({ code, field });
  });

  test('a review of today, or a year after the check to the day, will do', () => {
    expect(record({ reviewOn: today }).ok).toBe(true);
    expect(record({ reviewOn: localDate('2027-11-20') }).ok).toBe(true);
    expect(record({ checkedOn: localDate('2025-11-24'), reviewOn: today }).ok).toBe(true);
  });

  test('a check of more than a year ago is made again; one of a year ago is looked at today', () => {
    const old = (checkedOn: string) => refusalOf(record({ checkedOn: localDate(checkedOn), reviewOn: localDate('2027-01-01') }));
    expect(old('2025-11-23')).toMatchObject({
      detail: 'This check is older than 12 months. Check again, and record that check.',
      field: '/checkedOn',
    });
    expect(old('2025-11-24')).toMatchObject({
      detail: 'Enter a day for the review that is not past, and by 24 November 2026 at the latest.',
      field: '/reviewOn',
    });
  });
});
