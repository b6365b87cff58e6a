import type { AwardStatus } from '../award/award-status.ts';
import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { Round } from '../round/round.ts';
import type { LotApplication } from './lot-application.ts';

export interface RecordRanking extends TenderCommand {
  readonly kind: 'record-ranking';
  readonly lotKey: string;
}

export type RankingCommand = RecordRanking | (TenderCommand & { readonly kind: 'set-aside-ranking'; readonly reason: string });

export interface RankingFacts extends TenderFacts {
  readonly round: Pick<Round, 'ref' | 'lots' | 'questionSet'>;
  /** Every application for this lot in this round. */
  readonly lotApplications: readonly LotApplication[];
  /** Awards that hold this lot out of this round. */
  readonly awards: readonly { readonly status: AwardStatus }[];
}
