import type { LocalDate } from '../../days/local-date.ts';
import type { PersonId } from '../../people/person.ts';
import type { Hundredths } from '../evaluation/rank-lot.ts';
import type { PriceLine } from '../prices/price-line.ts';
import type { TenderRecord } from '../record.ts';
import type { AwardStatus } from './award-status.ts';
import type { NewService } from './awarded-service.ts';
import type { ExclusionCheck } from './exclusion-check.ts';
import type { Standstill } from './standstill.ts';

/** Where an award was decided: on an e-procurement portal, or in a round of the product. From here on both are the same. */
export type AwardSource =
  | {
      readonly kind: 'portal';
      readonly portal: string;
      readonly noticeId: string;
      readonly evidenceUrl: string;
      readonly decidedOn: LocalDate;
    }
  | { readonly kind: 'round'; readonly roundRef: string; readonly applicationRef: string };

/** A lot that is awarded, with the points that won it. */
export interface AwardedLot {
  readonly lotKey: string;
  readonly qualityPoints: Hundredths;
  readonly pricePoints: Hundredths;
  readonly total: Hundredths;
  readonly place?: number | undefined;
}

/** The agreement as it went out and came back. Documents are links. */
export interface Agreement {
  readonly documentUrl: string;
  readonly sentOn: LocalDate;
  readonly signedOn?: LocalDate | undefined;
  readonly signatory?: { readonly name: string; readonly position: string } | undefined;
  readonly signedUrl?: string | undefined;
  readonly countersignedOn?: LocalDate | undefined;
}

/** What one provider won: its lots and their prices, from the proposal to the countersigned agreement. */
export interface Award extends TenderRecord {
  readonly status: AwardStatus;
  readonly frameworkRef: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly source: AwardSource;
  readonly lots: readonly AwardedLot[];
  readonly prices: readonly PriceLine[];
  /** Priced services that are in no list yet: they are entered when the agreement is countersigned. */
  readonly services: readonly NewService[];
  readonly proposedBy: PersonId;
  /** Whoever scored it, here or on the portal: none of them approves it. */
  readonly evaluators: readonly PersonId[];
  readonly exclusionCheck?: ExclusionCheck | undefined;
  readonly standstill?: Standstill | undefined;
  /** Set once commissioners were told that it is over. */
  readonly standstillOver?: true | undefined;
  readonly agreement?: Agreement | undefined;
}

const keyOf = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]+/gu, '-');

/** The one award of these lots to a provider out of one notice or round: the same ref for a second one, so that a unique column refuses it. */
export const awardRef = (providerRef: string, source: AwardSource, lotKeys: readonly string[]): string =>
  ['AW', providerRef, source.kind === 'portal' ? source.noticeId : source.roundRef, ...[...lotKeys].sort()].map(keyOf).join('-');
