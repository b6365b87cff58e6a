import type { SurveyQuestion } from './survey-question.ts';

/** Who sees what is answered, told before anybody answers. */
export const whoSeesAnswers = (questions: readonly Pick<SurveyQuestion, 'kind'>[]): string =>
  [
    'The commissioning team sees which school gave which answer, and in which role. No other school sees your answers.',
    ...(questions.some(({ kind }) => kind === 'block-interest')
      ? [
          'If you are interested in a block purchase, or possibly, buyers who lead one for such a service are told the name of your school and that you are. That binds nobody.',
        ]
      : []),
    'Write nothing about a pupil. Until it closes you or a colleague can change the answers.',
  ].join(' ');
