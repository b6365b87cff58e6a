import type { QuoteReply } from '../../contract/call-offs.ts';
import { oneOf } from '../../domain/texts/one-of.ts';
import { stepWords } from '../words.tsx';

/** Who decides, in order: 'The school: A Head or B Deputy, then the council: C Officer'. */
export const approvalRoute = (steps: QuoteReply['steps']): string =>
  steps
    .map(({ kind, approvers }, index) => {
      const name = index === 0 ? stepWords[kind] : `then ${stepWords[kind].toLowerCase()}`;
      return `${name}: ${oneOf(approvers)}`;
    })
    .join(', ');
