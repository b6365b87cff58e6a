import type { Application } from '../application/application.ts';
import type { AwardStatus } from '../award/award-status.ts';
import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { Round } from '../round/round.ts';
import type { Marks } from './mark.ts';
import type { RankedLine } from './rank-lot.ts';
import type { ScoreSheet } from './score-sheet.ts';

export interface EnterLot extends TenderCommand {
  readonly kind: 'enter-lot';
  readonly lotKey: string;
}

export type LotApplicationCommand =
  | (TenderCommand & { readonly kind: 'moderate'; readonly marks: Marks })
  | (TenderCommand & { readonly kind: 'note-ranking' })
  | (TenderCommand & { readonly kind: 'clear-ranking' })
  | (TenderCommand & { readonly kind: 'note-award' })
  | (TenderCommand & { readonly kind: 'withdraw-lot'; readonly reason: string });

export interface LotApplicationFacts extends TenderFacts {
  readonly round: Pick<Round, 'ref' | 'lots' | 'questionSet'>;
  readonly application: Pick<Application, 'ref' | 'status' | 'providerRef' | 'providerName' | 'lotKeys' | 'answers' | 'offers'>;
  readonly sheets: readonly ScoreSheet[];
  /** Its line in the ranking of the lot; `undefined` while none is recorded. */
  readonly ranked: RankedLine | undefined;
  /** How the award stands that holds this lot for this provider. */
  readonly award: AwardStatus | undefined;
}
