import type { ApprovalStep, DecisionChannel } from '../approvals/approval-step.ts';
import { deciders, rightToDecide } from '../approvals/may-decide.ts';
import { firstChangedDay } from '../approvals/waiting-step.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { type Person, personKey, samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { withoutChange } from './change-order.ts';
import type { ProposedOrderChange } from './order.ts';
import {
  changeOrder,
  type LiveOrder,
  type OrderLifeFacts,
  openOrder,
  whyHeld,
  whyNotMoreOf,
  whyNotNote,
  whyNotReason,
} from './order-life.ts';
import { plannedEnd } from './order-plan.ts';

export interface DecideChangeCommand extends Command {
  readonly approve: boolean;
  readonly comment?: string | undefined;
  readonly channel: DecisionChannel;
  /** The change and step that the person was looking at. */
  readonly seen: { readonly change: number; readonly step: number };
}

/** The step of a change that is open, or -1. */
export const openChangeStep = (change: ProposedOrderChange): number => change.steps.findIndex(({ state }) => state === 'open');

/**
 * One decision about a change that costs more than was approved. As with the request: first decision wins, nobody decides what they proposed nor two
 * steps of it, and what may no longer be ordered cannot be approved.
 */
export const decideOrderChange = (present: CallOff, command: DecideChangeCommand, facts: OrderLifeFacts): Decision => {
  const open = openOrder(present, 'decide-change', command, 'the-clock');
  if (!open.ok) return open;
  const { change } = open.order;
  if (!change) return refused('no-order-change', 'No change of this order waits for a decision.');
  const at = openChangeStep(change);
  const step = change.steps[at];
  if (command.seen.change !== change.number || command.seen.step !== at || !step)
    return refused('stale-version', 'This change has been decided, or another one was proposed since. Here it is as it stands now.');
  if (samePerson(change.proposedBy, command.by))
    return refused('requester-cannot-approve', 'You proposed this change, so someone else must decide it.');
  const before = deciders(change.steps);
  const { payer, useFallbackApprover } = present.request;
  const asked = { payer, gross: change.plan.gross, requester: change.proposedBy, useFallback: useFallbackApprover, bound: before };
  const right = rightToDecide(step, command, asked, facts.approval);
  if (!right) return refused('not-an-approver', 'You are not an approver of this change, or its total is above your limit.');
  if (before.some((decider) => samePerson(decider, command.by)))
    return refused('decided-earlier-step', 'You decided an earlier step of this change, so someone else must decide this one.');
  const unsaid = command.approve
    ? whyNotNote(command.comment, '/comment')
    : whyNotReason(command.comment, 'Enter why the change is refused.', '/comment');
  if (unsaid) return unsaid;
  return command.approve ? approve(open, change, at, decidedStep(step, command, right), command, facts) : refuse(open, command);
};

/** Nothing is kept of the steps: the line of history says who refused it and why. */
const refuse = ({ present, order }: LiveOrder, command: DecideChangeCommand): Decision =>
  changeOrder(present, command, {
    order: withoutChange(order),
    what: 'Change refused: the order stays as it was',
    action: 'order-change-refused',
    works: [{ kind: 'tell-requester-of-order', news: 'change-refused' }],
    comment: command.comment,
  });

const approve = (
  { present, order, today }: LiveOrder,
  change: ProposedOrderChange,
  at: number,
  decided: ApprovalStep,
  command: DecideChangeCommand,
  facts: OrderLifeFacts,
): Decision => {
  const stopped = whyHeld(present) ?? whyTooLate(present, change, today) ?? whyNotMoreOf(present, change.plan, facts, today);
  if (stopped) return stopped;
  const [next, ...later] = change.steps.slice(at + 1);
  if (next)
    return changeOrder(present, command, {
      order: {
        ...order,
        change: {
          ...change,
          steps: [...change.steps.slice(0, at), decided, { kind: next.kind, approvers: next.approvers, state: 'open' }, ...later],
        },
      },
      what: 'Change approved: passed to the next approver',
      action: 'order-change-passed-on',
      works: next.approvers.map((approver) => ({
        kind: 'ask-approver-of-change',
        to: personKey(approver),
        change: change.number,
        step: at + 1,
      })),
      comment: command.comment,
    });
  return changeOrder(present, command, {
    order: { ...withoutChange(order), plan: change.plan, approvedGross: change.plan.gross },
    what: `Change approved: the order comes to ${formatMoney(change.plan.gross)}`,
    action: 'order-change-approved',
    news: change.kind === 'vary' ? 'varied' : 'extended',
    comment: command.comment,
  });
};

/** What is past is not planned anew, by a late approval as little as by whoever proposes: it is proposed again, from a day to come. */
const whyTooLate = (present: CallOff, change: ProposedOrderChange, today: LocalDate): Refusal | undefined => {
  const day = change.kind === 'vary' ? firstChangedDay(present, change) : plannedEnd({ request: present.request, order: change });
  return compareDates(day, today) < 0
    ? refused('dates-not-allowed', `This change was for ${formatDate(day)}, which has passed. Refuse it, so that it is proposed again.`)
    : undefined;
};

const decidedStep = (
  { kind, approvers }: ApprovalStep,
  command: DecideChangeCommand,
  right: { readonly onBehalfOf?: Person },
): ApprovalStep => ({
  kind,
  approvers,
  state: 'decided',
  verdict: 'approve',
  by: command.by,
  ...right,
  at: command.now,
  channel: command.channel,
  comment: command.comment,
});
