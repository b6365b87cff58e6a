import { type ConcernPage, concernPlace, fromConcernPath } from './concern-place.ts';
import { fromPath, toPath } from './place.ts';

test.each<ConcernPage>([
  { at: 'mine' },
  { at: 'report', about: { serviceRef: 'S-0042' } },
  { at: 'report', about: { callOffRef: 'CO-7K3M-Q9AB' } },
])('the address of %j leads there again', (page) => {
  const place = fromPath(toPath(concernPlace(page)));
  expect(place.at === 'concerns' && fromConcernPath(place.path)).toEqual(page);
});

test("an address that nobody made leads to one's own reports", () => {
  for (const path of ['provider/P-1', 'service/', 'service', '%E0%A4%A']) expect(fromConcernPath(path)).toEqual({ at: 'mine' });
});
