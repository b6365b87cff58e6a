import { formatInstant } from '../days/local-date.ts';
import type { OrderHoldState } from './order-hold.ts';

/** What is to be told of a live order whose provider was held. `isOver`: the provider takes orders again. */
export interface ToldHold {
  readonly state: OrderHoldState;
  readonly answerBy?: string | undefined;
  /** Who answered, by name. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  readonly isOver: boolean;
}

/** How a live order stands towards a hold on its provider, in a sentence that a school reads. */
export const holdSentence = ({ state, answerBy, by = 'The school', reason, isOver }: ToldHold): string => {
  switch (state) {
    case 'asked':
      return `The school decides by ${answerBy === undefined ? '10am on its next school day' : formatInstant(answerBy)}: go on, pause or end.`;
    case 'unanswered':
      return 'No answer came in time. The head and the commissioning team have been told. Decide: go on, pause or end.';
    case 'continued':
      return `${by} decided that the placement goes on${reason ? `: ${reason}` : '.'}`;
    case 'paused':
      return `${by} paused the placement.${isOver ? ' The provider takes orders again.' : ''}`;
    case 'ended':
      return `${by} ended the placement.`;
    case 'running':
      return 'The provider takes orders again. The placement runs as before.';
  }
};
