import { localDate } from '../days/local-date.ts';
import { paidThroughSentence } from '../money/payer.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import { balanceOf } from './balance.ts';
import {
  aBlockInUse,
  aCallOff,
  accepted,
  aGathering,
  asks,
  byProduct,
  closed,
  confirmed,
  drawn,
  fourSchools,
  given,
  offered,
  over,
  product,
  refusal,
  theFacts,
  whileUsable,
  withPledges,
} from './block.fixture.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { drawingOf, unitsHeldOf } from './drawing-call-off.ts';
import { drawableOf, drawFault, onHandOf } from './on-hand.ts';

const block = drawn(aBlockInUse(), 'ASH', 10);

describe('row 54: what a buyer has on hand', () => {
  test('is what is free, and what the call-off in question holds itself', () => {
    expect(onHandOf(block, 'ASH')).toEqual({ ref: 'BP-0001', statement: block.statement, unitPrice: 4_200, units: 30 });
    expect(onHandOf(block, 'ASH', 'CO-ASH')?.units).toBe(40);
    expect(onHandOf(block, 'ASH', 'CO-2')?.units).toBe(30);
    // Another buyer's call-off is none of its own.
    expect(onHandOf(block, 'BEECH', 'CO-ASH')?.units).toBe(30);
    expect(onHandOf(block, 'DOGWOOD')).toBeUndefined();
  });

  test('is nothing before the purchase is in use, nor after', () => {
    const four = closed(withPledges(aGathering(), fourSchools));
    for (const each of [four, offered(four), confirmed(offered(four))]) expect(onHandOf(each, 'ASH')).toBeUndefined();
    for (const status of ['expired', 'settled'] as const) expect(onHandOf({ ...block, status }, 'ASH')).toBeUndefined();
    const used = drawn(drawn(drawn(aBlockInUse(), 'ASH', 40), 'BEECH', 30), 'CEDAR', 12);
    expect(onHandOf(used, 'ASH', 'CO-ASH')).toMatchObject({ units: 40 });
  });

  test('units that others promised are theirs', () => {
    const offer = { ...given(asks('BEECH')), kind: 'offer-transfer', giver: 'BEECH', taker: 'ASH', units: 5 } as const;
    const { state } = accepted(decideBlockPurchase(block, offer, theFacts('BEECH'), whileUsable));
    expect(balanceOf(state, 'ASH')).toEqual({ buyerRef: 'ASH', bought: 40, used: 10, promised: 0, free: 30 });
    expect(balanceOf(state, 'BEECH')).toEqual({ buyerRef: 'BEECH', bought: 30, used: 0, promised: 5, free: 25 });
    expect(balanceOf(drawn(block, 'BEECH', 3), 'BEECH').used).toBe(3);
  });
});

test('row 54: a form offers the purchases of that service with units left, until their last day, those that end first at first', () => {
  const until = (ref: string, usableTo: string, told: Partial<BlockPurchase['statement']> = {}): BlockPurchase => ({
    ...aBlockInUse(),
    ref,
    statement: { ...aBlockInUse().statement, usableTo: localDate(usableTo), ...told },
  });
  const blocks = [
    until('BP-3', '2027-06-30'),
    until('BP-2', '2027-06-30'),
    until('BP-1', '2027-07-16'),
    until('BP-4', '2027-05-01'),
    until('BP-5', '2027-06-30', { serviceRef: 'S-00002' }),
    { ...until('BP-6', '2027-06-30'), draws: [{ callOffRef: 'CO-1', buyerRef: 'ASH', units: 40, over }] },
  ];
  const shown = (day: string, buyerRef = 'ASH') =>
    drawableOf(blocks, { buyerRef, serviceRef: 'S-00001', today: localDate(day) }).map(({ ref }) => ref);
  expect(shown('2027-05-01')).toEqual(['BP-4', 'BP-2', 'BP-3', 'BP-1']);
  expect(shown('2027-05-02')).toEqual(['BP-2', 'BP-3', 'BP-1']);
  expect(shown('2027-07-17')).toEqual([]);
  expect(shown('2027-05-01', 'DOGWOOD')).toEqual([]);
});

