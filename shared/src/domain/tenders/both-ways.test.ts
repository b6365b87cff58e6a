import { aLot, aProvider, aService, currentChecks } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { theProduct } from '../people/person.ts';
import type { Provider } from '../register/provider.ts';
import { listingOf } from '../register/service-may-be-ordered.ts';
import { aDeclaration, anOffer, someAnswers, startApplication } from './application/application.fixture.ts';
import type { Application } from './application/application.ts';
import { decideApplication } from './application/decide-application.ts';
import { aCheck, approve, beginStandstill, countersign, importAward, proposeAward, send, signature } from './award/award.fixture.ts';
import type { Award } from './award/award.ts';
import type { AwardFacts } from './award/award-command.ts';
import { decideAward } from './award/decide-award.ts';
import { admitProvider } from './award/enablement.ts';
import type { Decide, TenderCommand, TenderFacts } from './decider.ts';
import { decideLotApplication } from './evaluation/decide-lot-application.ts';
import { decideRanking } from './evaluation/decide-ranking.ts';
import { decideScoreSheet } from './evaluation/decide-score-sheet.ts';
import { allScored } from './evaluation/evaluation.fixture.ts';
import { isDecided, type LotApplication } from './evaluation/lot-application.ts';
import { lineOf, type Ranking } from './evaluation/ranking.ts';
import type { ScoreSheet } from './evaluation/score-sheet.ts';
import { decideFramework } from './framework/decide-framework.ts';
import { elsewhere, planFramework } from './framework/framework.fixture.ts';
import { type FrameworkTender, toFrameworkInUse } from './framework/framework-tender.ts';
import { usualTermSetting } from './framework/framework-terms.ts';
import { acceptedTender } from './machine.fixture.ts';
import { decidePriceBook } from './prices/decide-price-book.ts';
import { aPriceLine } from './prices/price-book.fixture.ts';
import { type PriceBook, ratesOf } from './prices/price-book.ts';
import type { TenderRecord } from './record.ts';
import { tenderRoles } from './role.ts';
import { decideRound } from './round/decide-round.ts';
import { judgedFor } from './round/question.ts';
import { aLotCriteria, planRound } from './round/round.fixture.ts';
import type { Round } from './round/round.ts';
import { applicant, commissioner, evaluatorA, evaluatorB, given, lead } from './tender.fixture.ts';

/** Every audit event of a story, in order. */
const audits: string[] = [];
beforeEach(() => audits.splice(0));

/** Takes one step of a story, all of which must be accepted, and notes its audit event. */
const step = <S extends TenderRecord, C extends TenderCommand, F extends TenderFacts>(
  decide: Decide<S, C, F>,
  present: S | undefined,
  command: C,
  facts: Omit<F, 'roles'>,
  now: string,
): S => {
  const { state, effects } = acceptedTender(decide(present, command, { ...facts, roles: tenderRoles } as unknown as F, now));
  audits.push(...effects.flatMap((effect) => (effect.kind === 'record-audit' ? [`${effect.id} ${effect.action}`] : [])));
  return state;
};
const does = <K extends string>(by: typeof commissioner, kind: K) => ({ ...given(by), kind }) as const;

const [published, whileOpen, closed, january, notice, afterStandstill, live] = [
  '2026-11-26T10:00:00Z',
  '2026-12-10T12:00:00Z',
  '2026-12-31T12:00:00Z',
  '2027-01-28T10:00:00Z',
  '2027-02-01T15:00:00Z',
  '2027-02-11T09:00:00Z',
  '2027-04-01T08:00:00Z',
] as const;
const nothing = { setting: usualTermSetting, rounds: [], undecided: 0, awards: [] };
const services = [aService({ ref: 'S-00001', providerRef: 'P-0042', lotKey: 'AP-2027-1' })];

