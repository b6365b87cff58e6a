import { type Pence, pence } from '../../money/money.ts';
import type { BuyerType } from '../../register/buyer-type.ts';
import type { DirectAwardBasis } from '../../register/framework.ts';
import type { FrameworkPriceTerms } from '../prices/price-period.ts';

/** R27: the law that the framework was let under. Earlier ones stay under the regulations of 2015. */
export const legalRegimes = ['pcr-2015', 'pa-2023-light-touch', 'pa-2023', 'below-threshold'] as const;
export type LegalRegime = (typeof legalRegimes)[number];

/** An open framework takes new providers in later rounds; a closed one does not. */
export const frameworkKinds = ['closed', 'open'] as const;
export type FrameworkKind = (typeof frameworkKinds)[number];

/** How prices of a later period come about. Inside a period every one is fixed. */
export const priceRules = ['fixed-for-the-term', 'reviewed-each-period', 'indexed-each-period'] as const;
export type PriceRule = (typeof priceRules)[number];

/** A competition held on an e-procurement portal: its notice and where the evidence lies. */
export interface CompetitionElsewhere {
  readonly portal: string;
  readonly noticeId: string;
  readonly evidenceUrl: string;
  /** When applications closed there; ISO instant. */
  readonly closedAt: string;
}

/** R29: what a framework must state: who may use it, for what, at which price, to what value, how providers are chosen, for how long. */
export interface FrameworkTerms extends FrameworkPriceTerms {
  readonly name: string;
  readonly authority: string;
  readonly legalRegime: LegalRegime;
  readonly kind: FrameworkKind;
  readonly eligibleBuyerTypes: readonly BuyerType[];
  /** What may be bought. */
  readonly scope: string;
  readonly lotKeys: readonly string[];
  readonly priceRule: PriceRule;
  readonly maxValue: Pence;
  /** How providers are chosen for the framework. */
  readonly selectionProcess: string;
  /** R30: how one is chosen for an order. */
  readonly permittedBases: readonly DirectAwardBasis[];
  /** R32 */
  readonly standstillWorkingDays: number;
  /** R28: why the term is longer than the setting. */
  readonly termReason?: string | undefined;
  /** Absent when applications are taken in rounds of the product. */
  readonly competition?: CompetitionElsewhere | undefined;
}

/** R28: policy, not law, for light touch frameworks: a term above it needs a reason. */
export interface TermSetting {
  readonly longestMonths: number;
  /** R27: from this value, VAT included, a light touch contract is regulated. It changes every two years: a commissioner keeps it. */
  readonly lightTouchThreshold: Pence;
}
export const usualTermSetting: TermSetting = { longestMonths: 48, lightTouchThreshold: pence(66_354_000) };
