import type { TenderMachine } from '../machine.ts';
import type { ClarificationStatus } from './clarification.ts';
import type { AskClarification, ClarificationCommand } from './clarification-command.ts';

/** Which command leads a question about a round where. */
export const clarificationMachine: TenderMachine<ClarificationStatus, (AskClarification | ClarificationCommand)['kind']> = {
  subject: 'the question',
  states: {
    asked: 'waiting for its answer',
    answered: 'answered to all applicants',
    declined: 'declined',
    withdrawn: 'withdrawn',
  },
  ends: ['answered', 'declined', 'withdrawn'],
  moves: [
    {
      command: 'ask-clarification',
      does: 'ask a question about the round',
      from: ['none'],
      to: ['asked'],
      by: ['applicant'],
      guard: 'row 12: the round is published, and its time for questions is not over',
      audit: 'clarification-asked',
    },
    {
      command: 'answer-clarification',
      does: 'answer the question',
      from: ['asked'],
      to: ['answered'],
      by: ['commissioner'],
      guard: 'row 12: to all applicants, before the round closes, without a name of who asked',
      audit: 'clarification-answered',
    },
    {
      command: 'decline-clarification',
      does: 'decline the question',
      from: ['asked'],
      to: ['declined'],
      by: ['commissioner'],
      guard: 'with a reason, which only the asker is told',
      audit: 'clarification-declined',
    },
    {
      command: 'withdraw-clarification',
      does: 'withdraw the question',
      from: ['asked'],
      to: ['withdrawn'],
      by: ['applicant'],
      guard: 'by whoever asked',
      audit: 'clarification-withdrawn',
    },
  ],
};
