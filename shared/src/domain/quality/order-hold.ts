import type { Person } from '../people/person.ts';

/** How a live order stands towards a hold on its provider. `running`: there is none, or none any more. */
export const orderHoldStates = ['running', 'asked', 'unanswered', 'continued', 'paused', 'ended'] as const;
export type OrderHoldState = (typeof orderHoldStates)[number];

/** What a school can answer when it is asked about an order; `resume` when the provider takes orders again. */
export const holdAnswers = ['continue', 'pause', 'end', 'resume'] as const;
export type HoldAnswer = (typeof holdAnswers)[number];

/** What is kept in a call-off of a hold on the provider of its live order. */
export interface OrderHold {
  readonly state: OrderHoldState;
  /** The latest hold that the buyer was asked about. */
  readonly holdRef?: string | undefined;
  /** Until when the buyer has to answer: an instant. */
  readonly answerBy?: string | undefined;
  readonly answeredBy?: Person | undefined;
  readonly answeredAt?: string | undefined;
  readonly reason?: string | undefined;
  /** Whether every hold is gone: only then can a paused order be taken up again. */
  readonly released?: boolean | undefined;
  /** The fixed sentence that the school is shown, with the phone that Settings had when it was asked. */
  readonly notice?: string | undefined;
}

/** What the school can answer now. */
export const answersTo = (hold: OrderHold | undefined): readonly HoldAnswer[] => {
  if (!hold || hold.state === 'running' || hold.state === 'ended') return [];
  if (hold.state === 'paused') return hold.released ? ['resume', 'end'] : ['continue', 'end'];
  return hold.state === 'continued' ? ['pause', 'end'] : ['continue', 'pause', 'end'];
};
