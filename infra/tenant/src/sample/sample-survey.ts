import { addDays, addMonths, instantAtLondon, type LocalDate } from '@ap/shared/domain/days/local-date';
import type { Person } from '@ap/shared/domain/people/person';
import { decideSurvey } from '@ap/shared/domain/surveys/decide-survey';
import type { Survey, SurveyText } from '@ap/shared/domain/surveys/survey';
import type { SurveyQuestionText } from '@ap/shared/domain/surveys/survey-question';

/** The request of May 2017 to all schools, by the facts that the report of 14 May 2018 states. */
const request = (closesOn: LocalDate): SurveyText => ({
  title: 'What schools buy: the request of May 2017',
  body: [
    'This is sample data: what the council asked all schools in May 2017, of their SENCOs or inclusion leaders and of their head teachers.',
    'What was answered then is told in the report of 14 May 2018, as far as it states it. No answer of a school is part of the sample.',
  ].join('\n\n'),
  authorRole: 'SEND Commissioner',
  audience: ['maintained-school', 'academy', 'special-school'],
  roles: ['senco', 'head-teacher'],
  closesOn,
});

const asked: readonly SurveyQuestionText[] = [
  {
    kind: 'several',
    asks: 'Which services does your school buy?',
    required: false,
    options: [
      'Therapeutic support',
      'Alternative provision away from the school site',
      'Additional TA time or cover from an agency',
      'Additional teacher time or cover from an agency',
      'Additional Ed Psych or SEN support time',
    ],
  },
  { kind: 'block-interest', asks: 'Might your school be interested in a bulk purchase with other schools?', required: false, options: [] },
  { kind: 'services', asks: 'If so, of which services?', required: false, options: [] },
];

/** The survey of the sample: a draft, which a commissioner opens. Made by commands, so that it is as lawful as what people write. */
export const sampleSurvey = (today: LocalDate, by: Person): Survey => {
  const now = instantAtLondon(addDays(today, -1), 9);
  const facts = { roles: ['commissioner'] } as const;
  const given = { by, receipted: new Set<string>() };
  const made = (decided: ReturnType<typeof decideSurvey>): Survey => {
    if (!decided.ok) throw new RangeError(`The sample is refused: ${decided.detail}`);
    return decided.state;
  };
  const text = request(addMonths(today, 1));
  return asked.reduce(
    (survey, question, at) =>
      made(decideSurvey(survey, { ...given, kind: 'add-question', id: `sample-question-${at}`, question }, facts, now)),
    made(decideSurvey(undefined, { ...given, kind: 'write-survey', id: 'sample-survey', ref: 'SV-2017-05', text }, facts, now)),
  );
};
