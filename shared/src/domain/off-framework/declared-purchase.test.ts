import fc from 'fast-check';
import { pence } from '../money/money.ts';
import {
  declaredColumns,
  declaredIn,
  declaredRows,
  lastFirst,
  lotWords,
  narrowedPurchases,
  noLot,
  periodWords,
  reasonWords,
  spentIn,
} from './declared-purchase.ts';
import { aPurchase, decided, stateOf } from './off-framework.fixture.ts';
import { monthsFrom, netBetween, netByMonth } from './off-framework-purchase.ts';

const month = fc
  .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const period = fc.tuple(month, month).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const net = fc.integer({ min: 1, max: 1_000_000_000 }).map(pence);

test('the months of a purchase are counted over the end of a year', () => {
  expect(monthsFrom('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect([monthsFrom('2026-11', '2026-11'), monthsFrom('2026-11', '2026-10')]).toEqual([['2026-11'], []]);
});

test('what a purchase cost is parted evenly, and its odd pennies go to the first months', () => {
  expect([...netByMonth({ net: pence(1_001), from: '2026-11', to: '2027-02' })]).toEqual([
    ['2026-11', 251],
    ['2026-12', 250],
    ['2027-01', 250],
    ['2027-02', 250],
  ]);
  expect(netBetween({ net: pence(1_001), from: '2026-11', to: '2027-02' }, '2026-10', '2026-12')).toBe(501);
  expect(netBetween({ net: pence(1_001), from: '2026-11', to: '2027-02' }, '2027-03', '2027-05')).toBe(0);
});

test('the parts of all months are the whole, to the penny, and no two differ by more than one', () => {
  fc.assert(
    fc.property(period, net, (months, amount) => {
      const parts = [...netByMonth({ net: amount, ...months }).values()];
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('spans that meet without a gap share out the whole between them', () => {
  fc.assert(
    fc.property(period, net, month, (months, amount, cut) => {
      const purchase = { net: amount, ...months };
      const after = monthsFrom(cut, '2031-12')[1] ?? '';
      expect(netBetween(purchase, '2000-01', cut) + netBetween(purchase, after, '2031-12')).toBe(amount);
    }),
  );
});

test('what touches the months that are looked at counts, until it is withdrawn', () => {
  const before = aPurchase({ from: '2026-06', to: '2026-08' }, 'OF-1');
  const into = aPurchase({ from: '2026-08', to: '2026-09' }, 'OF-2');
  const over = aPurchase({ from: '2026-10', to: '2026-12' }, 'OF-3');
  const after = aPurchase({ from: '2026-11', to: '2026-12' }, 'OF-4');
  const gone = stateOf(decided(over, { kind: 'withdraw-purchase', reason: 'Twice.' }));
  expect(spentIn([before, into, over, after, { ...gone, ref: 'OF-5' }], '2026-09', '2026-10').map(({ ref }) => ref)).toEqual([
    'OF-2',
    'OF-3',
  ]);
});

const shown = (told: Parameters<typeof aPurchase>[0], ref: string, buyerRef = '113800', buyerName = 'Oak School', lotName?: string) => ({
  ...declaredIn(aPurchase(told, ref, buyerRef), '2026-09', '2026-10'),
  buyerName,
  lotName,
});

test('declarations are narrowed by buyer, lot and reason, and by that they fit no lot', () => {
  const one = shown({}, 'OF-1');
  const other = shown({ lotKey: undefined, reason: 'price' }, 'OF-2', '113801');
  const found = (filter: Parameters<typeof narrowedPurchases>[1]) => narrowedPurchases([one, other], filter).map(({ ref }) => ref);
  expect([found({}), found({ buyer: '', lot: '', reason: '' })]).toEqual([
    ['OF-1', 'OF-2'],
    ['OF-1', 'OF-2'],
  ]);
  expect([found({ buyer: '113801' }), found({ lot: 'AP-2026-1' }), found({ lot: noLot }), found({ reason: 'price' })]).toEqual([
    ['OF-2'],
    ['OF-1'],
    ['OF-2'],
    ['OF-2'],
  ]);
  expect(found({ buyer: '113800', reason: 'price' })).toEqual([]);
});

test('the last months come first, then the dearest', () => {
  const rows = [
    shown({ to: '2026-10' }, 'OF-1'),
    shown({ to: '2026-12', net: pence(5) }, 'OF-4'),
    shown({ to: '2026-12', net: pence(5) }, 'OF-3'),
    shown({ to: '2026-12', net: pence(9) }, 'OF-2'),
  ];
  expect(lastFirst(rows).map(({ ref }) => ref)).toEqual(['OF-2', 'OF-3', 'OF-4', 'OF-1']);
});

test('a file has money in pounds and says how much of each falls into its months', () => {
  const [row = []] = declaredRows([shown({ because: 'A farm.' }, 'OF-1', '113800', 'Oak School', 'Outdoor learning')]);
  expect(Object.fromEntries(declaredColumns.map(({ name }, at) => [name, row[at]]))).toEqual({
    'School or department': 'Oak School',
    Lot: 'Outdoor learning',
    What: 'Two days a week at a farm',
    Provider: 'Hill Farm Learning',
    'First month': '2026-09',
    'Last month': '2026-12',
    'In all, ex VAT': 4_800,
    'In these months, ex VAT': 2_400,
    Reason: 'No provider of the framework had a place in time',
    Why: 'A farm.',
    Declaration: 'OF-1',
  });
  // Where nothing was added to the reason, its cell is empty.
  expect(declaredRows([shown({}, 'OF-2')])[0]?.at(-2)).toBe('');
  expect(declaredColumns.filter(({ money }) => money).map(({ name }) => name)).toEqual(['In all, ex VAT', 'In these months, ex VAT']);
});

test('words for people', () => {
  expect([lotWords({ lotName: 'Tuition', lotKey: 'L-1' }), lotWords({ lotKey: 'L-1' }), lotWords({})]).toEqual([
    'Tuition',
    'L-1',
    'Fits no lot',
  ]);
  expect([periodWords({ from: '2026-09', to: '2026-09' }), periodWords({ from: '2026-12', to: '2027-01' })]).toEqual([
    'September 2026',
    'December 2026 to January 2027',
  ]);
  expect([reasonWords({ reason: 'price' }), reasonWords({ reason: 'price', because: 'Half.' })]).toEqual([
    'It costs less elsewhere',
    'It costs less elsewhere: Half.',
  ]);
});
