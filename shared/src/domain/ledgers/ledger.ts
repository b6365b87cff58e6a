import { type Aggregate, unwritten } from '../call-off/aggregate.ts';

import type { LocalDate } from '../days/local-date.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import type { PersonKey } from '../people/person.ts';
import type { FinancialYear } from './financial-year.ts';
import type { LedgerAction } from './ledger-actions.ts';
import type { Override } from './override.ts';

/** The limits over many call-offs. Each limit has one item, so that one conditional write decides about all that is taken of it. */
export const ledgerKinds = ['framework-value', 'budget', 'registration-load'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** Which limit: the value of a framework, the budget of a buyer for a financial year, or the pupils of a provider. */
export type LedgerId =
  | { readonly kind: 'framework-value'; readonly of: string }
  | { readonly kind: 'budget'; readonly of: string; readonly year: FinancialYear }
  | { readonly kind: 'registration-load'; readonly of: string };

/** The reference of a ledger's item, fit for a row key as its parts are. */
export const ledgerRef = (id: LedgerId): string => {
  switch (id.kind) {
    case 'framework-value':
      return `FV-${id.of}`;
    case 'budget':
      return `BU-${id.of}-${id.year}`;
    case 'registration-load':
      return `RL-${id.of}`;
  }
};

/** One placement of a pupil of compulsory school age, as far as the threshold of registration asks (R12 to R14). */
export interface HeldPlacement {
  /** A hash of buyer and school's reference: it tells pupils apart and names nobody. */
  readonly pupil: string;
  /** In quarters of an hour. */
  readonly hoursPerWeek: number;
  /** With an EHC plan or looked after. */
  readonly withPlan: boolean;
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
}

/** What a call-off takes of a limit: money in pence ex VAT, or placements. */
export interface Holding {
  readonly amount: Pence;
  readonly placements: readonly HeldPlacement[];
}

export const nothingHeld: Holding = { amount: pence(0), placements: [] };
export const holdsNothing = ({ amount, placements }: Holding): boolean => amount === 0 && placements.length === 0;
export const sameHolding = (a: Holding, b: Holding): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The share of one call-off. `open`: reserved for a write of the call-off that may still come; it counts as taken like any other, and is never freed by
 * time. `over` says over which states of the call-off it was decided (`writes-to-come.ts`): while the call-off is in one of them, the write may come.
 */
export interface Share extends Holding {
  readonly subject: string;
  readonly state: 'open' | 'confirmed';
  readonly over?: string | undefined;
}

/** That a framework's value has reached the warning or the limit, as commissioners were told. */
export interface ToldOfValue {
  readonly standing: 'near' | 'full';
  readonly at: string;
}

/** What a decision about a ledger asks the world to do. Money in pence ex VAT, as it was when the mark was crossed. */
export type LedgerWork =
  | { readonly kind: 'record-audit'; readonly action: LedgerAction; readonly actor: PersonKey }
  | { readonly kind: 'tell-commissioners'; readonly standing: ToldOfValue['standing']; readonly taken: Pence; readonly limit: Pence };

/** Pupils whom a provider has from elsewhere, as it declared them: they count, and are not seen in the orders made here. */
export interface PupilsElsewhere {
  readonly pupils: number;
  readonly withPlan: number;
  readonly asAt: LocalDate;
}

/** One limit: what is taken of it and by which call-off, and what commissioners allow beyond it. Its version counts decisions, and no shares. */
export interface Ledger extends Aggregate<LedgerWork> {
  readonly id: LedgerId;
  readonly shares: readonly Share[];
  /** What call-offs that are finished for good have taken. In pence ex VAT. */
  readonly finished: Pence;
  readonly overrides: readonly Override[];
  readonly elsewhere?: PupilsElsewhere | undefined;
  /** R34: of which mark of a framework's value commissioners were last told; absent below the warning. */
  readonly told?: ToldOfValue | undefined;
}

export const newLedger = (id: LedgerId): Ledger => ({
  ...unwritten,
  ref: ledgerRef(id),
  id,
  shares: [],
  finished: pence(0),
  overrides: [],
});

/** Money that is taken, reserved or not; that of one call-off left out, where one is named. In pence ex VAT. */
export const takenOf = ({ shares, finished }: Ledger, but?: string): Pence =>
  addPence(finished, ...shares.filter(({ subject }) => subject !== but).map(({ amount }) => amount));

export const shareOf = ({ shares }: Ledger, subject: string): Share | undefined => shares.find((share) => share.subject === subject);
