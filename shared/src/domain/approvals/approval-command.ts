import type { Command } from '../call-off/decision.ts';
import type { SubmitFacts } from '../call-off/submit-call-off.ts';
import type { DecisionChannel, Verdict } from './approval-step.ts';

/** Read afresh from the lists at the moment of the click. */
export interface ApprovalDecisionFacts extends SubmitFacts {
  /** Id of the call-off's list item, from which the order takes its number. */
  readonly itemId: number;
  /** How long a provider has to answer, from Settings; the usual time where it is not told. */
  readonly answerWorkingDays?: number | undefined;
}

export interface ApprovalCommand extends Command {
  readonly verdict: Verdict;
  readonly comment?: string | undefined;
  readonly channel: DecisionChannel;
  /** The round and step that the person was looking at. */
  readonly seen: { readonly round: number; readonly step: number };
}
