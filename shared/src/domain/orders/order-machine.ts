import { type Machine, targetsOf } from '../machine/machine.ts';
import type { Transition } from '../machine/transition.ts';
import type { OrderState } from './order.ts';
import type { OrderAction } from './order-action.ts';
import type { OrderCommandKind } from './order-command.ts';

/** In what capacity somebody acts on an order. */
export const orderRoles = ['school', 'approver', 'provider', 'product'] as const;
export type OrderRole = (typeof orderRoles)[number];

/** Each role in words. */
export const orderRoleNames: Readonly<Record<OrderRole, string>> = {
  school: 'a requester, approver or contact of the buyer',
  approver: 'an approver of the change',
  provider: 'the provider, by its link',
  product: 'the product itself, by the clock',
};

type Audited = OrderAction | 'order-accepted';

/** Which command leads an order where. Making it is the last approval's; a hold on its provider has a table of its own (R19). */
export const orderMachine: Machine<OrderState, OrderCommandKind, OrderRole, Audited> = {
  subject: 'the order',
  states: {
    'awaiting-provider': 'waiting for the provider',
    accepted: 'accepted, and has not started',
    declined: 'declined',
    unfilled: 'unfilled',
    active: 'running',
    paused: 'paused',
    'notice-given': 'under notice',
    ended: 'ended',
    completed: 'complete',
    cancelled: 'cancelled',
  },
  ends: ['ended', 'completed', 'cancelled'],
  moves: [
    {
      command: 'record-answer',
      does: 'answer the order',
      from: ['awaiting-provider'],
      to: ['accepted', 'declined'],
      by: ['provider', 'school'],
      guard:
        'rows 40, 64: once, within its time by the link; declined only with a reason. A school or a commissioner records what it was told otherwise',
      audit: 'order-accepted',
    },
    {
      command: 'offer-other',
      does: 'offer something else',
      from: ['awaiting-provider'],
      to: ['same'],
      by: ['provider'],
      guard: 'within its time; in words that name no pupil. The school decides what follows',
      audit: 'order-other-offered',
    },
    {
      command: 'remind-provider',
      does: 'remind the provider',
      from: ['awaiting-provider'],
      to: ['same'],
      by: ['product'],
      guard: 'R43: on the morning of the last day, once',
      audit: 'provider-reminded',
    },
    {
      command: 'lapse-offer',
      does: 'note that no answer came',
      from: ['awaiting-provider'],
      to: ['unfilled'],
      by: ['product'],
      guard: 'R43: the working days to answer are over; never while the order was not sent',
      audit: 'order-unfilled',
    },
    {
      command: 'offer-next',
      does: 'offer it to the next provider',
      from: ['declined', 'unfilled'],
      to: ['awaiting-provider'],
      by: ['school'],
      guard:
        'rows 38, 41, R30: to a provider that was not asked yet, in the order of a permitted basis, with a reason, at its own framework price frozen anew. What approvers saw must still hold: else the request goes back to them and the order is made by the last approval',
      audit: 'order-passed-on',
    },
    {
      command: 'note-none-left',
      does: 'note that no provider is left',
      from: ['declined'],
      to: ['unfilled'],
      by: ['product'],
      guard: 'row 41: no other provider of the lot meets the need',
      audit: 'order-unfilled',
    },
    {
      command: 'cancel',
      does: 'cancel the order',
      from: ['awaiting-provider', 'accepted'],
      to: ['cancelled'],
      by: ['school'],
      guard: 'before the pupil starts, with a reason: nothing is owed',
      audit: 'order-cancelled',
    },
    {
      command: 'record-start-check',
      does: 'record what a start needs',
      from: ['accepted', 'active', 'paused', 'notice-given'],
      to: ['same'],
      by: ['school'],
      guard:
        'R2 staff checks confirmed, R4 plan agreed, R6 council told and details passed on, with the way of telling; R8 notice of an off-site direction two school days before the first day, and an academy whose articles allow it. After the start only the confirmation of staff checks, renewed when the provider told of other staff',
      audit: 'start-check-recorded',
    },
    {
      command: 'start',
      does: 'start the placement',
      from: ['accepted'],
      to: ['active'],
      by: ['school'],
      guard:
        'everything is recorded; R12 to R19: the provider may be ordered from today, or the school has answered a hold with a reason to go on',
      audit: 'order-started',
    },
    {
      command: 'vary',
      does: 'change the weekly pattern',
      from: ['accepted', 'active'],
      to: ['same'],
      by: ['school'],
      guard:
        'R33: from today on, with a reason; R12: more hours are asked about anew; dearer than was approved it waits for approval (`order-change-proposed`)',
      audit: 'order-varied',
    },
    {
      command: 'extend',
      does: 'extend the order',
      from: ['active'],
      to: ['same'],
      by: ['school'],
      guard: 'within the lot and twelve months in all; dearer than was approved it waits for approval (`order-change-proposed`)',
      audit: 'order-extended',
    },
    {
      command: 'decide-change',
      does: 'decide the change',
      from: ['accepted', 'active'],
      to: ['same'],
      by: ['approver'],
      guard: 'R35: by nobody who proposed it or decided another step, within the limit for the new total; refused only with a reason',
      audit: 'order-change-approved',
    },
    {
      command: 'pause',
      does: 'pause the placement',
      from: ['active'],
      to: ['paused'],
      by: ['school'],
      guard: 'from today on, with a reason',
      audit: 'order-break-begun',
    },
    {
      command: 'resume',
      does: 'take the placement up again',
      from: ['paused'],
      to: ['active'],
      by: ['school'],
      guard: 'within the planned days; the days of the pause are not owed',
      audit: 'order-break-over',
    },
    {
      command: 'note-setting-change',
      does: 'tell of another place or other staff',
      from: ['accepted', 'active', 'paused', 'notice-given'],
      to: ['same'],
      by: ['provider', 'product'],
      guard:
        'R3: by what the register of sites says, looked up by the clock, or the provider by its session. The attendance contact and the safeguarding lead of the school are told at once, as of an absence',
      audit: 'setting-change-told',
    },
    {
      command: 'see-setting-change',
      does: 'say that the school knows of it',
      from: ['accepted', 'active', 'paused', 'notice-given'],
      to: ['same'],
      by: ['school'],
      guard: 'once for each change',
      audit: 'setting-change-seen',
    },
    {
      command: 'give-notice',
      does: 'give notice',
      from: ['active', 'paused'],
      to: ['notice-given'],
      by: ['school'],
      guard: 'R43: the school days of notice in Settings lie between; a provider gives it to the school, which records it',
      audit: 'order-notice-given',
    },
    {
      command: 'finish-notice',
      does: 'note that the notice has run out',
      from: ['notice-given'],
      to: ['ended'],
      by: ['product'],
      guard: 'on the day after the last one',
      audit: 'order-notice-over',
    },
    {
      command: 'end',
      does: 'end the placement at once',
      from: ['active', 'paused', 'notice-given'],
      to: ['ended'],
      by: ['school'],
      guard: 'for one of the reasons that need no notice; nothing is owed after the last day',
      audit: 'order-ended-early',
    },
    {
      command: 'complete',
      does: 'complete the placement',
      from: ['active'],
      to: ['completed'],
      by: ['school'],
      guard: 'row 59: at its planned end, with the final review (R5), the objectives and the destination',
      audit: 'order-completed',
    },
  ],
};

/** The table as decisions ask it. Any pair that is not listed is refused. */
export const orderTable: readonly Transition<OrderState | 'none', OrderCommandKind>[] = orderMachine.moves.flatMap((move) =>
  move.from.map((from) => ({ from, command: move.command, to: targetsOf(move, from) })),
);
