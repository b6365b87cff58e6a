import type { StepKind } from './approval-policy.ts';
import type { Person } from './person.ts';

export const verdicts = ['approve', 'reject', 'return'] as const;
export type Verdict = (typeof verdicts)[number];

export const decisionChannels = ['card', 'page'] as const;
export type DecisionChannel = (typeof decisionChannels)[number];

interface StepBase {
  readonly kind: StepKind;
  readonly approvers: readonly Person[];
}

/** One step of approval. Steps are decided in order; only one is open at a time. */
export type ApprovalStep =
  | (StepBase & {
      readonly state: 'waiting' | 'open' | 'closed';
      /** When its approvers were last reminded of it. */
      readonly remindedAt?: string | undefined;
    })
  | (StepBase & {
      readonly state: 'decided';
      readonly verdict: Verdict;
      readonly by: Person;
      readonly at: string;
      readonly channel: DecisionChannel;
      readonly comment?: string | undefined;
    });
