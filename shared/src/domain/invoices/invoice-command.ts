import type { GivenCommand } from '../call-off/decider.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import type { Membership } from '../people/membership.ts';
import type { ChargeableOrder } from './chargeable-order.ts';
import type { Invoice, InvoiceKind, Period } from './invoice.ts';
import type { InvoiceRole } from './invoice-role.ts';

/** A line as somebody types it from the paper. */
export interface TypedLine extends Period {
  readonly orderNumber: string;
  readonly units: number;
  readonly net: Pence;
}

/** What the paper says. VAT as it stands there, for the whole of it. */
export interface TypedInvoice {
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly date: LocalDate;
  readonly poNumber?: string | undefined;
  readonly note?: string | undefined;
  readonly lines: readonly TypedLine[];
  readonly vat: Pence;
}

type Given<Kind extends string, Told = unknown> = GivenCommand & { readonly kind: Kind } & Told;

export type EnterInvoice = Given<
  'enter-invoice',
  {
    readonly ref: string;
    readonly buyer: { readonly ref: string; readonly name: string };
    readonly provider: { readonly ref: string; readonly name: string };
    readonly typed: TypedInvoice;
  }
>;

/** What an accepter has seen and explains. `dueNet`: of each line, in order, as the page showed it. */
export interface Acceptance {
  readonly seen: { readonly version: number; readonly dueNet: readonly Pence[] };
  /** By the place of the line, from 0. */
  readonly reasons: readonly { readonly line: number; readonly reason: string }[];
  readonly vatReason?: string | undefined;
}

export type InvoiceCommand =
  | Given<'correct-invoice', { readonly typed: TypedInvoice }>
  | Given<'accept-invoice', Acceptance>
  | Given<'refuse-invoice', { readonly reason: string }>
  | Given<'withdraw-invoice'>;

export type InvoiceCommandKind = EnterInvoice['kind'] | InvoiceCommand['kind'];

/** What a decision about an invoice rests on, read from the lists now. */
export interface InvoiceFacts {
  readonly roles: readonly InvoiceRole[];
  readonly members: readonly Membership[];
  /** The orders of this buyer with this provider that can be charged, by number. */
  readonly orders: ReadonlyMap<string, ChargeableOrder>;
  /** Every other paper of the same account. */
  readonly others: readonly Invoice[];
}
