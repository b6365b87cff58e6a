import type { TermDates } from '../days/term-dates.ts';
import type { Person } from '../people/person.ts';
import type { BuyerType } from './buyer-type.ts';
import type { Framework } from './framework.ts';

export const phases = ['primary', 'middle', 'secondary', 'all-through', 'sixteen-plus', 'special', 'not-known'] as const;
export type Phase = (typeof phases)[number];

export const buyerStatuses = ['active', 'closed'] as const;
export type BuyerStatus = (typeof buyerStatuses)[number];

/** A school or council department that may use the framework. Its people sign in from `tenantIds` only. */
export interface Buyer {
  readonly ref: string;
  readonly name: string;
  readonly type: BuyerType;
  readonly phase: Phase;
  readonly status: BuyerStatus;
  readonly outcode?: string | undefined;
  readonly tenantIds: readonly string[];
  /** Who is bound by the contract: the governing body, the academy trust or the council. */
  readonly legalBuyer?: string | undefined;
  readonly parentTrust?: string | undefined;
  readonly invoiceAddress?: string | undefined;
  /** Who is told of an absence on the same day, and the designated safeguarding lead. Mailboxes of the school's own. */
  readonly attendanceEmail?: string | undefined;
  readonly safeguardingEmail?: string | undefined;
  readonly fallbackApprover?: Person | undefined;
  readonly termDates: readonly TermDates[];
}

/** Whether the framework lets this buyer buy (R29); searching asks for less. */
export const mayBuy = (buyer: Buyer, framework: Framework): boolean =>
  buyer.status === 'active' && buyer.type !== 'not-known' && framework.eligibleBuyerTypes.includes(buyer.type);
