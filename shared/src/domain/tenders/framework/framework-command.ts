import type { LocalDate } from '../../days/local-date.ts';
import type { AwardStatus } from '../award/award-status.ts';
import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { RoundStatus } from '../round/round-status.ts';
import type { FrameworkTerms, TermSetting } from './framework-terms.ts';

export interface PlanFramework extends TenderCommand {
  readonly kind: 'plan-framework';
  readonly ref: string;
  readonly terms: FrameworkTerms;
}

export type FrameworkCommand =
  | (TenderCommand & { readonly kind: 'amend-framework'; readonly terms: FrameworkTerms })
  | (TenderCommand & { readonly kind: 'open-framework' })
  | (TenderCommand & { readonly kind: 'close-framework' })
  | (TenderCommand & { readonly kind: 'begin-framework-standstill'; readonly noticePublishedOn: LocalDate })
  | (TenderCommand & { readonly kind: 'go-live' })
  | (TenderCommand & { readonly kind: 'expire-framework' })
  | (TenderCommand & { readonly kind: 'cancel-framework'; readonly reason: string });

/** Read from the lists when the command is given. What cannot be read is not assumed: the edge refuses. */
export interface FrameworkFacts extends TenderFacts {
  readonly setting: TermSetting;
  readonly rounds: readonly { readonly status: RoundStatus }[];
  /** Applications and applications for a lot that nobody has decided yet. */
  readonly undecided: number;
  readonly awards: readonly { readonly status: AwardStatus }[];
}
