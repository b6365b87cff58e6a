import type { ClientOf } from '../../../contract/client.ts';
import type { ManagedSurveyReply, managedSurveysApi, SurveyAct, SurveyTextBody } from '../../../contract/managed-surveys.ts';
import { formatUkDate } from '../../../domain/days/uk-date.ts';
import { noticeAudienceNames } from '../../../domain/notices/notice.ts';
import { noticeMayHold } from '../../../domain/notices/why-not-words.ts';
import { longestSurveyBody } from '../../../domain/surveys/decide-survey.ts';
import { surveyAudiences, surveyedRoleNames, surveyedRoles } from '../../../domain/surveys/survey.ts';
import { type SurveyQuestionKind, surveyQuestionKinds } from '../../../domain/surveys/survey-question.ts';
import { longestQuestion, mostOptions } from '../../../domain/surveys/why-not-question.ts';
import type { Act } from '../Acts.tsx';
import { discardAct, resendAct, roleQuestion, titleQuestion } from '../notices/announcement.ts';
import type { Given, Question } from '../questions.tsx';
import { questionKindWords } from './survey-words.ts';

type Client = ClientOf<typeof managedSurveysApi>;

/** What a survey asks of whoever writes it; `first`: what it says already. */
const textQuestions = (first?: ManagedSurveyReply): readonly Question[] => [
  titleQuestion(first?.title),
  {
    as: 'paragraph',
    name: 'body',
    label: 'What is it for?',
    hint: 'Plain text. Whoever answers reads it first',
    missing: 'Enter what the survey is for',
    limit: longestSurveyBody,
    may: noticeMayHold,
    first: first?.body ?? '',
  },
  roleQuestion('authorRole', 'write', first?.authorRole),
  {
    as: 'marks',
    name: 'audience',
    label: 'Which schools are asked?',
    options: surveyAudiences.map((value) => ({ value, label: noticeAudienceNames[value] })),
    first: first?.audience ?? [],
  },
  {
    as: 'marks',
    name: 'roles',
    label: 'In which roles do they answer?',
    hint: 'One answer for each school and role. As SENCO or inclusion lead answers who raises requests there, as head teacher who approves them',
    options: surveyedRoles.map((value) => ({ value, label: surveyedRoleNames[value] })),
    first: first?.roles ?? [],
  },
  {
    as: 'day',
    name: 'closesOn',
    label: 'Until which day can it be answered?',
    missing: 'Enter the last day on which it can be answered',
    first: first === undefined ? '' : formatUkDate(first.closesOn),
  },
];

const textOf = (given: Given): SurveyTextBody => ({
  title: given.text('title'),
  body: given.text('body'),
  authorRole: given.text('authorRole'),
  audience: surveyAudiences.filter((each) => given.marks('audience').includes(each)),
  roles: surveyedRoles.filter((each) => given.marks('roles').includes(each)),
  closesOn: given.day('closesOn'),
});