/** The last leg, which both ways share: from the proposed award to a service that a school can order. */
const fromAwardToListing = (
  proposed: Award,
  pending: FrameworkTender,
  evaluation?: AwardFacts['evaluation'],
): { readonly award: Award; readonly framework: FrameworkTender; readonly isListed: boolean } => {
  let award = proposed;
  let provider: Provider = aProvider({ ref: 'P-0042', status: 'prospective', lotKeys: [] });
  let book: PriceBook | undefined;
  let framework = pending;
  const act = (command: Parameters<typeof decideAward>[1], now: string): void => {
    const terms = { status: framework.status, kind: framework.terms.kind, terms: framework.terms };
    const facts: Omit<AwardFacts, 'roles'> = {
      framework: terms,
      otherAwards: [],
      book,
      provider,
      rates: book ? ratesOf(book) : [],
      services,
      members: [evaluatorA, evaluatorB],
      approvers: [],
      evaluation,
    };
    award = step(decideAward, award, command, facts, now);
  };
  const price = (kind: 'reserve' | 'confirm', now: string): void => {
    const told = {
      awardRef: award.ref,
      frameworkRef: 'AP-2027',
      providerRef: 'P-0042',
      from: localDate('2027-04-01'),
      lines: award.prices,
    };
    const command =
      kind === 'reserve'
        ? ({ ...does(theProduct, 'reserve-prices'), ...told } as const)
        : ({ ...does(theProduct, 'confirm-prices'), awardRef: award.ref } as const);
    book = step(decidePriceBook, book, command, { terms: framework.terms, award: 'countersigned' }, now);
  };

  act(aCheck(), january);
  act(approve(), january);
  const awards = [{ status: award.status }];
  framework = step(
    decideFramework,
    framework,
    { ...does(commissioner, 'begin-framework-standstill'), noticePublishedOn: localDate('2027-02-01') },
    { ...nothing, awards },
    notice,
  );
  act(beginStandstill(), notice);
  price('reserve', afterStandstill);
  act(send(), afterStandstill);
  act(signature(), afterStandstill);
  act(countersign(), afterStandstill);
  price('confirm', afterStandstill);
  provider = admitProvider(provider, award);
  act(does(theProduct, 'confirm-in-force'), afterStandstill);
  framework = step(decideFramework, framework, does(theProduct, 'go-live'), { ...nothing, awards: [{ status: award.status }] }, live);

  const listing = listingOf(
    {
      framework: toFrameworkInUse(framework),
      lot: aLot({ key: 'AP-2027-1', frameworkRef: 'AP-2027' }),
      // Whether an awarded provider becomes active is decided by its checks, not here.
      provider: { ...provider, status: 'active' },
      service: services[0],
      standing: undefined,
      qaChecks: currentChecks.map((check) => ({ ...check, providerRef: 'P-0042' })),
      rates: book ? ratesOf(book) : [],
    },
    localDate('2027-04-05'),
  );
  expect(provider).toMatchObject({ status: 'awarded', lotKeys: ['AP-2027-1'] });
  return { award, framework, isListed: listing.ok && listing.rate.price === 4_000 };
};

const expectOneAuditEventForEachVersion = (...records: readonly TenderRecord[]): void => {
  expect(new Set(audits).size).toBe(audits.length);
  for (const { ref, version } of records) {
    const ids = audits
      .map((line) => line.split(' ')[0])
      .filter((id) => id?.startsWith(`${ref}-v`) && /^-v\d+-0$/u.test(id.slice(ref.length)));
    expect(ids).toEqual(Array.from({ length: version }, (_, at) => `${ref}-v${at + 1}-0`));
  }
};

