import { localDate } from '../../domain/days/local-date.ts';
import { aDeclaredDraft, aSubmitted } from '../../domain/tenders/application/application.fixture.ts';
import { aCheck, anAwardThatIs, importAward, proposeAward, tryAward } from '../../domain/tenders/award/award.fixture.ts';
import { decideClarification } from '../../domain/tenders/clarification/decide-clarification.ts';
import { decideRanking } from '../../domain/tenders/evaluation/decide-ranking.ts';
import {
  afterClose,
  aLotApplication,
  allScored,
  aModerated,
  assigned,
  closedRound,
  submittedSheet,
} from '../../domain/tenders/evaluation/evaluation.fixture.ts';
import { aFrameworkThatIs, elsewhere } from '../../domain/tenders/framework/framework.fixture.ts';
import { acceptedTender } from '../../domain/tenders/machine.fixture.ts';
import { aBook, aPriceLine, tryBook } from '../../domain/tenders/prices/price-book.fixture.ts';
import { ratesOf } from '../../domain/tenders/prices/price-book.ts';
import { tenderRoles } from '../../domain/tenders/role.ts';
import type { Question } from '../../domain/tenders/round/question.ts';
import { aDraftRound, aPlan, aPublishedRound, someQuestions, whileOpen } from '../../domain/tenders/round/round.fixture.ts';
import { applicant, commissioner, evaluatorA, given, lead } from '../../domain/tenders/tender.fixture.ts';
import { decodeFields, encodeFields } from '../codec.ts';
import { frameworks, fromFrameworkTender, toFramework } from '../frameworks.ts';
import type { Fields, ListDefinition } from '../list.ts';
import { fromRate, rateCards, toRate } from '../rate-cards.ts';
import { applicationLots, fromLotApplication } from './application-lots.ts';
import { applicationRounds, fromRound } from './application-rounds.ts';
import { applications, fromApplication } from './applications.ts';
import { awards, fromAward } from './awards.ts';
import { clarifications, fromClarification } from './clarifications.ts';
import { evaluationScores, fromScoreSheet } from './evaluation-scores.ts';
import { fromRanking, lotRankings } from './lot-rankings.ts';
import { fromPriceBook, priceBooks } from './price-books.ts';

/** What a create sends, as JSON. */
const sent = <L extends ListDefinition>(list: L, fields: Fields<L>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(encodeFields(list, fields, 'create'))) as Record<string, unknown>;

const throughList = <L extends ListDefinition>(list: L, fields: Fields<L>): Fields<L> => {
  const decoded = decodeFields(list, sent(list, fields));
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return decoded.fields;
};

const book = aBook([aPriceLine({ group: { from: 1, to: 3 } })]);
const inReview = acceptedTender(
  tryBook(book, {
    ...given(commissioner),
    kind: 'open-review',
    period: { from: localDate('2030-09-01'), to: localDate('2034-08-31') },
    reason: 'As the framework says.',
  }),
).state;
const proposed = acceptedTender(
  tryBook(inReview, { ...given(commissioner), kind: 'propose-prices', lines: [aPriceLine({ group: { from: 1, to: 3 } })] }),
).state;

const kinds: readonly Question[] = [
  {
    key: 'years',
    text: 'For how many years?',
    lots: 'every',
    mandatory: true,
    kind: 'number',
    from: 0,
    to: 99,
    marking: { kind: 'pass-or-fail', passes: { atLeast: 2 } },
  },
  {
    key: 'cover',
    text: 'Which covers?',
    lots: ['AP-2027-1'],
    mandatory: false,
    kind: 'choice',
    options: ['a', 'b'],
    several: true,
    marking: { kind: 'for-information' },
  },
  {
    key: 'policy',
    text: 'Your policy?',
    guidance: 'A link.',
    lots: 'every',
    mandatory: true,
    kind: 'document-link',
    marking: { kind: 'pass-or-fail', passes: 'judged' },
  },
];
const manyKinds = aDraftRound(aPlan({ questionSet: { ...someQuestions, questions: [...someQuestions.questions, ...kinds] } }));

const clarify = { roles: tenderRoles, round: aPublishedRound(), askerNames: [] };
const asked = acceptedTender(
  decideClarification(
    undefined,
    { ...given(applicant), kind: 'ask-clarification', ref: 'CQ-1', roundRef: 'RD-2027', askedBy: 'P-0042', question: 'May we?' },
    clarify,
    whileOpen,
  ),
).state;
const answered = acceptedTender(
  decideClarification(
    asked,
    { ...given(commissioner), kind: 'answer-clarification', question: 'May one?', answer: 'Yes.' },
    clarify,
    whileOpen,
  ),
).state;
const ranking = acceptedTender(
  decideRanking(
    undefined,
    { ...given(lead), kind: 'record-ranking', lotKey: 'AP-2027-1' },
    {
      roles: tenderRoles,
      round: closedRound(),
      lotApplications: [aModerated(), { ...aModerated(), ref: 'FAILS', failedBy: ['insured'] }],
      awards: [],
    },
    afterClose,
  ),
).state;
const excluded = acceptedTender(
  tryAward(acceptedTender(tryAward(undefined, proposeAward())).state, aCheck({ outcome: 'excluded', reason: 'Listed.' })),
).state;

