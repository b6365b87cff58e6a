import { type CallOff, type CallOffRequest, openSince, openStep } from '../call-off/call-off.ts';
import { addDays, compareDates, type LocalDate } from '../days/local-date.ts';
import { leadsTo } from '../machine/transition.ts';
import type { Pence } from '../money/money.ts';
import type { ProposedOrderChange } from '../orders/order.ts';
import { orderTable } from '../orders/order-machine.ts';
import { plannedParts, presentTotals } from '../orders/order-plan.ts';
import type { Person } from '../people/person.ts';
import type { ApprovalStep } from './approval-step.ts';

type OpenStep = Extract<ApprovalStep, { state: 'waiting' | 'open' | 'closed' }>;

/** A total with and without VAT. */
type Totals = Readonly<Record<'net' | 'gross', Pence>>;

/** The step of a call-off that waits for a decision: about the request, or about a change of its order that costs more than was approved. */
export interface WaitingStep {
  readonly step: OpenStep;
  /** Its place among the steps. */
  readonly at: number;
  readonly steps: readonly ApprovalStep[];
  /** Since when it has been with those who decide it: an ISO instant. */
  readonly since: string;
  readonly request: CallOffRequest;
  /** The total that is decided on. */
  readonly gross: Pence;
  /** The same before VAT, and what it is now where a change is decided on. */
  readonly net: Pence;
  readonly instead?: Totals | undefined;
  /** Who asks, and so decides nothing of it; since when: an ISO instant. */
  readonly asker: Person;
  readonly askedAt: string;
  /** The first day that hangs on it. */
  readonly firstDay: LocalDate;
  /** The number of the change; absent where it is the request. */
  readonly change?: number | undefined;
}

/** What waits for a decision by approvers; at most one thing does. A change waits only as long as the order could still be changed. */
export const waitingStep = (callOff: CallOff): WaitingStep | undefined => {
  const { status, approvals, request, price, requester, order } = callOff;
  if (status === 'awaiting-approval') {
    const at = openStep(callOff);
    const step = approvals[at];
    if (step?.state !== 'open') return undefined;
    return {
      step,
      at,
      steps: approvals,
      since: openSince(approvals, callOff.submittedAt),
      request,
      gross: price.gross,
      net: price.net,
      asker: requester,
      askedAt: callOff.submittedAt,
      firstDay: request.startDate,
    };
  }
  if (!order?.change || leadsTo(orderTable, order.state, 'decide-change').length === 0) return undefined;
  const { change } = order;
  const { steps, number, plan, proposedBy } = change;
  const at = steps.findIndex(({ state }) => state === 'open');
  const step = steps[at];
  if (step?.state !== 'open') return undefined;
  return {
    step,
    at,
    steps,
    since: openSince(steps, change.proposedAt),
    request,
    gross: plan.gross,
    net: plan.net,
    instead: presentTotals(callOff),
    asker: proposedBy,
    askedAt: change.proposedAt,
    firstDay: firstChangedDay(callOff, change),
    change: number,
  };
};

/** The first day that is planned otherwise than now. */
export const firstChangedDay = (callOff: CallOff, { plan }: ProposedOrderChange): LocalDate => {
  const [before, after] = [plannedParts(callOff), plan.parts];
  const at = after.findIndex((part, index) => JSON.stringify(part) !== JSON.stringify(before[index]));
  const [was, will] = [before[at], after[at]];
  if (!will) return callOff.request.endDate;
  if (!was || was.from !== will.from || JSON.stringify(was.pattern) !== JSON.stringify(will.pattern)) return will.from;
  return addDays(compareDates(was.to, will.to) < 0 ? was.to : will.to, 1);
};

/** The call-off with its waiting step as it is to be. */
export const withStep = (callOff: CallOff, { at, steps, change }: WaitingStep, next: ApprovalStep): CallOff => {
  const replaced = steps.map((other, index) => (index === at ? next : other));
  if (change === undefined) return { ...callOff, approvals: replaced };
  const { order } = callOff;
  return order?.change ? { ...callOff, order: { ...order, change: { ...order.change, steps: replaced } } } : callOff;
};
