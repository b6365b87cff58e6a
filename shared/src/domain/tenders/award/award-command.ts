import type { LocalDate } from '../../days/local-date.ts';
import type { Rate } from '../../money/rate-card.ts';
import type { Person, PersonId } from '../../people/person.ts';
import type { FrameworkStatus } from '../../register/framework.ts';
import type { Provider } from '../../register/provider.ts';
import type { Service } from '../../register/service.ts';
import type { Offer } from '../application/offer.ts';
import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { LotApplicationStatus } from '../evaluation/lot-application.ts';
import type { RankedLine } from '../evaluation/rank-lot.ts';
import type { FrameworkKind, FrameworkTerms } from '../framework/framework-terms.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { PriceLine } from '../prices/price-line.ts';
import type { AwardedLot } from './award.ts';
import type { AwardStatus } from './award-status.ts';
import type { NewService } from './awarded-service.ts';
import type { ExclusionCheck } from './exclusion-check.ts';
import type { PortalScorers } from './portal-scorers.ts';

interface NewAward extends TenderCommand {
  readonly frameworkRef: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly prices: readonly PriceLine[];
  /** Services that are priced for the first time; see awarded-service.ts. */
  readonly services: readonly NewService[];
}

/** An award that was made on an e-procurement portal, as its notice has it. */
export interface ImportAward extends NewAward {
  readonly kind: 'import-award';
  readonly portal: string;
  readonly noticeId: string;
  readonly evidenceUrl: string;
  readonly decidedOn: LocalDate;
  readonly lots: readonly AwardedLot[];
  readonly scorers: PortalScorers;
}

/** An award out of a round of the product: lots that were recommended, at the prices that were offered. */
export interface ProposeAward extends NewAward {
  readonly kind: 'propose-award';
  readonly roundRef: string;
  readonly applicationRef: string;
  readonly lotKeys: readonly string[];
}

export type BeginAward = ImportAward | ProposeAward;

export type AwardCommand =
  | (TenderCommand & { readonly kind: 'record-exclusion-check' } & Omit<ExclusionCheck, 'checkedBy'>)
  | (TenderCommand & { readonly kind: 'approve-award'; readonly comment?: string | undefined })
  | (TenderCommand & { readonly kind: 'reject-award'; readonly reason: string })
  | (TenderCommand & { readonly kind: 'begin-standstill'; readonly noticePublishedOn: LocalDate })
  | (TenderCommand & { readonly kind: 'note-standstill-over' })
  | (TenderCommand & { readonly kind: 'send-agreement'; readonly documentUrl: string; readonly sentOn: LocalDate })
  | (TenderCommand & {
      readonly kind: 'record-signature';
      readonly signedOn: LocalDate;
      readonly signatory: { readonly name: string; readonly position: string };
      readonly signedUrl: string;
    })
  | (TenderCommand & { readonly kind: 'countersign' })
  | (TenderCommand & { readonly kind: 'confirm-in-force' })
  | (TenderCommand & { readonly kind: 'set-aside-award'; readonly reason: string });

/** Read afresh when the command is given. */
export interface AwardFacts extends TenderFacts {
  readonly framework: {
    readonly status: FrameworkStatus;
    readonly kind: FrameworkKind;
    readonly terms: Pick<FrameworkTerms, 'lotKeys' | 'liveFrom' | 'expiresOn' | 'standstillWorkingDays'>;
  };
  /** Lots that this provider holds or is about to, by other awards under this framework. */
  readonly otherAwards: readonly { readonly status: AwardStatus; readonly lotKeys: readonly string[] }[];
  /** What came out of the round, for a proposal. */
  readonly evaluation?:
    | {
        readonly lots: readonly { readonly lotKey: string; readonly status: LotApplicationStatus; readonly line: RankedLine | undefined }[];
        readonly offers: readonly Offer[];
        readonly evaluators: readonly PersonId[];
      }
    | undefined;
  readonly book: PriceBook | undefined;
  readonly provider: Provider | undefined;
  readonly rates: readonly Rate[];
  /** The services that the award prices, as they are in their list. */
  readonly services: readonly Pick<Service, 'ref' | 'providerRef' | 'lotKey'>[];
  /** Everybody of the council's departments, whatever they do there. */
  readonly members: readonly Person[];
  /** Everybody who may approve awards, before it is asked who has a part in this one. */
  readonly approvers: readonly PersonId[];
}
