import { type Change, deciderOf } from '../call-off/decider.ts';
import { isBefore } from '../days/instants.ts';
import { addDays, formatDate, instantAtLondon, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { longestTitle } from '../notices/decide-notice.ts';
import { type NoticeRole, noticeRoleNames } from '../notices/notice-command.ts';
import { whyNotWords } from '../notices/why-not-words.ts';
import { type Refusal, refused } from '../refusal.ts';
import { isAnswerable, type Survey, type SurveyText, type SurveyWork, surveyAudiences, surveyedRoles } from './survey.ts';
import type { SurveyAction } from './survey-action.ts';
import type { CommandOnSurvey, SurveyFacts, WriteSurvey } from './survey-command.ts';
import { surveyMachine } from './survey-machine.ts';
import { mostQuestions, whyNotQuestion } from './why-not-question.ts';

type Outcome = Change<Survey, SurveyWork> | Refusal;
type Of<K extends CommandOnSurvey['kind']> = Extract<CommandOnSurvey, { readonly kind: K }>;

export const longestSurveyBody = 2_000;
const daysBeforeTheLast = 3;
const hourOfReminder = 9;

/** When the product itself reminds those who have not answered. */
export const reminderAt = (closesOn: LocalDate): string => instantAtLondon(addDays(closesOn, -daysBeforeTheLast), hourOfReminder);

const whyNotText = ({ title, body, authorRole, audience, roles, closesOn }: SurveyText, today: LocalDate): Refusal | undefined =>
  whyNotWords(title, longestTitle, 'Enter a title.', '/text/title') ??
  whyNotWords(body, longestSurveyBody, 'Enter what the survey is for.', '/text/body') ??
  whyNotWords(authorRole, longestTitle, 'Enter the role in which you write.', '/text/authorRole') ??
  (audience.length === 0 ? refused('nobody-asked', 'Choose which schools are asked.', '/text/audience') : undefined) ??
  (roles.length === 0 ? refused('nobody-asked', 'Choose in which roles they answer.', '/text/roles') : undefined) ??
  (closesOn < today ? refused('dates-not-allowed', 'The last day must not be in the past.', '/text/closesOn') : undefined);

/** A text as it is kept: each audience and role once, in their own order. */
const keptText = (text: SurveyText): SurveyText => ({
  title: text.title.trim(),
  body: text.body.trim(),
  authorRole: text.authorRole.trim(),
  audience: surveyAudiences.filter((each) => text.audience.includes(each)),
  roles: surveyedRoles.filter((each) => text.roles.includes(each)),
  closesOn: text.closesOn,
});

const writeSurvey = ({ ref, text, by }: WriteSurvey, _facts: SurveyFacts, now: string): Outcome =>
  whyNotText(text, toLondonDate(now)) ?? { state: { ref, ...keptText(text), status: 'draft', author: by, questions: [] }, what: 'Written' };

const changeSurvey = (present: Survey, { text, by }: Of<'change-survey'>, _facts: SurveyFacts, now: string): Outcome =>
  whyNotText(text, toLondonDate(now)) ?? { state: { ...present, ...keptText(text), author: by }, what: 'Changed' };

/** Keys are never given twice in a draft's life as long as the last one stays: answers are given to an open survey only. */
const nextKey = ({ questions }: Survey): string => `q${Math.max(0, ...questions.map(({ key }) => Number(key.slice(1)))) + 1}`;

const addQuestion = (present: Survey, { question }: Of<'add-question'>): Outcome =>
  (present.questions.length >= mostQuestions
    ? refused('number-not-allowed', `A survey asks ${mostQuestions} questions at most.`)
    : whyNotQuestion(question, present.questions)) ?? {
    state: {
      ...present,
      questions: [
        ...present.questions,
        {
          key: nextKey(present),
          kind: question.kind,
          asks: question.asks.trim(),
          required: question.required,
          options: question.options.map((option) => option.trim()),
        },
      ],
    },
    what: 'Question added',
  };

const removeQuestion = (present: Survey, { key }: Of<'remove-question'>): Outcome => {
  const questions = present.questions.filter((each) => each.key !== key);
  return questions.length === present.questions.length
    ? refused('not-in-this-state', 'The survey does not ask this question.')
    : { state: { ...present, questions }, what: 'Question removed' };
};

const openSurvey = (present: Survey, now: string): Outcome => {
  const refusal = whyNotText(present, toLondonDate(now));
  if (refusal) return refusal;
  if (present.questions.length === 0) return refused('not-in-this-state', 'Add a question first.');
  return {
    state: { ...present, status: 'open', openedAt: now },
    what: 'Opened',
    works: [{ kind: 'send-survey', to: 'everybody' }],
  };
};

const isOver = (): Refusal => refused('not-in-this-state', 'Its last day is over: nobody can answer it any more.');

const remindSurvey = (present: Survey, { missing = 0, roles }: SurveyFacts, now: string): Outcome => {
  const today = toLondonDate(now);
  if (!isAnswerable(present, today)) return isOver();
  if (missing === 0) return refused('not-in-this-state', 'Every answer that was asked for is there.');
  const last = present.remindedAt ?? present.openedAt ?? now;
  if (toLondonDate(last) === today) return refused('not-yet', 'They were asked or reminded today. Remind them tomorrow at the earliest.');
  if (!roles.includes('commissioner') && (present.remindedAt !== undefined || isBefore(now, reminderAt(present.closesOn))))
    return refused('not-yet', `They are reminded three days before ${formatDate(present.closesOn)}, once.`);
  return {
    state: { ...present, remindedAt: now },
    what: `Reminded: ${missing} ${missing === 1 ? 'answer is' : 'answers are'} missing`,
    works: [{ kind: 'send-survey', to: 'unanswered' }],
  };
};

const resendSurvey = (present: Survey, { failed = 0 }: SurveyFacts, now: string): Outcome => {
  if (!isAnswerable(present, toLondonDate(now))) return isOver();
  if (failed === 0) return refused('not-in-this-state', 'It reached everybody it was sent to, as far as has been tried.');
  return { state: present, what: `Sent again to ${failed} whom it did not reach`, works: [{ kind: 'send-survey', to: 'failed' }] };
};

const closeSurvey = (present: Survey, { roles }: SurveyFacts, now: string): Outcome => {
  const early = isAnswerable(present, toLondonDate(now));
  if (early && !roles.includes('commissioner')) return refused('not-yet', `It can be answered until ${formatDate(present.closesOn)}.`);
  return { state: { ...present, status: 'closed', closedAt: now }, what: early ? 'Closed before its last day' : 'Its last day is over' };
};

/** Decides one command about a survey (row 67; R40). */
export const decideSurvey = deciderOf<Survey, WriteSurvey, CommandOnSurvey, NoticeRole, SurveyAction, SurveyFacts, SurveyWork, Refusal>(
  surveyMachine,
  noticeRoleNames,
  { 'write-survey': writeSurvey },
  {
    'change-survey': changeSurvey,
    'add-question': addQuestion,
    'remove-question': removeQuestion,
    'open-survey': (present, _command, _facts, now) => openSurvey(present, now),
    'remind-survey': (present, _command, facts, now) => remindSurvey(present, facts, now),
    'resend-survey': (present, _command, facts, now) => resendSurvey(present, facts, now),
    'close-survey': (present, _command, facts, now) => closeSurvey(present, facts, now),
    'discard-survey': (present) => ({ state: { ...present, status: 'discarded' }, what: 'Discarded' }),
  },
);
