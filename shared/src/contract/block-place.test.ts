import { type BlockPage, blockPlace, fromBlockPath } from './block-place.ts';
import { fromPath, toPath } from './place.ts';

test.each<BlockPage>([
  { at: 'all' },
  { at: 'new', serviceRef: 'S-00042' },
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
