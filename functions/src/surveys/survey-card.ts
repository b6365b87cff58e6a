import { formatDate } from '@ap/shared/domain/days/local-date';
import { paragraphsOf } from '@ap/shared/domain/notices/notice';
import { type Survey, surveyedRoleNames } from '@ap/shared/domain/surveys/survey';
import { greatestNumber, longestAnswer, type SurveyAnswer } from '@ap/shared/domain/surveys/survey-answer';
import { choicesOf, type SurveyQuestion, takesSeveral } from '@ap/shared/domain/surveys/survey-question';
import type { SurveySeat } from '@ap/shared/domain/surveys/survey-response';
import { whoSeesAnswers } from '@ap/shared/domain/surveys/who-sees-answers';
import type { AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { cardFaults } from '../cards/card-rules.ts';
import { line, plain } from '../cards/card-text.ts';
import { executeAction } from '../cards/execute-action.ts';
import { newCard } from '../cards/new-card.ts';

export const surveyVerbs = ['answer-survey'] as const;
export type SurveyVerb = (typeof surveyVerbs)[number];

/** What the card of a survey is made from besides the survey. */
export interface SurveyCardParts {
  /** The one school and role that the person answers for; where there are several the page asks for which. */
  readonly seat?: (SurveySeat & { readonly buyerName: string; readonly version: number }) | undefined;
  readonly page: string;
  /** Makes one click one command. */
  readonly commandKey: string;
  /** What was answered, to be shown again. */
  readonly answers?: readonly SurveyAnswer[] | undefined;
  readonly notice?: string | undefined;
}

/** Answers on a card name choices by their place, because a comma parts those that were taken. */
const takenOf = (question: SurveyQuestion, answer: SurveyAnswer | undefined): { readonly value?: string } => {
  const at = choicesOf(question).flatMap(({ value }, place) => (answer?.chosen?.includes(value) ? [String(place)] : []));
  return at.length === 0 ? {} : { value: at.join(',') };
};

const inputOf = (question: SurveyQuestion, answers: readonly SurveyAnswer[]): CardElement => {
  const { key, kind, required } = question;
  const answer = answers.find((each) => each.key === key);
  const label = plain(`${question.asks}${required ? '' : ' (optional)'}`, 350);
  const must = required ? { isRequired: true, errorMessage: 'Answer this question' } : {};
  if (kind === 'text')
    return {
      type: 'Input.Text',
      id: key,
      label,
      isMultiline: true,
      maxLength: longestAnswer,
      ...(answer?.words === undefined ? {} : { value: answer.words }),
      ...must,
    };
  if (kind === 'number')
    return {
      type: 'Input.Number',
      id: key,
      label,
      min: 0,
      max: greatestNumber,
      ...(answer?.number === undefined ? {} : { value: answer.number }),
      ...must,
    };
  return {
    type: 'Input.ChoiceSet',
    id: key,
    label,
    style: 'expanded',
    wrap: true,
    isMultiSelect: takesSeveral(question),
    choices: choicesOf(question).map((choice, at) => ({ title: plain(choice.label), value: String(at) })),
    ...takenOf(question, answer),
    ...must,
  };
};

const otherwise = 'Open the AP Framework app to answer it.';

/** The card with which a survey is answered. Where it would not fit, or the person answers for several schools or roles, it leads to the page. */
export const surveyCard = (survey: Survey, { seat, page, commandKey, answers = [], notice }: SurveyCardParts): AdaptiveCard => {
  const { ref, title, body, authorRole, closesOn, questions } = survey;
  const head: readonly CardElement[] = [
    ...(notice === undefined ? [] : [line(plain(notice, 500), { color: 'Attention', weight: 'Bolder' })]),
    line(plain(title), { size: 'Large', weight: 'Bolder', style: 'heading' }),
    line(plain(`${authorRole} asks until ${formatDate(closesOn)}.`), { isSubtle: true }),
    ...paragraphsOf(body).map((paragraph) => line(plain(paragraph, 2_000))),
  ];
  const open = { type: 'Action.OpenUrl', title: 'Open the survey', url: page } as const;
  const lead = newCard({
    title,
    otherwise,
    body: [...head, line('It is answered on its page.')],
    actions: [open],
  });
  if (!seat) return lead;
  const full = newCard({
    title,
    otherwise,
    body: [
      ...head,
      line(plain(`You answer for ${seat.buyerName}, as ${surveyedRoleNames[seat.role]}.`)),
      line(plain(whoSeesAnswers(questions), 1_000), { isSubtle: true }),
      ...questions.map((question) => inputOf(question, answers)),
    ],
    actions: [executeAction('Send the answers', 'answer-survey', { ref, version: seat.version, commandKey }, 'positive'), open],
  });
  return cardFaults(full).length === 0 ? full : lead;
};

/** The card in place of one that was answered: that it was taken, and where the answers can be changed. */
export const answeredCard = (survey: Survey, { page, told }: { readonly page: string; readonly told: string }): AdaptiveCard =>
  newCard({
    title: survey.title,
    otherwise: 'Open the AP Framework app to see the answers.',
    speak: told,
    body: [line(plain(survey.title), { size: 'Large', weight: 'Bolder', style: 'heading' }), line(plain(told, 500), { color: 'Good' })],
    actions: [{ type: 'Action.OpenUrl', title: 'See or change the answers', url: page }],
  });
