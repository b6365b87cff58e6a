import type { ManagedSurveyReply, SurveyResultsReply } from '../../contract/managed-surveys.ts';
import type { SurveyQuestionReply } from '../../contract/survey-shapes.ts';
import type { SurveyReply } from '../../contract/surveys.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { blockInterestNames } from '../../domain/surveys/survey-question.ts';

const interest: SurveyQuestionReply = {
  key: 'q1',
  kind: 'block-interest',
  asks: 'Might your school be interested in a block purchase?',
  required: false,
  several: false,
  choices: Object.entries(blockInterestNames).map(([value, label]) => ({ value, label })),
};
const bought: SurveyQuestionReply = {
  key: 'q2',
  kind: 'several',
  asks: 'What does your school buy?',
  required: true,
  several: true,
  choices: ['Therapeutic support', 'Additional teacher time or cover from an agency'].map((value) => ({ value, label: value })),
};
const hours: SurveyQuestionReply = {
  key: 'q3',
  kind: 'number',
  asks: 'How many hours a term?',
  required: false,
  several: false,
  choices: [],
};
const words: SurveyQuestionReply = {
  key: 'q4',
  kind: 'text',
  asks: 'What should be better?',
  required: false,
  several: false,
  choices: [],
};
const told = {
  ref: 'SV-4K7Q2M9XTC',
  title: 'What schools buy',
  body: 'We ask what schools buy, and whether they would buy together.',
  authorRole: 'SEND Commissioner',
  closesOn: localDate('2027-03-31'),
};

/** A survey as whoever answers it sees it. */
export const aSurvey = (more: Partial<SurveyReply> = {}): SurveyReply => ({
  ...told,
  publisher: { name: 'Helen Strand', email: 'helen.strand@council.example' },
  questions: [interest, bought, hours, words],
  seats: [{ buyerRef: '113855', buyerName: 'Ashdale School', role: 'senco', version: 0 }],
  ...more,
});

/** A survey as commissioners see it: a draft, or as told. */
export const aManagedSurvey = (more: Partial<ManagedSurveyReply> = {}): ManagedSurveyReply => ({
  ...told,
  status: 'draft',
  audience: ['maintained-school', 'academy'],
  roles: ['senco', 'head-teacher'],
  author: 'Helen Strand',
  version: 3,
  questions: [interest, bought, hours, words],
  answered: 0,
  asked: 418,
  answerable: 400,
  reaches: 412,
  sends: { pending: 0, sending: 0, activity: 0, mail: 0, failed: 0 },
  history: [{ at: '2027-02-26T14:00:00Z', by: 'Helen Strand', what: 'Written' }],
  may: ['change-survey', 'add-question', 'remove-question', 'open-survey', 'discard-survey'],
  ...more,
});

export const anOpenSurvey = aManagedSurvey({
  status: 'open',
  openedAt: '2027-03-01T09:00:00Z',
  version: 4,
  answered: 10,
  sends: { pending: 0, sending: 0, activity: 380, mail: 30, failed: 2 },
  may: ['remind-survey', 'resend-survey', 'close-survey'],
});

const counted = (counts: readonly (readonly [string, number])[], { choices }: SurveyQuestionReply) =>
  counts.map(([value, count]) => ({
    value,
    label: choices.find((each) => each.value === value)?.label ?? value,
    count,
    percent: 10 * count,
  }));

/** What ten schools answered. */
export const sampleResults: SurveyResultsReply = {
  answered: 10,
  asked: 418,
  answerable: 400,
  byRole: [
    { role: 'senco', answered: 8, asked: 209 },
    { role: 'head-teacher', answered: 2, asked: 209 },
  ],
  results: [
    {
      key: 'q1',
      answered: 8,
      notStated: 2,
      notStatedPercent: 20,
      counts: counted(
        [
          ['interested', 7],
          ['possibly', 1],
          ['not-interested', 0],
        ],
        interest,
      ),
    },
    {
      key: 'q2',
      answered: 10,
      notStated: 0,
      notStatedPercent: 0,
      counts: counted(
        [
          ['Therapeutic support', 9],
          ['Additional teacher time or cover from an agency', 4],
        ],
        bought,
      ),
    },
    { key: 'q3', answered: 3, notStated: 7, notStatedPercent: 70, numbers: { total: 140, least: 20, median: 40, greatest: 80 } },
    { key: 'q4', answered: 1, notStated: 9, notStatedPercent: 90 },
  ],
  responses: [
    {
      buyerRef: '113855',
      buyerName: 'Ashdale School',
      role: 'senco',
      answeredAt: '2027-03-02T10:00:00Z',
      answers: [
        { key: 'q1', chosen: ['interested'] },
        { key: 'q2', chosen: ['Therapeutic support'] },
        { key: 'q3', number: 40 },
        { key: 'q4', words: 'One price for all.' },
      ],
    },
    {
      buyerRef: '113900',
      buyerName: 'Beech Academy',
      role: 'head-teacher',
      answeredAt: '2027-03-03T10:00:00Z',
      answers: [{ key: 'q2', chosen: ['Therapeutic support'] }],
    },
  ],
};
