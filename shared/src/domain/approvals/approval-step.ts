import type { Person } from '../people/person.ts';
import type { StepKind } from './approval-policy.ts';

export const verdicts = ['approve', 'reject', 'return'] as const;
export type Verdict = (typeof verdicts)[number];

export const decisionChannels = ['card', 'page'] as const;
export type DecisionChannel = (typeof decisionChannels)[number];

interface StepBase {
  readonly kind: StepKind;
  readonly approvers: readonly Person[];
}

/** Who decided a step, for people: 'D. Deputy for A. Head'. */
export const deciderName = ({ by, onBehalfOf }: { readonly by: Person; readonly onBehalfOf?: Person | undefined }): string =>
  onBehalfOf === undefined ? by.name : `${by.name} for ${onBehalfOf.name}`;

/** One step of approval. Steps are decided in order; only one is open at a time. */
export type ApprovalStep =
  | (StepBase & {
      readonly state: 'waiting' | 'open' | 'closed';
      /** When its approvers were last reminded of it. */
      readonly remindedAt?: string | undefined;
      /** When it was passed on to the next in line, because nobody had decided. */
      readonly escalatedAt?: string | undefined;
    })
  | (StepBase & {
      readonly state: 'decided';
      readonly verdict: Verdict;
      readonly by: Person;
      /** Whose delegate `by` was, where they are no approver of their own right: it counts as that approver's decision. */
      readonly onBehalfOf?: Person | undefined;
      readonly at: string;
      readonly channel: DecisionChannel;
      readonly comment?: string | undefined;
    });
