import type { VisitReply } from '../../../contract/visits.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import type { Act } from '../Acts.tsx';
import type { Given, Question } from '../questions.tsx';
import type { useCommissioningClient } from '../use-commissioning.tsx';

type Client = ReturnType<typeof useCommissioningClient>;

/** Plans a visit to one provider. */
export const planVisitAct = (provider: { readonly ref: string; readonly name: string }, client: Client): Act => ({
  title: 'Plan a visit',
  questions: [{ as: 'day', name: 'plannedFor', label: 'For which day?', missing: 'Enter the day of the visit' }],
  onSend: async (given, key) => {
    const plannedFor = given.day('plannedFor');
    await client.planVisit({ body: { providerRef: provider.ref, plannedFor }, key });
    return `A visit to ${provider.name} is planned for ${formatDate(plannedFor)}.`;
  },
});

const longest = 2_000;
const answerName = (position: number): string => `answer-${position}`;

/** What was found, as it is kept: each question that was answered with its answer, then what else there was. */
const findingsOf = (given: Given, asked: readonly string[]): string =>
  [
    ...asked.flatMap((question, position) => {
      const answer = given.text(answerName(position));
      return answer === '' ? [] : [`${question}\n${answer}`];
    }),
    ...(given.text('findings') === '' ? [] : [given.text('findings')]),
  ].join('\n\n');

/** R21: a field for each statement that a visit looks at, and one for what else there was. */
const findingQuestions = (asked: readonly string[]): readonly Question[] => [
  ...asked.map((question, position): Question => ({ as: 'paragraph', name: answerName(position), label: question, limit: 400 })),
  {
    as: 'paragraph',
    name: 'findings',
    label: 'What else was found?',
    fault: (_text, given) => {
      const { length } = findingsOf(given, asked);
      if (length === 0) return 'Enter what was found: answer a question above, or write it here';
      return length > longest ? `Shorten the answers by ${length - longest} characters: all together they are too long` : undefined;
    },
  },
];

/** What may be done with a visit as a whole. `asked`: what a visit looks at. */
export const visitActs = (visit: VisitReply, asked: readonly string[], client: Client): readonly Act[] => {
  const { ref, providerName, actions } = visit;
  const decide = async (key: string, body: Parameters<Client['decideVisit']>[0]['body'], sentence: string): Promise<string> => {
    await client.decideVisit({ params: { ref }, body, key });
    return sentence;
  };
  const acts: Readonly<Partial<Record<VisitReply['may'][number], Act>>> = {
    record: {
      title: 'Record the visit',
      about: 'What was seen and said. Actions for the provider are agreed after this, one by one.',
      questions: [
        { as: 'day', name: 'heldOn', label: 'When was the visit?', missing: 'Enter the day of the visit' },
        ...findingQuestions(asked),
      ],
      onSend: (given, key) =>
        decide(key, { kind: 'record', heldOn: given.day('heldOn'), findings: findingsOf(given, asked) }, 'The visit is recorded.'),
    },
    move: {
      title: 'Move the visit',
      questions: [{ as: 'day', name: 'plannedFor', label: 'To which day?', missing: 'Enter the new day of the visit' }],
      onSend: (given, key) => {
        const plannedFor = given.day('plannedFor');
        return decide(key, { kind: 'move', plannedFor }, `The visit is planned for ${formatDate(plannedFor)}.`);
      },
    },
    cancel: {
      title: 'Cancel the visit',
      questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why the visit does not take place' }],
      sure: `${providerName} is then due for a visit as it was before. A cancelled visit is planned anew.`,
      onSend: (given, key) => decide(key, { kind: 'cancel', reason: given.text('reason') }, 'The visit is cancelled.'),
    },
    'add-action': {
      title: 'Agree an action',
      about: 'The provider is told of it by mail.',
      questions: [
        { as: 'paragraph', name: 'text', label: 'What must the provider do?', missing: 'Enter what the provider must do' },
        { as: 'day', name: 'dueOn', label: 'By when?', missing: 'Enter the day by which it must be done' },
      ],
      onSend: (given, key) =>
        decide(
          key,
          { kind: 'add-action', text: given.text('text'), dueOn: given.day('dueOn') },
          'The action is agreed. The provider is told by mail.',
        ),
    },
    // While an action is open it would be refused: the page says what is to be done first.
    ...(actions.every(({ doneBy }) => doneBy !== undefined)
      ? {
          close: {
            title: 'Close the visit',
            questions: [],
            sure: 'Nothing can be added to a visit that is closed.',
            onSend: (_given: Given, key: string) => decide(key, { kind: 'close' }, 'The visit is closed.'),
          },
        }
      : {}),
  };
  return (['record', 'add-action', 'move', 'cancel', 'close'] as const).flatMap((kind) =>
    visit.may.includes(kind) ? (acts[kind] ?? []) : [],
  );
};

/** What may be done with one action of a visit. */
export const actionActs = (visit: VisitReply, action: VisitReply['actions'][number], client: Client): readonly Act[] => {
  const params = { ref: visit.ref };
  const actionRef = action.ref;
  if (action.doneBy !== undefined) return [];
  const acts: Readonly<Partial<Record<VisitReply['may'][number], Act>>> = {
    'evidence-action': {
      title: 'Record evidence',
      about: 'Where it lies, never the evidence itself. The action stays open until somebody has looked.',
      questions: [{ as: 'line', name: 'link', label: 'Link to it', hint: 'Begins with https://', limit: 400 }],
      onSend: async (given, key) => {
        await client.decideVisit({ params, body: { kind: 'evidence-action', actionRef, ...given.maybe('link') }, key });
        return 'It is recorded that evidence is here.';
      },
    },
    'finish-action': {
      title: 'Mark as done',
      about: 'You have looked, and the provider has done it.',
      questions: [],
      onSend: async (_given, key) => {
        await client.decideVisit({ params, body: { kind: 'finish-action', actionRef }, key });
        return 'The action is done.';
      },
    },
  };
  return (['evidence-action', 'finish-action'] as const).flatMap((kind) => (visit.may.includes(kind) ? (acts[kind] ?? []) : []));
};
