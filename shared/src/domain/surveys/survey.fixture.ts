import { aCommand, aMembership, now, officer, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { decideResponse } from './decide-response.ts';
import { decideSurvey } from './decide-survey.ts';
import type { Survey, SurveyText } from './survey.ts';
import type { SurveyAnswer } from './survey-answer.ts';
import type { CommandOnSurvey, SurveyFacts, WriteSurvey } from './survey-command.ts';
import type { SurveyQuestionText } from './survey-question.ts';
import type { SurveyResponse, SurveySeat } from './survey-response.ts';

/** Whoever asks in these tests. */
export const asker = officer;
export const askerMembership = aMembership(asker, ['commissioner'], { buyerRef: 'CD-SEND' });

export const aText = (told: Partial<SurveyText> = {}): SurveyText => ({
  title: 'What do you buy?',
  body: 'We ask what schools buy, and whether they would buy together.',
  authorRole: 'SEND Commissioner',
  audience: ['maintained-school', 'academy'],
  roles: ['senco', 'head-teacher'],
  closesOn: localDate('2026-12-11'),
  ...told,
});

export const aQuestion = (told: Partial<SurveyQuestionText> = {}): SurveyQuestionText => ({
  kind: 'block-interest',
  asks: 'Might you be interested in a block purchase?',
  required: false,
  options: [],
  ...told,
});

/** One question of each kind; only the first must be answered. */
export const everyKind: readonly SurveyQuestionText[] = [
  aQuestion({ kind: 'one', asks: 'How do you buy?', required: true, options: ['Alone', 'With others'] }),
  aQuestion({ kind: 'several', asks: 'What for?', options: ['Support', 'Cover', 'Assessment'] }),
  aQuestion({ kind: 'text', asks: 'What should change?' }),
  aQuestion({ kind: 'number', asks: 'How many hours a term?' }),
  aQuestion(),
  aQuestion({ kind: 'services', asks: 'Of which services?' }),
];

type Asked<C> = C extends { readonly kind: infer K } ? Omit<C, 'id' | 'by' | 'receipted'> & { readonly kind: K } : never;

export const decided = (
  present: Survey | undefined,
  asked: Asked<CommandOnSurvey> | Asked<WriteSurvey>,
  told: Partial<SurveyFacts> = {},
  at = now,
) =>
  decideSurvey(
    present,
    { ...aCommand(asker), ...asked, id: `${asked.kind}-${present?.version ?? 0}` },
    { roles: ['commissioner', 'product'], ...told },
    at,
  );

/** The accepted state; throws with the refusal. */
export const stateOf = <S>(
  decision: { readonly ok: true; readonly state: S } | { readonly ok: false; readonly code: string; readonly detail: string },
): S => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision.state;
};

export const aDraft = (questions: readonly SurveyQuestionText[] = everyKind, told: Partial<SurveyText> = {}, ref = 'SV-7K3M9QXT'): Survey =>
  questions.reduce(
    (survey, question) => stateOf(decided(survey, { kind: 'add-question', question })),
    stateOf(decided(undefined, { kind: 'write-survey', ref, text: aText(told) })),
  );

export const opened = (questions?: readonly SurveyQuestionText[], told?: Partial<SurveyText>, ref?: string): Survey =>
  stateOf(decided(aDraft(questions, told, ref), { kind: 'open-survey' }));

export const ownSeat: SurveySeat = { buyerRef: '113800', role: 'senco' };

/** What becomes of answers for a seat; over what was answered there, where that is told. */
export const answering = (
  answers: readonly SurveyAnswer[],
  { survey = opened(), seat = ownSeat, present = undefined as SurveyResponse | undefined, at = now, may = true } = {},
) =>
  decideResponse(
    present,
    {
      ...aCommand(senco),
      kind: present ? 'change-response' : 'give-response',
      id: `answer-${seat.buyerRef}-${seat.role}-${present?.version ?? 0}`,
      survey,
      seat,
      answers,
    },
    { roles: may ? ['answering'] : [] },
    at,
  );
