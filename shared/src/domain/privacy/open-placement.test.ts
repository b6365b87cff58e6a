import { aCallOff, anOrder, decided } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Invoice, InvoiceStatus } from '../invoices/invoice.ts';
import { declinedOrder, runningOrder } from '../orders/order.fixture.ts';
import type { OrderState } from '../orders/order.ts';
import { whyStillNeeded } from './open-placement.ts';

const inState = (state: OrderState): CallOff => {
  const present = runningOrder();
  return { ...present, order: { ...(present.order as NonNullable<CallOff['order']>), state } };
};
const ended = inState('ended');
/** Only what the rule reads of an invoice. */
const charging = (status: InvoiceStatus, ...refs: readonly string[]) =>
  ({ status, number: 'INV-7', lines: refs.map((callOffRef) => ({ callOffRef })) }) as unknown as Invoice;
const invoice = (status: InvoiceStatus, callOffRef = ended.ref) => charging(status, callOffRef);

test.each<[string, CallOff, readonly Invoice[], readonly string[], RegExp | undefined]>([
  ['a request that waits for its approver', aCallOff(), [], [], /not decided yet/],
  ['an order that waits for its provider', anOrder(), [], [], /the placement is awaiting-provider/],
  ['a placement that runs', runningOrder(), [], [], /the placement is active/],
  ['a placement in its notice', inState('notice-given'), [], [], /notice-given/],
  ['an order that was declined', declinedOrder(), [], [], undefined],
  ['a placement that ended', ended, [], [], undefined],
  ['one whose invoice waits to be accepted', ended, [invoice('accepted'), invoice('entered')], [], /INV-7 waits to be accepted/],
  ['one whose invoice is refused and nothing else was accepted', ended, [invoice('refused')], [], /INV-7 is in dispute/],
  ['one whose refused invoice was answered by another', ended, [invoice('refused'), invoice('accepted')], [], undefined],
  ['one whose invoice was withdrawn', ended, [invoice('withdrawn')], [], undefined],
  ['one that is charged beside others', ended, [charging('entered', 'CO-0000-0000', ended.ref)], [], /INV-7 waits/],
  ['a request that was returned', decided(aCallOff(), 'return'), [], [], /not decided yet: it is returned/],
  ['an order that was cancelled, whose invoice waits', inState('cancelled'), [invoice('entered')], [], /INV-7 waits/],
  ['one beside an open invoice of another', ended, [invoice('entered', 'CO-0000-0000')], [], undefined],
  ['one that the council holds', ended, [], [ended.ref], /held by the council/],
])('R41: whether a placement still runs or is argued about, so that it is kept: %s', (_what, callOff, invoices, held, why) => {
  const answer = whyStillNeeded(callOff, invoices, held);
  if (why) expect(answer).toMatch(why);
  else expect(answer).toBeUndefined();
});

test('a rejected request is needed no longer', () => {
  const rejected = decided(aCallOff(), 'reject', { comment: 'Not now.' });
  expect(whyStillNeeded(rejected, [], [])).toBeUndefined();
  expect(whyStillNeeded(rejected, [charging('entered', rejected.ref)], [])).toBeUndefined();
});
