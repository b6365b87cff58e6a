import type { OrderReply } from '../../contract/orders.ts';
import { formatDate, type LocalDate } from '../../domain/days/local-date.ts';
import { endReasonWords } from '../../domain/orders/order-end.ts';
import { oneOf } from '../../domain/texts/one-of.ts';

/** The last day that is planned; absent where nothing is planned any more. */
export const lastPlanned = ({ plan }: Pick<OrderReply, 'plan'>): LocalDate | undefined => plan.parts.at(-1)?.to;

const on = (day: LocalDate | undefined, lead: string): string => (day === undefined ? '' : ` ${lead} ${formatDate(day)}`);

const stateOf = (order: OrderReply): string => {
  const { state, number, startedOn, pausedFrom, notice, end } = order;
  switch (state) {
    case 'accepted':
      return `The provider has accepted order ${number}. The pupil has not started yet.`;
    case 'active':
      return `The placement is running${on(startedOn, 'since')}. It is planned${on(lastPlanned(order), 'to')}.`;
    case 'paused':
      return `The placement is paused${on(pausedFrom, 'from')}. Nothing is owed until it is taken up again.`;
    case 'notice-given':
      return notice === undefined
        ? 'The placement ends: notice was given.'
        : `The placement ends: notice was given by the ${notice.by}${on(notice.givenOn, 'on')}. The last day is ${formatDate(notice.lastDay)}.`;
    case 'ended':
      return `The placement ended${on(end?.on, 'on')}${end === undefined ? '' : `. ${endReasonWords[end.reason]}`}.`;
    case 'completed':
      return `The placement is complete${end === undefined ? '' : `. Its last day was ${formatDate(end.on)}`}.`;
    case 'cancelled':
      return 'The order was cancelled before the pupil started. Nothing is owed.';
    case 'awaiting-provider':
      return `The provider has not answered order ${number} yet.`;
    case 'declined':
    case 'unfilled':
      return `No provider has taken order ${number}.`;
  }
};

/** How an order stands, in a sentence or two; a change that waits is told with it. */
export const orderStands = (order: OrderReply): string => {
  const { change } = order;
  return change === undefined
    ? stateOf(order)
    : `${stateOf(order)} A change waits: the order stays as it is until ${oneOf(change.waitingFor)} has approved.`;
};
