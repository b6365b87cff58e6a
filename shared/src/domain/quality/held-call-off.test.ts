import { aCallOff, schoolMembers } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import type { OrderState } from '../orders/order.ts';
import { holdCallOff } from './hold-call-off.ts';
import type { OrderHoldCommand, OrderHoldFacts } from './order-on-hold.ts';
import { byClock, byHand } from './quality.fixture.ts';

const running = runningOrder();
const inState = (state: OrderState): CallOff => ({ ...running, order: { ...(running.order as NonNullable<CallOff['order']>), state } });
const facts: OrderHoldFacts = { openHolds: ['P-0001-H1'], buyerMembers: schoolMembers, termDates: sampleTermDates };
const put = (told: Partial<OrderHoldCommand> = {}): OrderHoldCommand =>
  ({ ...byClock(), kind: 'put-on-hold', holdRef: 'P-0001-H1', ...told }) as OrderHoldCommand;
const answer = (kind: 'continue' | 'pause' | 'end'): OrderHoldCommand => ({
  ...byHand(running.requester),
  kind,
  reason: 'The pupil is settled.',
});
const done = (present: CallOff, command: OrderHoldCommand) => {
  const decided = holdCallOff(present, command, facts);
  if (!decided.ok) throw new Error(decided.detail);
  return decided;
};

test('R19: in a full record an order is put on hold, paused or ended all the same; that it goes on must find room', () => {
  const asked = done(running, put()).state;
  const full = (callOff: CallOff): CallOff => ({ ...callOff, providerName: 'x'.repeat(stateRoom - 11_000) });
  for (const decided of [holdCallOff(full(running), put(), facts), holdCallOff(full(asked), answer('end'), facts)])
    expect(decided.ok).toBe(true);
  expect(holdCallOff(full(asked), answer('pause'), facts).ok).toBe(true);
  expect(holdCallOff(full(asked), answer('continue'), facts)).toMatchObject({ ok: false, code: 'record-full' });
});

describe('R19: the call-off of an order on hold', () => {
  test('keeps the hold, one version, one line of history and the command; what was receipted leaves the outbox', () => {
    const command = put({ receipted: new Set(running.outbox.slice(0, 1).map(({ id }) => id)) });
    const { state, effects } = done(running, command);
    expect(state.hold).toMatchObject({ state: 'asked', holdRef: 'P-0001-H1' });
    expect(state.version).toBe(running.version + 1);
    expect(state.history).toHaveLength(running.history.length + 1);
    expect(state.order).toStrictEqual(running.order);
    expect(state.outbox).toStrictEqual([...running.outbox.slice(1), ...effects]);
    expect(effects.map(({ kind }) => kind)).toEqual(['ask-buyer-about-order', 'refresh-hold-cards', 'record-audit']);
    expect(JSON.stringify(state.lastCommands)).toContain(command.id);
  });

  test('that its buyer ends is over, and frees what it took of the limits', () => {
    const asked = done(running, put()).state;
    const { state, effects } = done(asked, answer('end'));
    expect(state.hold?.state).toBe('ended');
    expect(state.order?.state).not.toBe('running');
    expect(effects.at(-1)).toMatchObject({ kind: 'settle-ledgers', id: `${running.ref}-v${state.version}-4`, version: state.version });
    expect(state.outbox.slice(-effects.length)).toStrictEqual(effects);
    expect(holdCallOff(state, answer('continue'), facts)).toMatchObject({
      code: 'not-in-this-state',
      detail: 'Not possible while this order is ended.',
    });
  });

  test.each<[string, CallOff]>([
    ['a request', aCallOff()],
    ['an order that came to nothing', { ...running, status: 'awaiting-approval' }],
    ['a call-off without an order', { ...running, order: undefined } as CallOff],
    ['an order that is over', inState('completed')],
    ['an order that ended after a school went on', { ...inState('ended'), hold: { state: 'continued' } }],
  ])('%s is not held', (_what, callOff) => {
    expect(holdCallOff(callOff, put(), facts)).toMatchObject({
      ok: false,
      code: 'not-in-this-state',
      detail: 'There is no order that could be on hold.',
    });
  });
});
