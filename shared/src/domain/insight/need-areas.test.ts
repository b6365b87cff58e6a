import fc from 'fast-check';
import { areasOf, lotsNamed, type NeedOfArea, needsOfLot, noLotNamed, withoutArea } from './need-areas.ts';
import { unmetReasons } from './unmet-need.ts';

const need = (told: Partial<NeedOfArea> = {}): NeedOfArea => ({
  outcode: 'DT1',
  lots: ['Tuition'],
  reason: 'no-match',
  searches: 1,
  ...told,
});

test('needs are put together by area and by why they were not met, the most first, then by outcode', () => {
  expect(
    areasOf([
      need({ outcode: 'DT9' }),
      need({ searches: 2 }),
      need({ reason: 'all-declined' }),
      need({ outcode: 'BH1' }),
      need({ outcode: undefined, searches: 5 }),
    ]),
  ).toEqual([
    { outcode: 'DT1', counts: { 'no-match': 2, 'no-places': 0, 'all-declined': 1 }, total: 3 },
    { outcode: 'BH1', counts: { 'no-match': 1, 'no-places': 0, 'all-declined': 0 }, total: 1 },
    { outcode: 'DT9', counts: { 'no-match': 1, 'no-places': 0, 'all-declined': 0 }, total: 1 },
  ]);
});

test('what names several lots is of each of them, and once among all', () => {
  const needs = [need({ lots: ['Tuition', 'Therapy'] }), need({ lots: [] })];
  expect(lotsNamed(needs)).toEqual(['Therapy', 'Tuition', noLotNamed]);
  expect(lotsNamed([need()])).toEqual(['Tuition']);
  const of = (lot: string | undefined) => needsOfLot(needs, lot).map(({ lots }) => lots.length);
  expect([undefined, 'Therapy', 'Tuition', noLotNamed].map(of)).toEqual([[2, 0], [2], [2], [0]]);
  // No lot is called so.
  expect(noLotNamed).toBe('');
  expect(areasOf(needs)[0]?.total).toBe(2);
});

test('no need is lost: those of areas and those without one are all there are', () => {
  const any = fc.record({
    outcode: fc.option(fc.constantFrom('DT1', 'DT2', 'BH1'), { nil: undefined }),
    lots: fc.constant<readonly string[]>([]),
    reason: fc.constantFrom(...unmetReasons),
    searches: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(any), (needs) => {
      const areas = areasOf(needs);
      expect(areas.reduce((sum, { total }) => sum + total, withoutArea(needs))).toBe(
        needs.reduce((sum, { searches }) => sum + searches, 0),
      );
      for (const { counts, total } of areas) expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(total);
      expect(areasOf([...needs].reverse())).toEqual(areas);
    }),
  );
});
