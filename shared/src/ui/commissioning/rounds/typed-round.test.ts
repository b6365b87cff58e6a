import { planRound } from '../../../contract/rounds.ts';
import { someQuestions } from '../../../domain/tenders/round/round.fixture.ts';
import { roundFaults, roundFieldAt } from './round-faults.ts';
import { type AskedQuestion, emptyQuestion, keysOf, type RoundPlan, toQuestion, toTyped } from './typed-question.ts';
import {
  beginningWith,
  moved,
  newRound,
  plannedRound,
  type TypedRound,
  toPlan,
  weightsOf,
  withLots,
  withNewQuestion,
} from './typed-round.ts';

const lots = ['AP-2027-1', 'AP-2027-2'];
const whole: TypedRound = {
  ...withLots(newRound('AP-2027', 'AP-2027-1'), ['AP-2027-1']),
  opensAt: { day: '1 7 2027', time: '09:00' },
  clarificationsCloseAt: { day: '20 7 2027', time: '17:00' },
  closesAt: { day: '30 11 2027', time: '12:00' },
  lots: [{ lotKey: 'AP-2027-1', quality: '80', price: '20', passMark: '50', priceUnit: 'hour', mostAwards: '' }],
};

const others: readonly AskedQuestion[] = [
  {
    key: 'radius',
    text: 'How far do you travel?',
    lots: ['AP-2027-1'],
    mandatory: true,
    kind: 'number',
    from: 0,
    to: 100,
    marking: { kind: 'pass-or-fail', passes: { atLeast: 10 } },
  },
  {
    key: 'therapists',
    text: 'Where are they registered?',
    guidance: 'Name every body.',
    lots: 'every',
    mandatory: true,
    kind: 'choice',
    options: ['HCPC', 'BACP', 'Nowhere'],
    several: true,
    marking: { kind: 'pass-or-fail', passes: ['HCPC', 'BACP'] },
  },
  { key: 'policy', text: 'Your policy', lots: 'every', mandatory: false, kind: 'document-link', marking: { kind: 'for-information' } },
  {
    key: 'safe',
    text: 'How?',
    lots: 'every',
    mandatory: true,
    kind: 'document-link',
    marking: { kind: 'scored', weight: 100, least: 2 },
  },
];

it('R21: a new round begins with the standing method statements, which weigh 100 in every lot that is chosen', () => {
  expect(toPlan(whole).questionSet.questions.map(({ key }) => key)).toEqual([
    'not-an-illegal-school',
    'communication',
    'impact',
    'keeping-pupils-safe',
  ]);
  expect(weightsOf(withLots(whole, lots))).toEqual(lots.map((lotKey) => ({ lotKey, weight: 100 })));
});

it('row 10: a round as typed is what the contract takes, its times by London in summer and in winter', () => {
  expect(roundFaults(whole, lots)).toEqual([]);
  const plan = toPlan(whole);
  expect(planRound.body?.safeParse({ plan }).success).toBe(true);
  expect([plan.opensAt, plan.clarificationsCloseAt, plan.closesAt]).toEqual([
    '2027-07-01T08:00:00Z',
    '2027-07-20T16:00:00Z',
    '2027-11-30T12:00:00Z',
  ]);
  expect(plan.lots).toEqual([{ lotKey: 'AP-2027-1', qualityWeight: 80, priceWeight: 20, passMark: 50, priceUnit: 'hour' }]);
});

it.each([...someQuestions.questions, ...others] as AskedQuestion[])('question $key comes out of the form as it went in', (question) => {
  expect(toQuestion(toTyped(question, '0'), question.key)).toEqual(question);
});

it('a plan that was made before comes out of the form as it went in', () => {
  const plan: RoundPlan = { ...toPlan(whole), lots: [{ ...toPlan(whole).lots[0], mostAwards: 3 } as RoundPlan['lots'][number]] };
  expect(toPlan(plannedRound('AP-2027', plan))).toEqual(plan);
});

it('row 11: a key is made of the first words once, differs from every other, and stays when the words change', () => {
  const asked = (id: string, text: string, key = '') => ({ ...emptyQuestion(id), text, key });
  expect(
    keysOf([asked('1', 'Are you insured?'), asked('2', 'Are you insured?'), asked('3', 'Changed words', 'are-you-insured-2')]),
  ).toEqual(['are-you-insured', 'are-you-insured-3', 'are-you-insured-2']);
  expect(keysOf([asked('1', '???')])).toEqual(['question']);
});

