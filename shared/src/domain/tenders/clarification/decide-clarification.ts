import { formatInstant } from '../../days/local-date.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { decider } from '../decider.ts';
import { isPastClose, takesQuestions } from '../round/round.ts';
import { firstFault, textFault } from '../text.ts';
import type { Clarification } from './clarification.ts';
import type { AskClarification, ClarificationCommand, ClarificationFacts } from './clarification-command.ts';
import { clarificationMachine } from './clarification-machine.ts';

/** Decides one command about a question that an applicant asks (row 12): everybody gets the same answer, nobody learns who asked. */
export const decideClarification = decider<Clarification, AskClarification, ClarificationCommand, ClarificationFacts>(
  clarificationMachine,
  {
    'ask-clarification': ({ ref, roundRef, askedBy, question }, { round }, now) => {
      if (!takesQuestions(round, now))
        return refused('round-late', `Questions about this round could be asked until ${formatInstant(round.clarificationsCloseAt)}.`);
      return (
        textFault(question, 'your question', '/question') ?? {
          state: { ref, status: 'asked', roundRef, askedBy, question },
          what: 'Question asked',
          works: [{ kind: 'tell', audience: 'commissioners', news: 'clarification-asked' }],
        }
      );
    },
  },
  {
    'answer-clarification': (present, { question, answer }, { round, askerNames }, now) => {
      if (isPastClose(round, now)) return refused('round-late', 'The round has closed, so an answer helps nobody. Decline the question.');
      const fault = firstFault(
        textFault(question, 'the question as it is published', '/question'),
        textFault(answer, 'the answer', '/answer'),
        namesAsker(question, askerNames, '/question'),
        namesAsker(answer, askerNames, '/answer'),
      );
      return (
        fault ?? {
          state: { ...present, status: 'answered', published: { question, answer, answeredAt: now } },
          what: 'Answered to all applicants',
          works: [{ kind: 'tell', audience: 'all-applicants', news: 'clarification-answered' }],
        }
      );
    },
    'decline-clarification': (present, { reason }) =>
      textFault(reason, 'why the question is not answered', '/reason') ?? {
        state: { ...present, status: 'declined' },
        what: 'Declined',
        comment: reason,
        works: [{ kind: 'tell', audience: 'applicant', news: 'clarification-declined' }],
      },
    'withdraw-clarification': (present) => ({ state: { ...present, status: 'withdrawn' }, what: 'Withdrawn' }),
  },
);

const namesAsker = (text: string, names: readonly string[], field: string): Refusal | undefined =>
  names.some((name) => name.trim() !== '' && text.toLowerCase().includes(name.trim().toLowerCase()))
    ? refused('names-the-asker', 'Take the name of the organisation that asked out of the text: it goes to every applicant.', field)
    : undefined;
