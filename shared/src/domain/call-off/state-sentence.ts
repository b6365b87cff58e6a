import { formatDate, toLondonDate } from '../days/local-date.ts';
import type { OrderState } from '../orders/order.ts';
import type { OrderHoldState } from '../quality/order-hold.ts';
import { oneOf } from '../texts/one-of.ts';
import type { AttentionReason } from './attention.ts';
import type { CallOffStatus } from './call-off.ts';

/** What says where a request stands. */
interface Told {
  readonly status: CallOffStatus;
  readonly orderNumber?: string | undefined;
  readonly orderState?: OrderState | undefined;
  readonly holdState?: OrderHoldState | undefined;
  /** Names of those whose decision it waits for. */
  readonly waitingFor: readonly string[];
  /** Since when it has been with them. */
  readonly waitingSince?: string | undefined;
  readonly providerName: string;
  /** What waits to be mended by the commissioning team. */
  readonly needsAttention?: AttentionReason | undefined;
  /** A dearer change of the order, with the names of those whose decision it waits for. */
  readonly change?: { readonly waitingFor: readonly string[] } | undefined;
}

/** How an order stands that the provider has answered. */
const orderWords: Readonly<Record<Exclude<OrderState, 'awaiting-provider'>, (providerName: string) => string>> = {
  accepted: (providerName) => `accepted by ${providerName}`,
  declined: (providerName) => `declined by ${providerName}`,
  unfilled: () => 'could be taken by no provider',
  active: (providerName) => `is running at ${providerName}`,
  paused: () => 'is paused by the school',
  'notice-given': () => 'ends: notice was given',
  ended: () => 'has ended',
  completed: () => 'is complete',
  cancelled: () => 'was cancelled before the start',
};

/** Where a request stands and whom it waits for, in one line. Nothing is called confirmed: an order waits until the provider has answered. */
export const stateSentence = (told: Told): string => {
  const { status, orderNumber = '', orderState, holdState, waitingFor, waitingSince, providerName, needsAttention, change } = told;
  switch (status) {
    case 'awaiting-approval':
      if (waitingFor.length === 0) return 'Waiting for approval';
      return `With ${oneOf(waitingFor)}${waitingSince === undefined ? '' : ` since ${formatDate(toLondonDate(waitingSince))}`}`;
    case 'returned':
      return 'Sent back for changes';
    case 'rejected':
      return 'Rejected';
    case 'withdrawn':
      return 'Withdrawn';
    case 'ordered':
      if (holdState === 'asked' || holdState === 'unanswered')
        return `Order ${orderNumber} is on hold: the school decides what is to happen`;
      if (holdState === 'paused' || holdState === 'ended') return `Order ${orderNumber} was ${holdState} by the school`;
      if (change) return `A change of order ${orderNumber} waits for ${oneOf(change.waitingFor)}`;
      if (orderState !== undefined && orderState !== 'awaiting-provider')
        return `Order ${orderNumber} ${orderWords[orderState](providerName)}`;
      if (needsAttention === 'order-not-sent')
        return `Order ${orderNumber} was not sent to the provider: waiting for the commissioning team`;
      return `Order ${orderNumber} sent to the provider: waiting for its answer`;
  }
};
