import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { Round, RoundTimes } from '../round/round.ts';

export interface AskClarification extends TenderCommand {
  readonly kind: 'ask-clarification';
  readonly ref: string;
  readonly roundRef: string;
  readonly askedBy: string;
  readonly question: string;
}

export type ClarificationCommand =
  | (TenderCommand & { readonly kind: 'answer-clarification'; readonly question: string; readonly answer: string })
  | (TenderCommand & { readonly kind: 'decline-clarification'; readonly reason: string })
  | (TenderCommand & { readonly kind: 'withdraw-clarification' });

export interface ClarificationFacts extends TenderFacts {
  readonly round: Pick<Round, 'status' | keyof RoundTimes>;
  /** Names by which the asker is known: none of them is published. */
  readonly askerNames: readonly string[];
}