it('everything that is missing is told at its field', () => {
  const empty = withNewQuestion(withLots(newRound('AP-2027', ''), ['AP-2027-1']));
  expect(roundFaults(empty, lots)).toEqual([
    { field: 'opensAt', message: 'Enter the day on which the round opens, such as 27 3 2027' },
    { field: 'clarificationsCloseAt', message: 'Enter the last day for questions about the round, such as 27 3 2027' },
    { field: 'closesAt', message: 'Enter the day on which the round closes, such as 27 3 2027' },
    { field: 'lot-AP-2027-1-quality', message: 'Lot AP-2027-1: Quality and price must weigh 100 together' },
    { field: 'version', message: 'Enter a name for this set of questions' },
    { field: 'question-4-text', message: 'Question 5: Enter the question' },
    { field: 'question-4-weight', message: 'Question 5: Enter a weight of 1 to 100' },
  ]);
});

it('a round does not close before it opens, nor before questions about it do', () => {
  expect(roundFaults({ ...whole, closesAt: { day: '30 6 2027', time: '12:00' } }, lots)).toEqual([
    { field: 'closesAt', message: 'Enter a closing time after the opening' },
  ]);
  expect(roundFaults({ ...whole, clarificationsCloseAt: { day: '1 12 2027', time: '12:00' } }, lots)).toEqual([
    { field: 'clarificationsCloseAt', message: 'Questions about the round close before the round does' },
  ]);
});

it('a draft may be saved while its weights do not make 100 yet: they are asked when it is published', () => {
  const lighter = { ...whole, questions: whole.questions.slice(1) };
  expect(weightsOf(lighter)).toEqual([{ lotKey: 'AP-2027-1', weight: 75 }]);
  expect(roundFaults(lighter, lots)).toEqual([]);
});

it.each([
  ['/plan/opensAt', 'opensAt'],
  ['/clarificationsCloseAt', 'clarificationsCloseAt'],
  ['/lots', 'lots'],
  ['/lots/0/qualityWeight', 'lot-AP-2027-1-quality'],
  ['/plan/lots/0/mostAwards', 'lot-AP-2027-1-mostAwards'],
  ['/lots/0/lotKey', 'lots'],
  ['/questionSet/version', 'version'],
  ['/questionSet/questions/2/marking/weight', 'question-2-weight'],
  ['/plan/questionSet/questions/1/options/3', 'question-1-options'],
  ['/questionSet/questions/1/marking/passes/atLeast', 'question-1-passes'],
  ['/questionSet/questions/1/key', 'question-1-text'],
  ['/questionSet/questions/9/text', ''],
  ['/questionSet/questions', ''],
  ['/params/ref', 'frameworkRef'],
  ['', ''],
])('what the server says of %s stands at %s', (pointer, field) => {
  expect(roundFieldAt(pointer, whole)).toBe(field);
});

it('questions move within the list and never out of it', () => {
  const ids = (from: number, to: number) => moved(whole.questions, from, to).map(({ id }) => id);
  expect(ids(0, 1)).toEqual(['1', '0', '2', '3']);
  expect(ids(3, 2)).toEqual(['0', '1', '3', '2']);
  expect(ids(0, -1)).toEqual(['0', '1', '2', '3']);
  expect(ids(3, 4)).toEqual(['0', '1', '2', '3']);
});

it('a lot that is taken out is asked about in no question', () => {
  const some: TypedRound = { ...withLots(whole, lots), questions: [{ ...emptyQuestion('0'), asked: 'some', lotKeys: lots }] };
  const left = withLots(some, ['AP-2027-2']);
  expect(left.questions[0]?.lotKeys).toEqual(['AP-2027-2']);
  expect(left.lots.map(({ lotKey }) => lotKey)).toEqual(['AP-2027-2']);
});

it('rows 11 and 17: another round begins with the lots, words and keys of an earlier one, and keeps its own times', () => {
  const earlier = toPlan({ ...withLots(whole, lots), lots: lots.map((lotKey) => ({ ...whole.lots[0], lotKey })) as TypedRound['lots'] });
  const next = beginningWith({ ...newRound('AP-2027', 'AP-2027-2'), opensAt: whole.opensAt }, earlier, ['AP-2027-2']);
  expect(next.lots).toEqual([{ ...whole.lots[0], lotKey: 'AP-2027-2' }]);
  expect(next.questions.map(({ key, text }) => [key, text])).toEqual(earlier.questionSet.questions.map(({ key, text }) => [key, text]));
  expect(new Set(next.questions.map(({ id }) => id)).size).toBe(4);
  expect([next.version, next.opensAt]).toEqual(['AP-2027-2', whole.opensAt]);
});
