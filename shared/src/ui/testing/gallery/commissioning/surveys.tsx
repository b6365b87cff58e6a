import { sampleSends } from '../../sample-notices.ts';
import { aManagedSurvey, anOpenSurvey, sampleResults } from '../../sample-surveys.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const list = areaAt({ at: 'surveys' });
const one = areaAt({ at: 'survey', ref: anOpenSurvey.ref });
const answers: Answers = {
  ...asCommissioner,
  listManagedSurveys: () => ({ surveys: [aManagedSurvey(), { ...anOpenSurvey, ref: 'SV-2B9TQC7KMP' }] }),
  getManagedSurvey: () => anOpenSurvey,
  getSurveyResults: () => sampleResults,
  listSurveySends: () => ({ total: 412, sends: sampleSends }),
};
const asDraft: Answers = { ...answers, getManagedSurvey: () => aManagedSurvey() };

/** Writing surveys, and what was answered. */
export const managedSurveyExhibits: readonly Exhibit[] = [
  { name: 'surveys of a commissioner', ...list, answers, shows: '10 of 418 (2%)' },
  {
    name: 'surveys of a commissioner, none',
    ...list,
    answers: { ...answers, listManagedSurveys: () => ({ surveys: [] }) },
    shows: 'There is no survey yet',
  },
  { name: 'surveys of a commissioner, a new one', ...list, answers, press: 'Write a survey', shows: 'Which schools are asked?' },
  ...waitingAndFailing({ name: 'surveys of a commissioner', ...list, answers }, 'listManagedSurveys', 'Loading the surveys'),
  { name: 'survey of a commissioner, a draft', ...one, answers: asDraft, shows: 'People asked today' },
  { name: 'survey of a commissioner, a new question', ...one, answers: asDraft, press: 'Add a question', shows: 'How is it answered?' },
  { name: 'survey of a commissioner, opening it', ...one, answers: asDraft, press: 'Open', shows: 'it is sent to 412 people now' },
  { name: 'survey of a commissioner, answered', ...one, answers, shows: 'Not stated' },
  {
    name: 'survey of a commissioner, nobody has answered',
    ...one,
    answers: { ...answers, getSurveyResults: () => ({ ...sampleResults, answered: 0, responses: [] }) },
    shows: 'Nobody has answered yet',
  },
  ...waitingAndFailing({ name: 'survey of a commissioner', ...one, answers }, 'getManagedSurvey', 'Loading the survey'),
];
