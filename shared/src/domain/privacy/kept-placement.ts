import type { CallOff } from '../call-off/call-off.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { cameToNothing } from '../orders/order.ts';
import { plannedEnd } from '../orders/order-plan.ts';
import { isErased } from './erase-pupil.ts';
import type { Kept } from './kept.ts';
import type { HeldRefs } from './kept-days.ts';
import { whyStillNeeded } from './open-placement.ts';

/** A call-off as its time is reckoned. */
export type KeptPlacement = Extract<Kept, { readonly pupilErased: boolean }>;

const lastDayOf = (callOff: CallOff): LocalDate => {
  const { order, history, submittedAt } = callOff;
  if (order && !cameToNothing(order.state)) return order.end?.on ?? order.notice?.lastDay ?? plannedEnd(callOff);
  return toLondonDate(history.at(-1)?.at ?? submittedAt);
};

/** A call-off as its time is reckoned: from the last day of its placement, or from the day on which it came to nothing. `invoices`: every one of its account. */
export const keptPlacement = (callOff: CallOff, invoices: readonly Invoice[], held: HeldRefs): KeptPlacement => {
  const { ref, order, request } = callOff;
  return {
    kind: order && !cameToNothing(order.state) ? 'placement' : 'came-to-nothing',
    ref,
    lastDay: lastDayOf(callOff),
    pupilErased: isErased(request.pupilRef),
    needed: whyStillNeeded(callOff, invoices, held),
  };
};
