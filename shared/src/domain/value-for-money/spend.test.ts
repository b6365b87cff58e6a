import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { orderStates } from '../orders/order.ts';
import { callOffShare } from './call-off-share.ts';
import { type spendGroups, spendLines, spendSums, wasTaken } from './spend.ts';
import { aBlockFact, anInvoiceFact, anOrderFact, schoolYear, valueFacts } from './value.fixture.ts';

const told = valueFacts(
  anOrderFact(),
  anOrderFact({
    callOffRef: 'CO-2',
    orderNumber: 'AP-000002',
    on: localDate('2027-01-05'),
    buyerRef: '113801',
    buyerName: 'Elm School',
    lotKey: 'AP-2026-2',
    providerRef: 'P-0002',
    net: pence(50_001),
  }),
  anOrderFact({
    callOffRef: 'CO-3',
    orderNumber: 'AP-000003',
    route: 'block-draw-down',
    blockRef: 'BP-1',
    unitPrice: pence(7_000),
    units: 4,
    net: pence(28_000),
  }),
  anOrderFact({ callOffRef: 'CO-4', orderNumber: 'AP-000004', state: 'awaiting-provider', net: pence(99_999) }),
  aBlockFact(),
  anInvoiceFact(),
  anInvoiceFact({ invoiceRef: 'IV-2', on: localDate('2027-02-20'), lines: [{ callOffRef: 'CO-1', net: pence(-8_000) }] }),
);
const sums = (group: (typeof spendGroups)[number]) =>
  spendSums(spendLines(told, schoolYear), group).map(({ key, ordered, invoiced, lines }) => [key, ordered, invoiced, lines]);

test('row 69: spend is added up by buyer, lot, provider and month; the block counts with its shares and not once more with what draws on it', () => {
  // 192,000 of AP-000001 and 140,000 of the block; 50,001 of AP-000002 and 70,000 of the block; 48,000 invoiced less 8,000 given back.
  expect(sums('buyer')).toEqual([
    ['113800', 332_000, 40_000, 4],
    ['113801', 120_001, 0, 2],
  ]);
  expect(sums('lot')).toEqual([
    ['AP-2026-1', 402_000, 40_000, 5],
    ['AP-2026-2', 50_001, 0, 1],
  ]);
  expect(sums('provider')).toEqual([
    ['P-0001', 402_000, 40_000, 5],
    ['P-0002', 50_001, 0, 1],
  ]);
  expect(sums('month')).toEqual([
    ['2026-11', 192_000, 0, 1],
    ['2026-12', 210_000, 0, 2],
    ['2027-01', 50_001, 0, 1],
    ['2027-02', 0, 40_000, 2],
  ]);
});

test('the largest of what was ordered stands first, then the largest of what was invoiced, then by name; months stand in their order', () => {
  const ordered = (buyerRef: string, net: number, on = '2026-11-24') => anOrderFact({ buyerRef, net: pence(net), on: localDate(on) });
  const invoiced = (buyerRef: string, net: number) =>
    anInvoiceFact({ buyerRef, on: localDate('2027-01-08'), lines: [{ callOffRef: 'CO-1', net: pence(net) }] });
  const facts = [
    ordered('A', 100),
    ordered('B', 900, '2026-12-01'),
    ordered('C', 500),
    invoiced('D', 700),
    invoiced('E', 800),
    invoiced('F', 700),
    ordered('G', 500, '2026-09-01'),
    invoiced('G', 5),
  ];
  for (const came of [facts, [...facts].reverse(), [...facts.slice(3), ...facts.slice(0, 3)]]) {
    const lines = spendLines(valueFacts(...came), schoolYear);
    expect(spendSums(lines, 'buyer').map(({ key }) => key)).toEqual(['B', 'G', 'C', 'A', 'E', 'D', 'F']);
    expect(spendSums(lines, 'month').map(({ key }) => key)).toEqual(['2026-09', '2026-11', '2026-12', '2027-01']);
  }
});

test('only days of the period count, its first and its last among them', () => {
  const of = (from: string, to: string) => spendLines(told, { from: localDate(from), to: localDate(to) }).map((line) => line.of);
  expect(of('2026-11-24', '2026-12-11')).toEqual(['AP-000001', 'BP-1', 'BP-1']);
  expect(of('2026-11-25', '2026-12-10')).toEqual([]);
});

test('an order counts from the answer of its provider on, and not when it came to nothing', () => {
  expect(orderStates.filter((state) => wasTaken({ state }))).toEqual([
    'accepted',
    'active',
    'paused',
    'notice-given',
    'ended',
    'completed',
  ]);
});

test('a paper for an order that is not in the list any more is of a lot that is not known', () => {
  const lines = spendLines(valueFacts(anInvoiceFact()), schoolYear);
  expect(spendSums(lines, 'lot')).toEqual([{ key: '', ordered: 0, invoiced: 48_000, lines: 1 }]);
});

test('each line names the row that says so', () => {
  expect(spendLines(told, schoolYear).map(({ of, row }) => [of, row.list, row.itemId, row.version])).toEqual([
    ['AP-000001', 'CallOffs', 1, 1],
    ['AP-000002', 'CallOffs', 2, 1],
    ['BP-1', 'BlockPurchases', 1, 1],
    ['BP-1', 'BlockPurchases', 1, 1],
    ['IV-1', 'Invoices', 1, 1],
    ['IV-2', 'Invoices', 2, 1],
  ]);
});

test('P1: the share through the framework is that of all that was ordered or declared; nothing is told of it while nothing was declared', () => {
  const lines = spendLines(told, schoolYear);
  expect(callOffShare(lines, [])).toEqual({ throughFramework: 452_001, declared: 0, declarations: 0, perMille: undefined });
  expect(callOffShare(lines, [pence(100_000), pence(50_667)])).toEqual({
    throughFramework: 452_001,
    declared: 150_667,
    declarations: 2,
    perMille: 750,
  });
  expect(callOffShare([], [pence(5)])).toMatchObject({ perMille: 0 });
  expect(callOffShare([], [pence(0)])).toMatchObject({ perMille: undefined });
});
