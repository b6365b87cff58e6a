import type { FrameworkStatus } from '../../register/framework.ts';
import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { FrameworkKind } from '../framework/framework-terms.ts';
import type { LotCriteria } from './criteria.ts';
import type { QuestionSet } from './question.ts';
import type { RoundTimes } from './round.ts';

/** What a commissioner says of a round. */
export interface RoundPlan extends RoundTimes {
  readonly lots: readonly LotCriteria[];
  readonly questionSet: QuestionSet;
}

export interface PlanRound extends TenderCommand {
  readonly kind: 'plan-round';
  readonly ref: string;
  readonly frameworkRef: string;
  readonly plan: RoundPlan;
}

export type RoundCommand =
  | (TenderCommand & { readonly kind: 'amend-round'; readonly plan: RoundPlan })
  | (TenderCommand & { readonly kind: 'publish-round' })
  | (TenderCommand & { readonly kind: 'open-round' })
  | (TenderCommand & { readonly kind: 'extend-round'; readonly closesAt: string; readonly reason: string })
  | (TenderCommand & { readonly kind: 'close-round' })
  | (TenderCommand & { readonly kind: 'cancel-round'; readonly reason: string });

export interface RoundFacts extends TenderFacts {
  readonly framework: { readonly status: FrameworkStatus; readonly kind: FrameworkKind; readonly lotKeys: readonly string[] };
}
