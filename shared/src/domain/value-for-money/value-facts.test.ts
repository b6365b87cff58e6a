import { aBlockInUse, aGathering, closed, confirmed, fourSchools, offered, withPledges } from '../block-purchases/block.fixture.ts';
import { blockStatuses } from '../block-purchases/block-purchase.ts';
import { aCallOff, anOrder, aRate } from '../call-off/call-off.fixture.ts';
import { accepts, afterwards, entered, taughtOrder, typedInvoice } from '../invoices/invoice.fixture.ts';
import { pence } from '../money/money.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import { factOfBlock, factOfCallOff, factOfInvoice, factOfRate } from './value-facts.ts';

test('an order says its money as it is planned by now, and nothing of whom it is for; a request that is no order says nothing', () => {
  const running = runningOrder();
  expect(factOfCallOff(running)).toEqual({
    list: 'CallOffs',
    callOffRef: running.ref,
    orderNumber: 'AP-000042',
    state: 'active',
    on: '2026-11-24',
    startsOn: running.request.startDate,
    buyerRef: '113800',
    buyerName: 'Stour Vale School',
    providerRef: 'P-0001',
    providerName: running.providerName,
    serviceName: 'Day programme',
    lotKey: 'AP-2026-1',
    lotName: 'Engagement',
    route: 'direct-award',
    blockRef: undefined,
    rateRef: 'R-00001',
    unit: 'day',
    unitPrice: 8_000,
    units: running.price.units,
    net: running.price.net,
  });
  expect(JSON.stringify(factOfCallOff(running))).not.toContain(running.request.pupilRef);
  expect(factOfCallOff(aCallOff())).toBeUndefined();
  expect(factOfCallOff({ ...aCallOff(), status: 'ordered' })).toBeUndefined();
  expect(factOfCallOff({ ...running, status: 'withdrawn' })).toBeUndefined();
  expect(factOfCallOff(anOrder())).toMatchObject({ state: 'awaiting-provider' });
});

test('an order that was changed says what it comes to since', () => {
  const running = runningOrder();
  const plan = { parts: [], units: 3, unitsSentence: '3 days', hoursPerWeek: 5, net: pence(24_000), vat: pence(0), gross: pence(24_000) };
  expect(running.order && factOfCallOff({ ...running, order: { ...running.order, plan } })).toMatchObject({ units: 3, net: 24_000 });
});

test('a block purchase says its shares once the provider has accepted it, and in the end what each buyer owes', () => {
  const answered = offered(closed(withPledges(aGathering(), fourSchools)));
  expect(factOfBlock(answered)).toBeUndefined();
  const block = confirmed(answered);
  expect(factOfBlock(block)).toEqual({
    list: 'BlockPurchases',
    blockRef: 'BP-0001',
    on: '2026-12-11',
    providerRef: 'P-0001',
    lotKey: 'AP-2026-4',
    ordinaryPrice: 4_500,
    shares: [
      { buyerRef: 'ASH', buyerName: 'ASH School', net: 168_000 },
      { buyerRef: 'BEECH', buyerName: 'BEECH School', net: 126_000 },
      { buyerRef: 'CEDAR', buyerName: 'CEDAR School', net: 50_400 },
    ],
  });
  const inUse = aBlockInUse();
  const settlement = inUse.shares.map((share) => ({ ...share, net: pence(1) }));
  expect(factOfBlock({ ...inUse, status: 'settled', settlement })?.shares.map(({ net }) => net)).toEqual([1, 1, 1]);
});

test('a block purchase counts from the answer of its provider to its settlement', () => {
  const block = aBlockInUse();
  expect(blockStatuses.filter((status) => factOfBlock({ ...block, status }) !== undefined)).toEqual([
    'confirmed',
    'drawing',
    'exhausted',
    'expired',
    'settled',
  ]);
});

test('an invoice says what was charged once it was accepted, a credit note what was given back, and a closing statement nothing', () => {
  const order = taughtOrder();
  const sealed = entered(typedInvoice(), order);
  if (!sealed.ok) throw new Error(afterwards);
  expect(factOfInvoice(sealed.state)).toBeUndefined();
  const paid = accepts(sealed.state, order);
  if (!paid.ok) throw new Error(paid.code);
  expect(factOfInvoice(paid.state)).toMatchObject({
    list: 'Invoices',
    on: '2027-02-01',
    lines: [{ callOffRef: order.callOff.ref, net: 48_000 }],
  });
  expect(factOfInvoice({ ...paid.state, kind: 'credit-note' })?.lines[0]?.net).toBe(-48_000);
  expect(factOfInvoice({ ...paid.state, kind: 'closing' })).toBeUndefined();
});

test('a price says something once it was approved', () => {
  expect(factOfRate(aRate())).toEqual({ list: 'RateCards', rate: aRate() });
  expect(factOfRate(aRate({ status: 'draft' }))).toBeUndefined();
});
