import { localDate } from '../days/local-date.ts';
import { agesNoted, overDays, unmetNeedOf } from './unmet-need.ts';

const now = '2026-11-24T23:30:00Z';

test('row 30: of a search that found nothing its needs, ages, area and reach are kept in words of closed lists', () => {
  const search = { needs: ['SEMH', 'ASC', 'SEMH'], keyStages: ['KS3'], age: 13, near: 'DT1', radius: 15, lots: ['lot-1'] } as const;
  expect(unmetNeedOf(search, ['forest school'], false, now)).toStrictEqual({
    day: '2026-11-24',
    reason: 'no-match',
    lots: ['lot-1'],
    needs: ['ASC', 'SEMH'],
    keyStages: ['KS3'],
    modes: [],
    concepts: ['forest school'],
    ages: '11 to 13',
    outcode: 'DT1',
    within: 20,
  });
});

test.each([
  [4, '4 to 6'],
  [7, '7 to 10'],
  [10, '7 to 10'],
  [11, '11 to 13'],
  [14, '14 to 15'],
  [16, '16 to 25'],
])('an age of %i is one of %s', (age, ages) => expect(unmetNeedOf({ age }, [], false, now)).toMatchObject({ ages }));

test.each([
  [11, 15, '11 to 15'],
  [6, 7, '4 to 10'],
  [12, 12, '11 to 13'],
  [4, 25, '4 to 25'],
])('a group from %i to %i is one of %s', (age, ageTo, ages) => {
  expect(unmetNeedOf({ age, ageTo }, [], false, now)).toMatchObject({ ages });
  expect(agesNoted).toContain(ages);
});

test('ages are noted from the first of a band to the last of the same or a later one', () => {
  expect(agesNoted.map((ages) => ages.split(' to ').map(Number)).filter(([from = 0, to = 0]) => from >= to)).toEqual([]);
  expect([agesNoted.length, agesNoted[0], agesNoted.at(-1)]).toEqual([15, '4 to 6', '16 to 25']);
});

test('the oldest age of a group alone is no age', () => {
  expect(unmetNeedOf({ ageTo: 14 }, [], false, now)).toBeUndefined();
  expect(unmetNeedOf({ ageTo: 14, needs: ['SEMH'] }, [], false, now)).not.toHaveProperty('ages');
});

test('what has a service but no place in time is told apart, and what was not asked is not noted', () => {
  expect(unmetNeedOf({ modes: ['online'] }, [], true, now)).toStrictEqual({
    day: '2026-11-24',
    reason: 'no-places',
    lots: [],
    needs: [],
    keyStages: [],
    modes: ['online'],
    concepts: [],
  });
});

test.each([
  [5, 5],
  [6, 10],
  [41, 200],
])('within %i miles is noted as %i', (radius, within) => expect(unmetNeedOf({ age: 9, radius }, [], false, now)).toMatchObject({ within }));

test('a search that says no need is not noted: where and how far alone is none', () => {
  expect(unmetNeedOf({ near: 'DT1', radius: 5 }, [], false, now)).toBeUndefined();
});

test('days are put together by what was asked for alike, the most often asked first', () => {
  const need = { reason: 'no-match', lots: [], keyStages: [], modes: [], concepts: [] } as const;
  const on = (day: string, needs: readonly ('SEMH' | 'ASC')[], searches: number) => ({ ...need, day: localDate(day), needs, searches });
  expect(overDays([on('2026-11-24', ['ASC'], 2), on('2026-11-24', ['SEMH'], 2), on('2026-11-25', ['SEMH'], 1)])).toEqual([
    { ...need, needs: ['SEMH'], searches: 3 },
    { ...need, needs: ['ASC'], searches: 2 },
  ]);
});

test('days are put together however their needs were written down, and of those asked for as often the first by their words come first', () => {
  const lists = { lots: [], needs: [], keyStages: [], modes: [] } as const;
  const found = overDays([
    { day: localDate('2026-11-24'), searches: 3, reason: 'no-places', ...lists, concepts: ['mentoring'] },
    { day: localDate('2026-11-25'), concepts: ['boxing'], ...lists, reason: 'no-places', searches: 1 },
    { day: localDate('2026-11-26'), reason: 'no-places', searches: 2, ...lists, concepts: ['boxing'] },
    { day: localDate('2026-11-26'), reason: 'no-match', searches: 4, ...lists, concepts: ['boxing'] },
  ]);
  expect(found.map(({ searches, concepts, reason }) => `${searches} ${reason} ${concepts.join()}`)).toEqual([
    '4 no-match boxing',
    '3 no-places boxing',
    '3 no-places mentoring',
  ]);
});
