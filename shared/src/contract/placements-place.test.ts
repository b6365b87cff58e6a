import { localDate } from '../domain/days/local-date.ts';
import { fromPath, toPath } from './place.ts';
import { fromPlacementsPath, placementsPlace } from './placements-place.ts';

test.each([
  [{ at: 'day' }, '/placements'],
  [{ at: 'day', date: localDate('2027-04-13') }, '/placements/2027-04-13'],
  [{ at: 'all' }, '/placements/all'],
  [{ at: 'census' }, '/placements/census'],
] as const)('%j has an address and is found by it', (page, path) => {
  expect(toPath(placementsPlace(page))).toBe(path);
  const place = fromPath(path);
  expect(place.at === 'placements' && fromPlacementsPath(place.path)).toEqual(page);
});

test('an address that is no page is today', () => {
  expect(fromPlacementsPath('2027-02-30')).toEqual({ at: 'day' });
});
