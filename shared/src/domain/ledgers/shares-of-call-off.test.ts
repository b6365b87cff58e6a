import { splitRoute } from '../call-off/award-route.ts';
import { aBuyer, aCallOff, aCommand, accepted, anOrder, decided, head, senco } from '../call-off/call-off.fixture.ts';
import type { CallOff, EarlierOffer } from '../call-off/call-off.ts';
import { withdrawCallOff } from '../call-off/withdraw-call-off.ts';
import { localDate } from '../days/local-date.ts';
import { answerOrder } from '../orders/answer-order.ts';
import { varyOrder } from '../orders/change-order.ts';
import { cancelOrder, endOrder } from '../orders/end-order.ts';
import { acceptedOrder, lifeFacts, on, runningOrder } from '../orders/order.fixture.ts';
import { type OrderState, orderStates } from '../orders/order.ts';
import { type LedgerId, ledgerRef } from './ledger.ts';
import { ledgerSharesOf, type ShareFacts } from './shares-of-call-off.ts';

const facts: ShareFacts = { buyer: aBuyer(), today: localDate('2027-01-20'), pupilKey: (buyer, pupil) => `#${buyer}#${pupil}` };
const held = (callOff: CallOff, told: Partial<ShareFacts> = {}) =>
  ledgerSharesOf(callOff, { ...facts, ...told }).map(({ id, holding, finished }) => ({
    ref: ledgerRef(id),
    amount: holding.amount,
    placements: holding.placements.length,
    finished,
  }));
const amountIn = (callOff: CallOff, kind: LedgerId['kind']): number =>
  ledgerSharesOf(callOff, facts)
    .filter(({ id }) => id.kind === kind)
    .reduce((sum, { holding }) => sum + holding.amount, 0);