/** Writes a survey. `open` shows it. */
export const writeSurveyAct = (client: Client, open: (ref: string) => void): Act => ({
  title: 'Write a survey',
  about: 'It stays a draft until you open it. Its questions are added on its page.',
  questions: textQuestions(),
  onSend: async (given, key) => {
    const { ref } = await client.writeSurvey({ body: { text: textOf(given) }, key });
    open(ref);
    return 'The survey is a draft.';
  },
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const offers = (kind: string): boolean => kind === 'one' || kind === 'several';

const newQuestion: readonly Question[] = [
  {
    as: 'choice',
    name: 'kind',
    label: 'How is it answered?',
    hint: 'Who is interested in a block purchase is shown to those who lead one',
    missing: 'Choose how it is answered',
    options: surveyQuestionKinds.map((value) => ({ value, label: questionKindWords[value] })),
  },
  { as: 'line', name: 'asks', label: 'What is asked?', missing: 'Enter the question', limit: longestQuestion, may: noticeMayHold },
  {
    as: 'paragraph',
    name: 'options',
    label: 'What can be chosen?',
    hint: `Only where there are choices of your own: from 2 to ${mostOptions}, each on a line of its own`,
    may: noticeMayHold,
    fault: (text, given) => {
      const count = linesOf(text).length;
      if (!offers(given.text('kind'))) return count === 0 ? undefined : 'This kind of question has no choices of its own. Leave them out';
      return count < 2 || count > mostOptions ? `Enter from 2 to ${mostOptions} choices, each on a line of its own` : undefined;
    },
  },
  {
    as: 'choice',
    name: 'required',
    label: 'Must it be answered?',
    missing: 'Choose whether it must be answered',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, it can be left out' },
    ],
  },
];

const sentTo = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`;

/** What can be done with a survey as it stands. */
export const surveyActsOf = (survey: ManagedSurveyReply, client: Client): readonly Act[] => {
  const { ref, version: seen, reaches, asked, answerable, answered, sends, questions } = survey;
  const act = async (key: string, body: Parameters<Client['actOnSurvey']>[0]['body'], sentence: string): Promise<string> => {
    await client.actOnSurvey({ params: { ref }, body, key });
    return sentence;
  };
  const acts: Readonly<Record<SurveyAct, Act>> = {
    'open-survey': {
      title: 'Open',
      questions: [],
      about: `As the register is today it is sent to ${sentTo(reaches)} now. ${asked} answers are asked for, one of each school in each role; for ${answerable} of them the register knows somebody.`,
      sure: 'What is open cannot be changed. It can be closed before its last day.',
      onSend: (_given, key) => act(key, { kind: 'open-survey', seen }, 'The survey is open.'),
    },
    'change-survey': {
      title: 'Change',
      questions: textQuestions(survey),
      onSend: (given, key) => act(key, { kind: 'change-survey', seen, text: textOf(given) }, 'The survey was changed.'),
    },
    'add-question': {
      title: 'Add a question',
      questions: newQuestion,
      onSend: (given, key) => {
        const kind = given.text('kind') as SurveyQuestionKind;
        const options = offers(kind) ? linesOf(given.text('options')) : [];
        const question = { kind, asks: given.text('asks'), required: given.text('required') === 'yes', options };
        return act(key, { kind: 'add-question', seen, question }, 'The question was added.');
      },
    },
    'remove-question': {
      title: 'Remove a question',
      questions: [
        {
          as: 'choice',
          name: 'key',
          label: 'Which question?',
          missing: 'Choose a question',
          options: questions.map(({ key, asks }) => ({ value: key, label: asks })),
        },
      ],
      onSend: (given, key) => act(key, { kind: 'remove-question', seen, key: given.text('key') }, 'The question was removed.'),
    },
    'remind-survey': {
      title: 'Remind',
      questions: [],
      about: `${sentTo(reaches)} with an answer that is missing ${reaches === 1 ? 'is' : 'are'} reminded, and nobody else. The product itself reminds them once, three days before the last.`,
      onSend: (_given, key) => act(key, { kind: 'remind-survey', seen }, 'They are being reminded.'),
    },
    'resend-survey': resendAct(sends.failed, (key, sentence) => act(key, { kind: 'resend-survey', seen }, sentence)),
    'close-survey': {
      title: 'Close',
      questions: [],
      about: `${answered} of ${asked} answers are there.`,
      sure: 'Nobody can answer it any more, and it cannot be opened again.',
      onSend: (_given, key) => act(key, { kind: 'close-survey', seen }, 'The survey is closed.'),
    },
    'discard-survey': discardAct((key, sentence) => act(key, { kind: 'discard-survey', seen }, sentence)),
  };
  return (
    [
      'add-question',
      'remove-question',
      'change-survey',
      'open-survey',
      'remind-survey',
      'resend-survey',
      'close-survey',
      'discard-survey',
    ] as const
  )
    .filter((each) => survey.may.includes(each))
    .map((each) => acts[each]);
};
