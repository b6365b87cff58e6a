import type { RoundReply } from '../../../contract/rounds.ts';
import { formatInstant, instantAtLondon } from '../../../domain/days/local-date.ts';
import type { Act } from '../Acts.tsx';
import type { useCommissioningClient } from '../use-commissioning.tsx';

type Client = ReturnType<typeof useCommissioningClient>;

const noon = 12;

/** What a commissioner may try with a round as it stands. */
export const roundActs = ({ ref, status }: Pick<RoundReply, 'ref' | 'status'>, client: Client): readonly Act[] => {
  const params = { ref };
  const publish: Act = {
    title: 'Publish the round',
    about: 'It opens and closes by the clock. Its questions and weights cannot be changed any more.',
    questions: [],
    sure: 'Applicants see what is asked and how it is weighed.',
    onSend: async (_given, key) => {
      await client.moveRound({ params, body: { move: 'publish' }, key });
      return 'The round is published.';
    },
  };
  const extend: Act = {
    title: 'Extend the round',
    about: 'For everybody alike. Whoever has begun is told.',
    questions: [
      { as: 'day', name: 'closesAt', label: 'At noon of which day does it close?', missing: 'Enter the new last day' },
      { as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why it is extended' },
    ],
    onSend: async (given, key) => {
      const closesAt = instantAtLondon(given.day('closesAt'), noon);
      await client.moveRound({ params, body: { move: 'extend', closesAt, reason: given.text('reason') }, key });
      return `The round closes on ${formatInstant(closesAt)}.`;
    },
  };
  const cancel: Act = {
    title: 'Cancel the round',
    questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why it is cancelled' }],
    sure: 'Whoever has applied is told. It is not opened again.',
    onSend: async (given, key) => {
      await client.moveRound({ params, body: { move: 'cancel', reason: given.text('reason') }, key });
      return 'The round is cancelled.';
    },
  };
  const invite: Act = {
    title: 'Invite an organisation',
    about: 'It gets the link by which it applies, without an account.',
    questions: [
      { as: 'line', name: 'organisation', label: 'Name of the organisation', missing: 'Enter the name of the organisation', limit: 255 },
      { as: 'line', name: 'email', label: 'E-mail', missing: 'Enter an e-mail address, such as name@example.com', limit: 254 },
      {
        as: 'line',
        name: 'registryNumber',
        label: 'Company, charity or UKPRN number',
        missing: 'Enter the number under which it is registered',
        limit: 20,
      },
    ],
    onSend: async (given) => {
      const body = { organisation: given.text('organisation'), email: given.text('email'), registryNumber: given.text('registryNumber') };
      const { sentTo, expiresAt } = await client.inviteApplicant({ params, body });
      return `The link was mailed to ${sentTo}. It can be used until ${formatInstant(expiresAt)}.`;
    },
  };
  if (status === 'draft') return [publish, cancel];
  return status === 'published' || status === 'open' ? [invite, extend, cancel] : [];
};

/** What a commissioner may do about a question of an applicant. */
export const clarificationActs = ({ ref, question }: RoundReply['clarifications'][number], client: Client): readonly Act[] => [
  {
    title: 'Answer to everybody',
    about: 'Every applicant reads the question and the answer. Change the question where it would give away who asked.',
    questions: [
      { as: 'paragraph', name: 'question', label: 'Question, as everybody reads it', missing: 'Enter the question', first: question },
      { as: 'paragraph', name: 'answer', label: 'Answer', missing: 'Enter the answer' },
    ],
    onSend: async (given, key) => {
      const body = { outcome: 'answer' as const, question: given.text('question'), answer: given.text('answer') };
      await client.answerClarification({ params: { ref }, body, key });
      return 'The answer is published to every applicant.';
    },
  },
  {
    title: 'Decline',
    questions: [
      { as: 'paragraph', name: 'reason', label: 'Why?', hint: 'Only whoever asked reads it', missing: 'Enter why it is declined' },
    ],
    onSend: async (given, key) => {
      await client.answerClarification({ params: { ref }, body: { outcome: 'decline', reason: given.text('reason') }, key });
      return 'The question is declined. Whoever asked is told.';
    },
  },
];
