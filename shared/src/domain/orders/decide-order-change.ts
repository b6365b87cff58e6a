import { eligibleApprovers } from '../approval-policy.ts';
import type { ApprovalStep, DecisionChannel } from '../approval-step.ts';
import { delegatesOf } from '../approvals/delegation.ts';
import type { CallOff } from '../call-off.ts';
import type { Command, Decision } from '../decision.ts';
import { toLondonDate } from '../local-date.ts';
import { deciders } from '../may-decide.ts';
import { formatMoney } from '../money.ts';
import type { ProposedOrderChange } from '../order.ts';
import { type Person, personKey, samePerson } from '../person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { withoutChange } from './change-order.ts';
import { changeOrder, type OrderLifeFacts, openOrder, whyHeld, whyNotMoreOf, whyNotNote, whyNotReason } from './order-life.ts';

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
  const refusal = whyNotDecide(present, change, step, command, facts);
  if (refusal) return refusal;
  const { order } = open;
  const steps = change.steps.map(
    (other, index): ApprovalStep => (index === at ? decidedStep(step, command, behalfOf(present, change, step, command, facts)) : other),
  );
  if (!command.approve)
    return changeOrder(present, command, {
      order: withoutChange(order),
      what: 'Change refused: the order stays as it was',
      action: 'order-change-refused',
      works: [{ kind: 'tell-requester-of-order', news: 'change-refused' }],
      comment: command.comment,
    });
  const stopped = whyHeld(present) ?? whyNotMoreOf(present, change.plan, facts, open.today);
  if (stopped) return stopped;
  const next = steps[at + 1];
  if (next && next.state !== 'decided')
    return changeOrder(present, command, {
      order: {
        ...order,
        change: {
          ...change,
          steps: steps.map((other, index) => (index === at + 1 && other.state !== 'decided' ? { ...other, state: 'open' } : other)),
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

const whyNotDecide = (
  present: CallOff,
  change: ProposedOrderChange,
  step: ApprovalStep,
  command: DecideChangeCommand,
  facts: OrderLifeFacts,
): Refusal | undefined => {
  if (samePerson(change.proposedBy, command.by))
    return refused('requester-cannot-approve', 'You proposed this change, so someone else must decide it.');
  const today = eligibleApprovers(facts.approval, step.kind, present.request.payer, change.plan.gross, change.proposedBy);
  const asked = step.approvers.some((approver) => samePerson(approver, command.by));
  const standsIn = asked && facts.approval.fallbackApprover !== undefined && samePerson(facts.approval.fallbackApprover, command.by);
  if (!standsIn && !isAmong(today, command.by) && behalfOf(present, change, step, command, facts) === undefined)
    return refused('not-an-approver', 'You are not an approver of this change, or its total is above your limit.');
  if (isAmong(deciders(change.steps), command.by))
    return refused('decided-earlier-step', 'You decided an earlier step of this change, so someone else must decide this one.');
  return command.approve
    ? whyNotNote(command.comment, '/comment')
    : whyNotReason(command.comment, 'Enter why the change is refused.', '/comment');
};

const isAmong = (people: readonly Person[], by: Person): boolean => people.some((person) => samePerson(person, by));

/** For whom a delegate decides a step of the change; `undefined` for whoever may decide it in their own right, and for everybody else. */
const behalfOf = (
  present: CallOff,
  change: ProposedOrderChange,
  step: ApprovalStep,
  command: DecideChangeCommand,
  { approval }: OrderLifeFacts,
): Person | undefined => {
  const today = eligibleApprovers(approval, step.kind, present.request.payer, change.plan.gross, change.proposedBy);
  if (isAmong(today, command.by)) return undefined;
  const free = today.filter((person) => !isAmong(deciders(change.steps), person));
  const members = step.kind === 'buyer' ? approval.buyerMembers : approval.councilMembers;
  return delegatesOf(members, free, toLondonDate(command.now)).find(({ person }) => samePerson(person, command.by))?.of;
};

const decidedStep = ({ kind, approvers }: ApprovalStep, command: DecideChangeCommand, behalf: Person | undefined): ApprovalStep => ({
  kind,
  approvers,
  state: 'decided',
  verdict: command.approve ? 'approve' : 'reject',
  by: command.by,
  ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
  at: command.now,
  channel: command.channel,
  comment: command.comment,
});
