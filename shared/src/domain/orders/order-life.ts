import { type ApprovalFacts, planApproval } from '../approvals/approval-policy.ts';
import type { ApprovalStep } from '../approvals/approval-step.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { accept, type Command, type Decision } from '../call-off/decision.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { EffectWork } from '../effect.ts';
import { leadsTo } from '../machine/transition.ts';
import type { Membership } from '../people/membership.ts';
import { personKey, samePerson } from '../people/person.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { whyNotRegistered } from '../quality/registration-guard.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Buyer } from '../register/buyer.ts';
import type { Framework } from '../register/framework.ts';
import type { Lot } from '../register/lot.ts';
import { type OrderFacts, recipientOf } from './may-send-order.ts';
import { type Order, orderIsOver } from './order.ts';
import type { OrderAction } from './order-action.ts';
import type { OrderCommandKind } from './order-command.ts';
import { orderTable } from './order-machine.ts';
import type { OrderNews } from './order-news.ts';
import { type OrderPlan, plannedEnd, plannedStart, presentTotals } from './order-plan.ts';

/** What a decision about a running order rests on, read from the lists at that moment. */
export interface OrderLifeFacts {
  readonly buyer: Buyer;
  readonly buyerMembers: readonly Membership[];
  readonly framework: Framework | undefined;
  readonly lot: Lot | undefined;
  /** The provider as it stands today, and every other order that it has. */
  readonly provider: OrderFacts;
  readonly approval: ApprovalFacts;
  /** School days of notice before a placement ends, from Settings. */
  readonly noticeSchoolDays: number;
}

/** A call-off with an order on which a command may work. */
export interface LiveOrder {
  readonly ok: true;
  readonly present: CallOff;
  readonly order: Order;
  readonly today: LocalDate;
}

/** Whether anybody works for the buyer of this order in a role that decides about placements. Nobody else moves a school's order. */
export const runsOrders = ({ request }: CallOff, members: readonly Membership[], by: Command['by']): boolean =>
  members.some(
    ({ buyerRef, person, status, roles }) =>
      buyerRef === request.buyerRef &&
      status === 'active' &&
      samePerson(person, by) &&
      roles.some((role) => role === 'requester' || role === 'approver' || role === 'contact'),
  );

/** The order, when this command may be given to it in its state: by its school, and not while a hold on its provider waits for the school's answer. */
export const openOrder = (
  present: CallOff,
  kind: OrderCommandKind,
  command: Command,
  members: readonly Membership[] | 'the-clock',
): LiveOrder | Refusal => {
  const { order, hold } = present;
  if (present.status !== 'ordered' || !order) return refused('order-not-in-this-state', 'There is no order yet.');
  if (members !== 'the-clock' && !runsOrders(present, members, command.by))
    return refused('not-yours', `Only ${present.buyerName} can do this: it placed the order.`);
  if (leadsTo(orderTable, order.state, kind).length === 0) return refused('order-not-in-this-state', notInState(order));
  if (hold?.state === 'ended') return refused('order-not-in-this-state', 'The school has ended this order.');
  return { ok: true, present, order, today: toLondonDate(command.now) };
};

/** Not while the school has yet to answer a hold on the provider, or has paused the order because of it (R19). */
export const whyHeld = ({ hold }: CallOff): Refusal | undefined => {
  if (hold?.state === 'asked' || hold?.state === 'unanswered')
    return refused('order-held', 'The provider is paused for new orders. Decide first whether this placement goes on.');
  return hold?.state === 'paused' ? refused('order-held', 'The placement is paused because its provider was paused.') : undefined;
};

const notInState = ({ number, state }: Order): string =>
  ({
    'awaiting-provider': `The provider has not answered order ${number} yet.`,
    accepted: `The placement of order ${number} has not started yet.`,
    declined: `The provider declined order ${number}.`,
    unfilled: `No provider could take order ${number}.`,
    active: `The placement of order ${number} is running.`,
    paused: `The placement of order ${number} is paused.`,
    'notice-given': `Notice was given on order ${number}: it can only be ended.`,
    ended: `The placement of order ${number} has ended.`,
    completed: `The placement of order ${number} is complete.`,
    cancelled: `Order ${number} was cancelled.`,
  })[state];

/** A reason or note in the person's own words: asked for, and naming no pupil (R40). */
export const whyNotReason = (text: string | undefined, missing: string, field = '/reason'): Refusal | undefined => {
  if (!text?.trim()) return refused('comment-required', missing, field);
  return whyNotNote(text, field);
};

export const whyNotNote = (text: string | undefined, field: string): Refusal | undefined => {
  const screened = screenFreeText(text ?? '');
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, field);
};

interface Changed {
  readonly order: Order;
  readonly what: string;
  readonly action: OrderAction;
  readonly news?: OrderNews;
  /** Work beside telling and the audit line. */
  readonly works?: readonly EffectWork[];
  readonly comment?: string | undefined;
}

/** Seals a change of an order. The provider hears of what concerns it; the requester of what somebody else did. */
export const changeOrder = (present: CallOff, command: Command, { order, what, action, news, works = [], comment }: Changed): Decision =>
  accept(
    { ...present, order },
    command,
    what,
    [
      ...works,
      ...(news === undefined ? [] : [{ kind: 'tell-provider-of-order', news } as const]),
      ...(news === undefined || samePerson(command.by, present.requester) ? [] : [{ kind: 'tell-requester-of-order', news } as const]),
      { kind: 'record-audit', action, actor: personKey(command.by) },
      ...(order.plan !== present.order?.plan || orderIsOver(order.state) ? [{ kind: 'settle-ledgers' } as const] : []),
    ],
    comment,
  );

/**
 * Whether more of this provider may be planned: it takes orders today with every check current, and stays below the threshold of registration (R12 to
 * R19). A plan that asks for no more than the present one is never stopped by the threshold.
 */
export const whyNotMoreOf = (present: CallOff, plan: OrderPlan, facts: OrderLifeFacts, today: LocalDate): Refusal | undefined => {
  const before = presentTotals(present);
  if (plan.gross <= before.gross && plan.hoursPerWeek <= before.hoursPerWeek) return undefined;
  const recipient = recipientOf(present, facts.provider, today);
  if (!recipient.ok) return recipient;
  const planned = { request: present.request, order: { plan } };
  const request = { ...present.request, startDate: plannedStart(planned), endDate: plannedEnd(planned) };
  return whyNotRegistered(request, plan, recipient.provider, facts.provider.registration);
};

/** The gross total up to which this order was approved: that of the request, or of the last change that was approved. In pence. */
export const approvedGross = ({ price, order }: CallOff): number => Math.max(price.gross, order?.approvedGross ?? 0);

/** The steps that a change of this total needs; nobody approves what they proposed. */
export const stepsForChange = (
  present: CallOff,
  plan: OrderPlan,
  command: Command,
  facts: OrderLifeFacts,
): readonly ApprovalStep[] | Refusal => {
  const { request } = present;
  const planned = planApproval(facts.approval, {
    payer: request.payer,
    gross: plan.gross,
    requester: command.by,
    ehcPlan: request.ehcPlan,
    today: toLondonDate(command.now),
    useFallback: request.useFallbackApprover,
  });
  const missing = planned.missing[0];
  if (missing || planned.steps.length === 0)
    return refused(
      'no-eligible-approver',
      missing?.sentence ?? 'The approval policy names nobody for this payer. Contact the commissioning team.',
    );
  return planned.steps.map((step, index): ApprovalStep => ({ ...step, state: index === 0 ? 'open' : 'waiting' }));
};
