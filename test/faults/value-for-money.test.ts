import { aFramework, aLot, aRate, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { aPurchase } from '@ap/shared/domain/off-framework/off-framework.fixture';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { aBaseline } from '@ap/shared/domain/value-for-money/value.fixture';
import { readWorkbook } from '../../functions/src/imports/read-workbook.ts';
import { getSpend, listLotPrices, listSavings, recountValue } from '../../functions/src/insight/value-for-money.ts';
import { getValueFile } from '../../functions/src/insight/value-workbook.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const call = { caller: callerOf(senco), params: undefined, body: undefined, key: '' };
const asked = { ...call, query: {} };
const noQuery = { ...call, query: undefined };

const opened = async () => {
  const world = memoryWorld();
  const order = runningOrder();
  await world.ports.callOffs.add(order);
  return { world, order };
};

test('row 69: the twelve months to this one are told by buyer, lot, provider and month, under their names of today', async () => {
  const { world, order } = await opened();
  world.facts.buyer = { ...world.facts.buyer, name: 'Stour Vale Academy' };
  const { from, to, ordered, buyers, lots, providers, months, share } = await getSpend(world.ports)(asked);
  const { net } = order.price;
  const sum = { ordered: net, invoiced: 0, lines: 1 };
  expect([from, to, ordered]).toEqual(['2025-12', '2026-11', net]);
  expect(buyers).toEqual([{ key: '113800', name: 'Stour Vale Academy', ...sum }]);
  expect(lots).toEqual([{ key: 'AP-2026-1', name: 'Engagement', ...sum }]);
  expect(providers).toEqual([{ key: 'P-0001', name: 'Blackmore Vale', ...sum }]);
  expect(months).toEqual([{ key: '2026-11', name: '2026-11', ...sum }]);
  expect(share).toEqual({ throughFramework: net, declared: 0, declarations: 0 });
});

test('P1: what buyers declared outside the framework for these months stands beside what went through it', async () => {
  const { world, order } = await opened();
  const purchase = aPurchase({ net: pence(3 * order.price.net), from: '2026-09', to: '2026-11' });
  await world.ports.offFramework.add(purchase);
  // A third of it falls into September, which is not asked for.
  const { share } = await getSpend(world.ports)({ ...call, query: { from: '2026-10', to: '2026-11' } });
  expect(share).toEqual({ throughFramework: order.price.net, declared: 2 * order.price.net, declarations: 1, perMille: 333 });
});

test('months are told as they are asked for, and refused where they end before they begin', async () => {
  const { world } = await opened();
  const spend = (from: string, to: string) => getSpend(world.ports)({ ...call, query: { from, to } });
  expect((await spend('2026-11', '2026-11')).buyers).toHaveLength(1);
  expect((await spend('2026-12', '2027-02')).buyers).toEqual([]);
  await expect(spend('2026-12', '2026-11')).rejects.toMatchObject({ code: 'input-not-understood' });
});

test('row 70: the ledger tells an order at its three prices with the rows behind them, and nothing of its pupil', async () => {
  const { world, order } = await opened();
  world.facts.baselines = [aBaseline()];
  const { sums, rows } = await listSavings(world.ports)(asked);
  const cost = 10_000 * order.price.units;
  expect(sums).toMatchObject({ orders: 1, withBaseline: 1, saved: cost - order.price.net });
  expect(rows).toEqual([
    expect.objectContaining({
      callOffRef: order.ref,
      units: order.price.units,
      baseline: { price: 10_000, cost },
      framework: { price: 8_000, cost: order.price.net },
      paid: { price: 8_000, cost: order.price.net },
      saved: cost - order.price.net,
      lotMedian: { price: 8_000, prices: 1 },
      overMedian: 0,
      rows: [
        { list: 'CallOffs', itemId: 1, version: 1 },
        { list: 'Baselines', itemId: 1, version: 1 },
      ],
    }),
  ]);
  expect(JSON.stringify({ sums, rows })).not.toContain(order.request.pupilRef);
  world.facts.baselines = [];
  const without = await listSavings(world.ports)(asked);
  expect(without.sums).toMatchObject({ orders: 1, withBaseline: 0, saved: 0, paid: order.price.net });
  expect(without.rows[0]).toMatchObject({ lacks: 'none' });
});

test('P3: the prices of today stand beside the middle one of their lot, the lowest first', async () => {
  const { world } = await opened();
  world.facts.listing = {
    ...world.facts.listing,
    framework: aFramework(),
    lot: aLot(),
    rates: [
      aRate(),
      aRate({ ref: 'R-2', serviceRef: 'S-00002', price: pence(7_000) }),
      aRate({ ref: 'R-3', serviceRef: 'S-3', effectiveTo: localDate('2026-10-01') }),
    ],
  };
  const { on, lots } = await listLotPrices(world.ports)(noQuery);
  expect(on).toBe('2026-11-24');
  expect(lots).toMatchObject([
    {
      lotKey: 'AP-2026-1',
      lotName: 'Engagement',
      unit: 'day',
      median: 7_500,
      prices: [
        { serviceRef: 'S-00002', price: 7_000, overMedian: -500 },
        { serviceRef: 'S-00001', serviceName: 'Day programme', providerName: 'Blackmore Vale', price: 8_000, overMedian: 500 },
      ],
    },
  ]);
});

test('figures counted again are told as the same, or as a fault', async () => {
  const { world } = await opened();
  const recount = recountValue(world.ports);
  expect(await recount({ ...noQuery, caller: callerOf(head) })).toEqual({
    same: true,
    rows: { CallOffs: 1, BlockPurchases: 0, Invoices: 0, RateCards: 1, Baselines: 0 },
  });
  expect(world.log).toEqual([]);
  const { was } = await world.ports.value.recount();
  const amiss = { ...world.ports, value: { ...world.ports.value, recount: async () => ({ was: { ...was, orders: [] }, is: was }) } };
  expect(await recountValue(amiss)(noQuery)).toMatchObject({ same: false });
  expect(world.log.map(({ name }) => name)).toEqual(['value-not-as-kept']);
});

test('the workbook has each sum, every amount behind it with its row, and the ledger in numbers that can be reckoned with', async () => {
  const { world, order } = await opened();
  world.facts.baselines = [aBaseline()];
  const { content, fileName } = await getValueFile(world.ports)({ ...call, query: { from: '2026-11', to: '2026-11' } });
  expect(fileName).toBe('Value for money 2026-11 to 2026-11.xlsx');
  const sheets = await readWorkbook(Buffer.from(content, 'base64'));
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const net = order.price.net / 100;
  expect(sheets.map(({ name }) => name)).toEqual([
    'By school or department',
    'By lot',
    'By provider',
    'By month',
    'Amounts',
    'Savings ledger',
    'Prices',
  ]);
  expect(rowsOf('By lot')).toEqual([
    ['Lot', 'Ordered, ex VAT', 'Invoiced, ex VAT', 'Amounts'],
    ['Engagement', net, 0, 1],
  ]);
  expect(rowsOf('Amounts')[1]).toEqual([
    '2026-11-24',
    'ordered',
    'Stour Vale School',
    'Engagement',
    'Blackmore Vale',
    'AP-000042',
    net,
    'CallOffs',
    1,
    1,
  ]);
  const [headings = [], saving = []] = rowsOf('Savings ledger');
  const told = Object.fromEntries(headings.map((heading, at) => [heading, saving[at]]));
  expect(told).toMatchObject({ Order: 'AP-000042', 'Baseline price': 100, 'Saved in all': Number(told.Units) * 100 - net });
  expect(rowsOf('Prices')[1]?.slice(0, 5)).toEqual(['Day programme', 'Blackmore Vale', 'Engagement', 'day', 80]);
});