type Kept = readonly [what: string, list: ListDefinition, fields: { readonly State?: unknown }, record: object];
const kept: readonly Kept[] = [
  [
    'a framework with its terms',
    frameworks,
    fromFrameworkTender(aFrameworkThatIs('standstill', { competition: elsewhere })),
    aFrameworkThatIs('standstill', { competition: elsewhere }),
  ],
  ['a live framework', frameworks, fromFrameworkTender(aFrameworkThatIs('live')), aFrameworkThatIs('live')],
  ['a published round', applicationRounds, fromRound(aPublishedRound()), aPublishedRound()],
  ['a round with questions of every kind', applicationRounds, fromRound(manyKinds), manyKinds],
  ['a question that waits', clarifications, fromClarification(asked), asked],
  ['a question that is answered', clarifications, fromClarification(answered), answered],
  ['a draft with its declaration', applications, fromApplication(aDeclaredDraft()), aDeclaredDraft()],
  ['a submitted application', applications, fromApplication(aSubmitted()), aSubmitted()],
  ['a score sheet that waits', evaluationScores, fromScoreSheet(assigned(evaluatorA)), assigned(evaluatorA)],
  [
    'a submitted score sheet',
    evaluationScores,
    fromScoreSheet(submittedSheet(evaluatorA, allScored(4))),
    submittedSheet(evaluatorA, allScored(4)),
  ],
  ['an application for a lot', applicationLots, fromLotApplication(aLotApplication()), aLotApplication()],
  ['a moderated one', applicationLots, fromLotApplication(aModerated()), aModerated()],
  ['a ranking, with one that fails', lotRankings, fromRanking(ranking), ranking],
  ['an imported award', awards, fromAward(anAwardThatIs('proposed', importAward())), anAwardThatIs('proposed', importAward())],
  ['an excluded award of a round', awards, fromAward(excluded), excluded],
  ['a countersigned award', awards, fromAward(anAwardThatIs('countersigned')), anAwardThatIs('countersigned')],
  ['a price book', priceBooks, fromPriceBook(book), book],
  ['a price book under review', priceBooks, fromPriceBook(proposed), proposed],
];

/** Ids of commands are counted up in these tests; two makings of one record differ in nothing else. */
const plain = (record: object): unknown => JSON.parse(JSON.stringify(record).replace(/given-\d+/gu, 'given'));

test.each(kept)('%s is read as it was written', (_what, list, fields, record) => {
  const read = throughList(list, fields as Fields<typeof list>) as { readonly State?: object };
  expect(plain(read.State ?? {})).toEqual(plain(record));
});

test.each(kept)('%s with a field of newer code is set aside, not cut short', (_what, list, fields) => {
  const row = sent(list, fields as Fields<typeof list>);
  const state = JSON.parse(String(row.State)) as object;
  expect(decodeFields(list, { ...row, State: JSON.stringify({ ...state, newer: true }) })).toMatchObject({
    ok: false,
    issues: [{ column: 'State' }],
  });
});

test('people read in the columns what the record says', () => {
  expect(sent(awards, fromAward(anAwardThatIs('countersigned')))).toMatchObject({
    Status: 'countersigned',
    LotKeys: 'AP-2027-1; AP-2027-2',
    SourceRef: 'DN608441',
    StandstillEndsOn: '2027-02-10T12:00:00Z',
    CountersignedOn: '2027-02-11T12:00:00Z',
  });
  expect(sent(clarifications, fromClarification(answered))).toMatchObject({ Question: 'May one?', Answer: 'Yes.' });
  expect(sent(lotRankings, fromRanking(ranking))).toMatchObject({ Ranked: 2, Recommended: 1, Lowest: 40 });
  expect(sent(priceBooks, fromPriceBook(book))).toMatchObject({ FixedTo: '2030-08-31T12:00:00Z', Prices: 1 });
});

test('row 13: no column of a score sheet but its state says what anybody thinks', () => {
  const { State: _state, ...columns } = sent(evaluationScores, fromScoreSheet(submittedSheet(evaluatorA, allScored(1, 'Far too vague.'))));
  expect(JSON.stringify(columns)).not.toMatch(/vague|score":|"1"/u);
});

test('a framework that the product leads is read by the directory like one that was entered by hand', () => {
  const fields = throughList(frameworks, fromFrameworkTender(aFrameworkThatIs('live')));
  expect(toFramework(fields)).toMatchObject({ ref: 'AP-2027', status: 'live', liveFrom: '2027-04-01', maxValue: 400_000_000 });
});

test('R38: a rate of a price book goes through its list with its group', () => {
  for (const rate of ratesOf(book)) expect(toRate(throughList(rateCards, fromRate(rate)))).toEqual(rate);
});
