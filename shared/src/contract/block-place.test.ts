import { localDate } from '../domain/days/local-date.ts';
import { type BlockPage, blockPlace, fromBlockPath } from './block-place.ts';
import { fromPath, toPath } from './place.ts';

test.each<BlockPage>([
  { at: 'all' },
  { at: 'new', serviceRef: 'S-00042' },
  { at: 'new', serviceRef: 'S-00042', first: { from: localDate('2027-01-01'), to: localDate('2027-03-31'), units: 120 } },
  { at: 'one', ref: 'BP-7K3M-Q9AB' },
  { at: 'one', ref: 'BP-7K3M-Q9AB', buyerRef: 'URN-113924' },
  { at: 'order', ref: 'BP-7K3M-Q9AB', buyerRef: 'URN-113924' },
])('the address of %j leads there again', (page) => {
  const place = fromPath(toPath(blockPlace(page)));
  expect(place.at === 'block-purchases' && fromBlockPath(place.path)).toEqual(page);
});

test('an address that nobody made leads to all block purchases', () => {
  for (const path of ['new', 'new/', '', '?x=1']) expect(fromBlockPath(path)).toEqual({ at: 'all' });
});

test.each([
  'from=2027-01-01&to=2027-03-31',
  'from=2027-02-30&to=2027-03-31&units=5',
  'from=2027-01-01&to=x&units=5',
  'units=-5',
  'from=2027-01-01&to=2027-03-31&units=1e9',
])('a new purchase begins with nothing where its address was mangled: %s', (search) =>
  expect(fromBlockPath(`new/S-00042?${search}`)).toEqual({ at: 'new', serviceRef: 'S-00042' }),
);
