import type { CallOff } from '../call-off/call-off.ts';
import { cameToNothing } from '../orders/order.ts';
import { plannedEnd, plannedParts, presentTotals } from '../orders/order-plan.ts';
import type { DrawingCallOff } from './block-command.ts';

/** What a call-off draws, by what its record says is planned. */
export const drawingOf = (callOff: CallOff): DrawingCallOff => {
  const { ref, request, price } = callOff;
  return {
    ref,
    buyerRef: request.buyerRef,
    serviceRef: request.serviceRef,
    unit: price.unit,
    units: presentTotals(callOff).units,
    startDate: plannedParts(callOff)[0]?.from ?? request.startDate,
    endDate: plannedEnd(callOff),
  };
};

/** How many units of a purchase a call-off holds by its own record: none before its order, none of one that came to nothing or draws on another. */
export const unitsHeldOf = (callOff: CallOff, blockRef: string): number => {
  const { status, order, request } = callOff;
  if (request.blockRef !== blockRef || status !== 'ordered' || !order || cameToNothing(order.state)) return 0;
  return presentTotals(callOff).units;
};