test('a provider comes onto the framework by a round: it applies, is scored, ranked and awarded, signs, and can be ordered from', () => {
  let framework = step(decideFramework, undefined, planFramework(), nothing, published);
  const forRounds = { framework: { status: framework.status, kind: framework.terms.kind, lotKeys: framework.terms.lotKeys } };
  let round: Round = step(
    decideRound,
    undefined,
    planRound({
      lots: [aLotCriteria()],
      questionSet: {
        ...planRound().plan.questionSet,
        questions: planRound().plan.questionSet.questions.filter(({ key }) => key !== 'therapists'),
      },
    }),
    forRounds,
    published,
  );
  round = step(decideRound, round, does(commissioner, 'publish-round'), forRounds, published);
  framework = step(decideFramework, framework, does(commissioner, 'open-framework'), { ...nothing, rounds: [round] }, published);
  round = step(decideRound, round, does(theProduct, 'open-round'), forRounds, whileOpen);

  let application: Application = step(decideApplication, undefined, startApplication(), { round }, whileOpen);
  const apply = (command: Parameters<typeof decideApplication>[1], now: string): void => {
    application = step(decideApplication, application, command, { round }, now);
  };
  apply({ ...does(applicant, 'save-application'), lotKeys: ['AP-2027-1'], answers: someAnswers, offers: [anOffer()] }, whileOpen);
  apply({ ...does(applicant, 'sign-declaration'), declaration: aDeclaration() }, whileOpen);
  apply(does(applicant, 'submit-application'), whileOpen);

  round = step(decideRound, round, does(theProduct, 'close-round'), forRounds, closed);
  framework = step(decideFramework, framework, does(theProduct, 'close-framework'), { ...nothing, rounds: [round] }, closed);
  apply(does(theProduct, 'enter-application'), closed);

  const lotFacts = { round, application, sheets: [] as readonly ScoreSheet[], ranked: undefined, award: undefined };
  let lot: LotApplication = step(
    decideLotApplication,
    undefined,
    { ...does(theProduct, 'enter-lot'), lotKey: 'AP-2027-1' },
    lotFacts,
    closed,
  );
  const sheetFacts = { judged: judgedFor(round.questionSet, 'AP-2027-1'), lotApplication: lot.status };
  const sheets = [evaluatorA, evaluatorB].map((evaluator) => {
    let sheet = step(
      decideScoreSheet,
      undefined,
      { ...does(lead, 'assign-evaluator'), lotApplicationRef: lot.ref, evaluator },
      sheetFacts,
      january,
    );
    sheet = step(decideScoreSheet, sheet, { ...does(evaluator, 'declare-interest'), conflict: false }, sheetFacts, january);
    sheet = step(decideScoreSheet, sheet, { ...does(evaluator, 'save-scores'), marks: allScored(4) }, sheetFacts, january);
    return step(decideScoreSheet, sheet, does(evaluator, 'submit-scores'), sheetFacts, january);
  });
  lot = step(decideLotApplication, lot, { ...does(lead, 'moderate'), marks: allScored(4) }, { ...lotFacts, sheets }, january);
  const ranking: Ranking = step(
    decideRanking,
    undefined,
    { ...does(lead, 'record-ranking'), lotKey: 'AP-2027-1' },
    { round, lotApplications: [lot], awards: [] },
    january,
  );
  lot = step(decideLotApplication, lot, does(theProduct, 'note-ranking'), { ...lotFacts, ranked: lineOf(ranking, lot) }, january);
  expect(lot.status).toBe('recommended');

  const proposal = {
    framework: { status: framework.status, kind: framework.terms.kind, terms: framework.terms },
    otherAwards: [],
    book: undefined,
    provider: undefined,
    rates: [],
    services,
    members: [evaluatorA, evaluatorB],
    approvers: [],
  };
  const evaluation = {
    lots: [{ lotKey: lot.lotKey, status: lot.status, line: lineOf(ranking, lot) }],
    offers: application.offers,
    evaluators: lot.moderation?.evaluators ?? [],
  };
  const proposed = step(decideAward, undefined, proposeAward(), { ...proposal, evaluation }, january);

  const { award, framework: after, isListed } = fromAwardToListing(proposed, framework, evaluation);
  lot = step(decideLotApplication, lot, does(theProduct, 'note-award'), { ...lotFacts, award: award.status }, afterStandstill);
  expect(award.status).toBe('in-force');
  expect(after.status).toBe('live');
  expect(isListed).toBe(true);
  expect(isDecided(lot.status)).toBe(true);
  expectOneAuditEventForEachVersion(after, round, application, lot, ranking, award, ...sheets);
});

test('a provider comes onto the framework by an award that a portal made, and the record is the same', () => {
  let framework = step(decideFramework, undefined, planFramework({ competition: elsewhere }), nothing, published);
  framework = step(decideFramework, framework, does(commissioner, 'open-framework'), nothing, published);
  framework = step(decideFramework, framework, does(commissioner, 'close-framework'), nothing, published);
  const command = importAward({
    lots: [{ lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 1_000, total: 8_200, place: 1 }],
    prices: [aPriceLine({ lotKey: 'AP-2027-1', price: pence(4_000) })],
  });
  const facts = {
    framework: { status: framework.status, kind: framework.terms.kind, terms: framework.terms },
    otherAwards: [],
    book: undefined,
    provider: undefined,
    rates: [],
    services,
    members: [evaluatorA, evaluatorB],
    approvers: [],
  };
  const imported = step(decideAward, undefined, command, facts, january);

  const { award, framework: after, isListed } = fromAwardToListing(imported, framework);
  expect(award.status).toBe('in-force');
  expect(isListed).toBe(true);
  expect(award.lots).toEqual([{ lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 1_000, total: 8_200, place: 1 }]);
  expectOneAuditEventForEachVersion(after, award);
});
