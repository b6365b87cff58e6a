import type { ApplicationMade } from '../../contract/applications.ts';
import { pence } from '../../domain/money/money.ts';
import { someQuestions } from '../../domain/tenders/round/round.fixture.ts';
import { wordsSentence } from './AnswerField.tsx';
import { type AskedQuestion, groupsOf, stateOfGroup } from './steps.ts';
import { answerWords, fromTyped, toTyped, typedFaults } from './typed-answers.ts';
import { fromTypedOffers, toTypedOffers } from './typed-offers.ts';

const questions = someQuestions.questions as unknown as readonly AskedQuestion[];
const lots = [
  { lotKey: 'AP-2027-1', name: 'One', criteria: '', priceUnit: 'hour' as const },
  { lotKey: 'AP-2027-2', name: 'Two', criteria: '', priceUnit: 'day' as const },
];
const view = { round: { lots, questions } } as unknown as Parameters<typeof groupsOf>[0];

test('questions are grouped by lot: what several lots ask is answered once', () => {
  expect(groupsOf(view, ['AP-2027-1']).map(({ title }) => title)).toEqual(['Questions for every lot']);
  expect(groupsOf(view, ['AP-2027-1', 'AP-2027-2']).map(({ title }) => title)).toEqual(['Questions for every lot', 'Questions for Two']);
});

test('a page of questions is begun, done, or need not be answered', () => {
  const [group] = groupsOf(view, ['AP-2027-1']);
  if (!group) throw new Error('There is no group.');
  const made = (answers: object) => ({ answers }) as ApplicationMade;
  expect(stateOfGroup(group, made({}))).toBe('empty');
  expect(stateOfGroup(group, made({ communication: { kind: 'text', text: 'By ten.' } }))).toBe('begun');
  expect(stateOfGroup({ ...group, questions: group.questions.map((question) => ({ ...question, mandatory: false })) }, made({}))).toBe(
    'optional',
  );
});

test('an answer that is put into its field comes back as it was, and an empty field is no answer unless it is text', () => {
  const text = questions[0];
  const number = { ...text, kind: 'number', from: 1, to: 5 } as unknown as AskedQuestion;
  if (!text) throw new Error('There is no question.');
  expect(fromTyped(text, toTyped({ kind: 'text', text: 'By ten.' }))).toEqual({ kind: 'text', text: 'By ten.' });
  expect(fromTyped(number, toTyped({ kind: 'number', number: 4 }))).toEqual({ kind: 'number', number: 4 });
  expect(fromTyped(number, toTyped(undefined))).toBeUndefined();
  expect(fromTyped(text, toTyped(undefined))).toEqual({ kind: 'text', text: '' });
  expect(typedFaults([number], { [number.key]: { text: 'four', chosen: [] } })).toHaveLength(1);
  expect(answerWords({ kind: 'yes-no', answer: 'no' })).toBe('No');
});

test('prices are typed in pounds; a lot without one has an empty row, which is no price', () => {
  const rows = toTypedOffers(
    [{ lotKey: 'AP-2027-1', serviceName: 'Mentor', unit: 'hour', price: 3150 as never, group: { from: 1, to: 3 } }],
    lots,
  );
  expect(rows.map(({ price, lotKey }) => [lotKey, price])).toEqual([
    ['AP-2027-1', '31.50'],
    ['AP-2027-2', ''],
  ]);
  expect(fromTypedOffers(rows)).toMatchObject({ faults: [], offers: [{ price: 3150, group: { from: 1, to: 3 } }] });
  const [first] = rows;
  if (!first) throw new Error('There is no row.');
  expect(fromTypedOffers([{ ...first, price: 'dear', serviceName: '', to: '' }]).faults.map(({ field }) => field)).toEqual([
    'offers-0-serviceName',
    'offers-0-price',
    'offers-0-group',
  ]);
});

test('row 51: volume prices that were saved come back into their row and are kept; those that cannot stand are refused there', () => {
  const offer = { lotKey: 'AP-2027-1', serviceName: 'Mentor', unit: 'hour' as const, price: pence(4_500) };
  const volumeBands = [{ fromUnits: 50, unitPrice: pence(4_200) }];
  const [row] = toTypedOffers([{ ...offer, volumeBands }], lots);
  if (!row) throw new Error('There is no row.');
  expect(fromTypedOffers([row])).toMatchObject({ faults: [], offers: [{ ...offer, volumeBands }] });
  expect(fromTypedOffers([{ ...row, bands: [] }]).offers).toEqual([offer]);
  expect(fromTypedOffers([{ ...row, bands: [{ from: '50', price: '46' }] }]).faults.map(({ field }) => field)).toEqual([
    'offers-0-volumeBands',
  ]);
});

test.each([
  [12, 'You have 12 words left'],
  [-1, 'You have 1 word too many'],
])('%d words left: %s', (left, sentence) => expect(wordsSentence(left)).toBe(sentence));