test('row 54: a call-off fits on the first and on the last day of use, in quarters, and takes at most what is on hand', () => {
  const hand = onHandOf(block, 'ASH');
  if (!hand) throw new Error('It has units.');
  const fault = (told: object) => drawFault(hand, { ...aCallOff('ASH', 10), ...told })?.code ?? 'fits';
  const [first, last] = [localDate('2027-01-04'), localDate('2027-07-16')];
  expect([
    fault({ startDate: first, endDate: last }),
    fault({ startDate: last, endDate: last }),
    fault({ startDate: first, endDate: first }),
  ]).toEqual(['fits', 'fits', 'fits']);
  expect([fault({ startDate: localDate('2027-01-03') }), fault({ endDate: localDate('2027-07-17') })]).toEqual([
    'call-off-does-not-fit',
    'call-off-does-not-fit',
  ]);
  expect([fault({ units: 0.25 }), fault({ units: 30 }), fault({ units: 30.25 }), fault({ units: 0.125 }), fault({ units: 0 })]).toEqual([
    'fits',
    'fits',
    'not-enough-units',
    'call-off-does-not-fit',
    'call-off-does-not-fit',
  ]);
});

test('row 54: a draw is of the call-off that was read, on the last day of use too', () => {
  const draw = (callOffRef: string, callOff = aCallOff('ASH', 5, { ref: 'CO-7' }), now = whileUsable) =>
    decideBlockPurchase(block, { ...byProduct(), kind: 'draw', buyerRef: 'ASH', callOffRef, over }, product({ callOff }), now);
  expect(refusal(draw('CO-8')).code).toBe('call-off-not-known');
  expect(accepted(draw('CO-7')).state.draws).toEqual([...block.draws, { callOffRef: 'CO-7', buyerRef: 'ASH', units: 5, over }]);
  expect(draw('CO-7', undefined, '2027-07-16T22:59:59Z').ok).toBe(true);
  expect(refusal(draw('CO-7', undefined, '2027-07-16T23:00:00Z')).code).toBe('dates-not-allowed');
});

test('row 54: nothing is given back but whole quarters', () => {
  const back = (units: number) =>
    decideBlockPurchase(block, { ...byProduct(), kind: 'return-draw', callOffRef: 'CO-ASH', units }, product(), whileUsable);
  for (const units of [0, -1, 0.1, Number.NaN]) expect(refusal(back(units))).toMatchObject({ code: 'number-not-allowed', field: '/units' });
  expect(refusal(back(10.25))).toMatchObject({ code: 'not-enough-units', field: '/units' });
  expect(back(0.25).ok).toBe(true);
});

describe('row 54: what a call-off draws by its own record', () => {
  const running = runningOrder();
  const drawing = { ...running, request: { ...running.request, blockRef: 'BP-0001' } as never } as typeof running;

  test('is what is planned by now: as asked for, or as it was changed since', () => {
    expect(drawingOf(drawing)).toEqual({
      ref: 'CO-7K3M-9QXT',
      buyerRef: '113800',
      serviceRef: 'S-00001',
      unit: 'day',
      units: 18,
      startDate: '2027-01-12',
      endDate: '2027-03-18',
    });
    const part = { from: localDate('2027-01-19'), to: localDate('2027-02-04'), pattern: running.request.pattern };
    const changed = (parts: readonly (typeof part)[]) =>
      drawingOf({ ...drawing, order: { ...running.order, plan: { ...running.price, units: 6, parts } } as never });
    expect(changed([part])).toMatchObject({ units: 6, startDate: '2027-01-19', endDate: '2027-02-04' });
    expect(changed([])).toMatchObject({ startDate: '2027-01-12', endDate: '2027-03-18' });
  });

  test('and it holds none before its order, of another purchase, or once it came to nothing', () => {
    expect(unitsHeldOf(drawing, 'BP-0001')).toBe(18);
    expect(unitsHeldOf(drawing, 'BP-0002')).toBe(0);
    expect(unitsHeldOf(running, 'BP-0001')).toBe(0);
    expect(unitsHeldOf({ ...drawing, status: 'approved' as never }, 'BP-0001')).toBe(0);
    expect(unitsHeldOf({ ...drawing, order: undefined }, 'BP-0001')).toBe(0);
    for (const state of ['declined', 'cancelled'] as const)
      expect(unitsHeldOf({ ...drawing, order: { ...running.order, state } as never }, 'BP-0001')).toBe(0);
  });

  test('whoever approves it reads that nothing is owed twice', () => {
    expect(paidThroughSentence('BP-0001')).toBe('Block purchase BP-0001: its units are owed there, and nothing is owed a second time');
  });
});
