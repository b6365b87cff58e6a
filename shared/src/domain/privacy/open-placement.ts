import type { CallOff } from '../call-off/call-off.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { orderIsOver } from '../orders/order.ts';

/** Why a record stays that the council keeps for a claim or a complaint, whatever its age. */
export const whyHeldByCouncil = (ref: string, held: readonly string[]): string | undefined =>
  held.includes(ref) ? `${ref} is held by the council (setting retention-policy).` : undefined;

/** The invoices that charge something for a call-off. */
const invoicesOf = ({ ref }: CallOff, invoices: readonly Invoice[]): readonly Invoice[] =>
  invoices.filter(({ lines }) => lines.some(({ callOffRef }) => callOffRef === ref));

/**
 * Why the record of a call-off is still needed as it is, in a sentence; `undefined` where nothing rests on it any more: it is decided, its placement is over,
 * and what the provider charged is accepted. `held`: references of call-offs that the council keeps for a claim or a complaint.
 */
export const whyStillNeeded = (callOff: CallOff, invoices: readonly Invoice[], held: readonly string[]): string | undefined => {
  const { ref, status, order } = callOff;
  const kept = whyHeldByCouncil(ref, held);
  if (kept) return kept;
  if (status === 'awaiting-approval' || status === 'returned') return `${ref} is not decided yet: it is ${status}.`;
  if (order && !orderIsOver(order.state)) return `${order.number}: the placement is ${order.state}.`;
  if (!order) return undefined;
  const own = invoicesOf(callOff, invoices);
  const waiting = own.find((each) => each.status === 'entered');
  if (waiting) return `${order.number}: invoice ${waiting.number} waits to be accepted.`;
  const refused = own.find((each) => each.status === 'refused');
  const answered = own.some((each) => each.status === 'accepted');
  return refused && !answered ? `${order.number}: invoice ${refused.number} is in dispute.` : undefined;
};
