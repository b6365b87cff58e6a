import { nextMonday } from './a-request.ts';

test.each([
  ['in term', '2026-11-29', '2026-12-07'],
  ['before Christmas: after the holidays, and after the day on which staff are trained', '2026-12-10', '2027-01-11'],
  ['at the end of the summer term: in the autumn', '2027-07-01', '2027-09-06'],
])('requests of tests begin in a whole week of school: %s', (_when, now, monday) => {
  expect(nextMonday(`${now}T12:00:00Z`)).toBe(monday);
});

test('where the terms of the sample end it is said', () => {
  expect(() => nextMonday('2029-01-01T12:00:00Z')).toThrow('sampleTermDates');
});
