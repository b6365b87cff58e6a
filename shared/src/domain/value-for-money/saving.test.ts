import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { savingRows, savingSums } from './saving.ts';
import { aBlockFact, anOrderFact, baselineFact, rateFact, schoolYear, valueFacts } from './value.fixture.ts';
import type { ValueFact } from './value-facts.ts';

const rowsOf = (...facts: readonly (ValueFact | undefined)[]) => savingRows(valueFacts(...facts), schoolYear);
const row = (itemId: number, list = 'CallOffs') => ({ list, itemId, version: 1 });

test('row 70: an order at the framework price saves the difference to what its buyer paid before, and the sum says from which rows', () => {
  const [saving] = rowsOf(anOrderFact(), baselineFact(), rateFact());
  expect(saving).toMatchObject({
    units: 24,
    baseline: { price: 10_000, cost: 240_000 },
    framework: { price: 8_000, cost: 192_000 },
    paid: { price: 8_000, cost: 192_000 },
    byFramework: 48_000,
    belowFramework: 0,
    saved: 48_000,
    rows: [row(1), row(1, 'Baselines')],
  });
});

test('P6: what draws on a block purchase is compared with the price of a single unit as well', () => {
  const drawn = anOrderFact({ route: 'block-draw-down', blockRef: 'BP-1', unitPrice: pence(7_000), units: 4.5, net: pence(31_500) });
  const [saving] = rowsOf(drawn, aBlockFact(), baselineFact());
  expect(saving).toMatchObject({
    baseline: { cost: 45_000 },
    framework: { price: 8_000, cost: 36_000 },
    paid: { price: 7_000, cost: 31_500 },
    byFramework: 9_000,
    belowFramework: 4_500,
    saved: 13_500,
    rows: [row(1), row(1, 'Baselines'), row(1, 'BlockPurchases')],
  });
});

test('a price that was quoted below the framework price is compared with that of its rate', () => {
  const won = anOrderFact({ route: 'further-competition', unitPrice: pence(7_550), net: pence(181_200) });
  expect(rowsOf(won, rateFact())[0]).toMatchObject({
    framework: { price: 8_000, cost: 192_000 },
    belowFramework: 10_800,
    rows: [row(1), row(1, 'RateCards')],
  });
  const [unknown] = rowsOf(won, baselineFact());
  expect(unknown).toMatchObject({ saved: 58_800, rows: [row(1), row(1, 'Baselines')] });
  expect(unknown?.framework).toBeUndefined();
  expect(unknown?.belowFramework).toBeUndefined();
});

test.each([
  ['none', []],
  ['none', [baselineFact({ buyerRef: '113801' })]],
  ['none', [baselineFact({ lotKey: 'AP-2026-2' })]],
  ['other-unit', [baselineFact({ unit: 'hour' })]],
  ['two', [baselineFact(), baselineFact({ ref: 'BL-00002' })]],
])('without the one baseline of its buyer, lot and unit an order claims no saving: %s', (lacks, baselines) => {
  const [saving] = rowsOf(anOrderFact(), ...baselines);
  expect(saving).toMatchObject({ lacks, rows: [row(1)], belowFramework: 0 });
  expect([saving?.baseline, saving?.byFramework, saving?.saved]).toEqual([undefined, undefined, undefined]);
});

test('an order that costs more than before is told with what it costs more', () => {
  const [saving] = rowsOf(anOrderFact({ unitPrice: pence(11_000), net: pence(264_000) }), baselineFact());
  expect(saving).toMatchObject({ byFramework: -24_000, saved: -24_000 });
});

test('P3: the framework price stands beside the middle one of its lot and unit on the first planned day', () => {
  const rates = [
    rateFact(),
    rateFact({ ref: 'R-2', serviceRef: 'S-2', price: pence(9_001) }),
    rateFact({ ref: 'R-3', serviceRef: 'S-3', price: pence(12_000), effectiveTo: localDate('2026-12-31') }),
    rateFact({ ref: 'R-4', serviceRef: 'S-4', price: pence(100), unit: 'hour' }),
    rateFact({ ref: 'R-5', serviceRef: 'S-5', price: pence(100), lotKey: 'AP-2026-2' }),
    // Two prices of one service on a day: its card is in error, and it has none.
    rateFact({ ref: 'R-6', serviceRef: 'S-6', price: pence(1) }),
    rateFact({ ref: 'R-7', serviceRef: 'S-6', price: pence(2) }),
  ];
  expect(rowsOf(anOrderFact(), ...rates)[0]).toMatchObject({ lotMedian: { price: 8_501, prices: 2 }, overMedian: -501 });
  expect(rowsOf(anOrderFact({ startsOn: localDate('2026-12-01') }), ...rates)[0]).toMatchObject({
    lotMedian: { price: 9_001, prices: 3 },
    overMedian: -1_001,
  });
  expect(rowsOf(anOrderFact({ startsOn: localDate('2028-01-01') }), ...rates)[0]?.lotMedian).toBeUndefined();
});

test('what orders save together is claimed of those that have a baseline, beside how many have none', () => {
  const facts = valueFacts(
    anOrderFact(),
    anOrderFact({ callOffRef: 'CO-2', orderNumber: 'AP-000002', buyerRef: '113801' }),
    anOrderFact({ callOffRef: 'CO-3', state: 'cancelled' }),
    anOrderFact({ callOffRef: 'CO-4', on: localDate('2027-09-01') }),
    anOrderFact({
      callOffRef: 'CO-5',
      orderNumber: 'AP-000005',
      route: 'further-competition',
      unitPrice: pence(7_000),
      net: pence(168_000),
    }),
    baselineFact(),
    rateFact(),
  );
  const rows = savingRows(facts, schoolYear);
  expect(rows.map(({ orderNumber }) => orderNumber)).toEqual(['AP-000005', 'AP-000002', 'AP-000001']);
  expect(savingSums(rows)).toEqual({
    orders: 3,
    paid: 552_000,
    withBaseline: 2,
    baseline: 480_000,
    paidWithBaseline: 360_000,
    saved: 120_000,
    withFramework: 3,
    framework: 576_000,
    belowFramework: 24_000,
  });
});

test('orders of which neither baseline nor framework price is known count in what was paid alone', () => {
  const won = anOrderFact({ route: 'further-competition', unitPrice: pence(7_000), net: pence(168_000) });
  const unknown = { ...won, callOffRef: 'CO-2', buyerRef: '113801', rateRef: 'R-9', net: pence(1_000) };
  expect(savingSums(rowsOf(won, unknown, baselineFact(), rateFact()))).toEqual({
    orders: 2,
    paid: 169_000,
    withBaseline: 1,
    baseline: 240_000,
    paidWithBaseline: 168_000,
    saved: 72_000,
    withFramework: 1,
    framework: 192_000,
    belowFramework: 24_000,
  });
});

test('an order counts by its day, the first and the last day of the period among them', () => {
  const days = ['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01'];
  expect(rowsOf(...days.map((day) => anOrderFact({ on: localDate(day) }))).map(({ on }) => on)).toEqual(['2027-08-31', '2026-09-01']);
});