describe('R34, R35: what a call-off holds of the limits', () => {
  test('a request that waits, was sent back, rejected or withdrawn holds nothing, and names every ledger where it must be released', () => {
    for (const request of [
      aCallOff(),
      decided(aCallOff(), 'return', { comment: 'Fewer days.' }),
      decided(aCallOff(), 'reject', { comment: 'Fewer days.' }),
      accepted(withdrawCallOff(aCallOff(), aCommand(senco))).state,
    ])
      expect(held(request)).toEqual([
        { ref: 'FV-AP-2026', amount: 0, placements: 0, finished: false },
        { ref: 'BU-113800-2026-27', amount: 0, placements: 0, finished: false },
        { ref: 'BU-113800-2027-28', amount: 0, placements: 0, finished: false },
        { ref: 'RL-P-0001', amount: 0, placements: 0, finished: false },
      ]);
  });

  test('an order holds its net price ex VAT and its place, from its making on', () => {
    for (const order of [anOrder(), acceptedOrder(), runningOrder()])
      expect(held(order)).toEqual([
        { ref: 'FV-AP-2026', amount: 144_000, placements: 0, finished: false },
        { ref: 'BU-113800-2026-27', amount: 144_000, placements: 0, finished: false },
        { ref: 'BU-113800-2027-28', amount: 0, placements: 0, finished: false },
        { ref: 'RL-P-0001', amount: 0, placements: 1, finished: false },
      ]);
  });

  test('an order over two financial years is divided between their budgets, and adds up', () => {
    const one = anOrder();
    const order: CallOff = { ...one, request: { ...one.request, endDate: localDate('2027-05-20') } };
    const budgets = held(order).filter(({ ref }) => ref.startsWith('BU-'));
    expect(budgets.every(({ amount }) => amount > 0)).toBe(true);
    expect(budgets.reduce((sum, { amount }) => sum + amount, 0)).toBe(order.price.net);
  });

  test('one that came to nothing releases all of it', () => {
    const declined = accepted(answerOrder(anOrder(), { ...aCommand(head), answer: 'declined', reason: 'No room.' })).state;
    const cancelled = accepted(cancelOrder(acceptedOrder(), { ...on('2026-12-01'), reason: 'It is not needed.' }, lifeFacts())).state;
    for (const each of [declined, cancelled]) expect(held(each).every(({ amount, placements }) => amount + placements === 0)).toBe(true);
  });

  test('one that is varied or ended holds what is owed by now; once it is over, for good', () => {
    const fewer = {
      from: localDate('2027-02-02'),
      pattern: { days: ['tue'], sessions: 'both', hoursPerDay: 5 },
      reason: 'Fewer days.',
    } as const;
    const varied = accepted(varyOrder(runningOrder(), { ...on('2027-01-28'), ...fewer }, lifeFacts())).state;
    expect(amountIn(varied, 'framework-value')).toBe(96_000);
    const ended = accepted(
      endOrder(runningOrder(), { ...on('2027-01-20'), lastDay: localDate('2027-01-19'), reason: 'agreed-with-provider' }, lifeFacts()),
    ).state;
    expect(held(ended)[0]).toMatchObject({ amount: ended.order?.plan?.net, finished: true });
    expect(ended.order?.plan?.net).toBeLessThan(144_000);
  });

  test('on the day of its making no order is over for good', () => {
    const one = anOrder();
    const ended: CallOff = { ...one, order: { ...(one.order as NonNullable<CallOff['order']>), state: 'ended' } };
    expect(held(ended, { today: localDate('2026-11-24') })[0]).toMatchObject({ amount: 144_000, finished: false });
    expect(held(ended, { today: localDate('2026-11-25') })[0]).toMatchObject({ amount: 144_000, finished: true });
  });

  test.each(orderStates.map((state): [OrderState] => [state]))('an order that is %s has an answer', (state) => {
    const order = anOrder();
    const { amount, finished } = held({ ...order, order: { ...(order.order as NonNullable<CallOff['order']>), state } })[0] ?? {};
    const isOver = ['ended', 'completed'].includes(state);
    const isNothing = ['declined', 'unfilled', 'cancelled'].includes(state);
    expect([amount, finished]).toEqual([isNothing ? 0 : 144_000, isOver]);
  });

  test('row 54: what is drawn from a block purchase is no money of its own, and a place all the same', () => {
    const one = anOrder();
    const drawn: CallOff = { ...one, request: { ...splitRoute(one.request).placement, blockRef: 'BP-00001' } };
    expect(held(drawn).map(({ amount }) => amount)).toEqual([0, 0, 0, 0]);
    expect(held(drawn).at(-1)?.placements).toBe(1);
  });

  test('a provider that did not take the order is named once, and holds nothing; the present one holds the place, though it was asked before', () => {
    const one = anOrder();
    const earlier = (providerRef: string) => ({ providerRef }) as EarlierOffer;
    const again: CallOff = { ...one, offers: [earlier('P-0001'), earlier('P-0002'), earlier('P-0002')] };
    expect(held(again).slice(-2)).toEqual([
      { ref: 'RL-P-0001', amount: 0, placements: 1, finished: false },
      { ref: 'RL-P-0002', amount: 0, placements: 0, finished: false },
    ]);
  });

  test("a school's budget is not asked where the council pays; a department's is", () => {
    const council = aCallOff({ payer: 'council-budget' });
    expect(held(council).some(({ ref }) => ref.startsWith('BU-'))).toBe(false);
    expect(held(council, { buyer: aBuyer({ type: 'council-department' }) }).some(({ ref }) => ref.startsWith('BU-'))).toBe(true);
    expect(held(aCallOff({ payer: 'split' })).some(({ ref }) => ref.startsWith('BU-'))).toBe(false);
  });
});

describe('R14: the placements that count', () => {
  test('a pupil is a hash of buyer and reference, however the reference is typed', () => {
    const [placement] =
      ledgerSharesOf(decided(aCallOff({ pupilRef: ' p-0147 ', lookedAfter: true }), 'approve'), facts).at(-1)?.holding.placements ?? [];
    expect(placement).toMatchObject({ pupil: '#113800#P-0147', hoursPerWeek: 10, withPlan: true });
  });

  test('a pupil over compulsory school age and a placement that is over count for nothing', () => {
    const older = decided(aCallOff({ compulsorySchoolAge: false }), 'approve');
    expect(held(older).at(-1)?.placements).toBe(0);
    expect(held(anOrder(), { today: localDate('2027-03-18') }).at(-1)?.placements).toBe(1);
    expect(held(anOrder(), { today: localDate('2027-03-19') }).at(-1)?.placements).toBe(0);
  });
});
