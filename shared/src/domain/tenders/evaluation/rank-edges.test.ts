import type { Pence } from '../../money/money.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { aLotCriteria, someQuestions } from '../round/round.fixture.ts';
import { commissioner, evaluatorA, given, lead } from '../tender.fixture.ts';
import { decideRanking } from './decide-ranking.ts';
import {
  afterClose,
  aLotApplication,
  allScored,
  aModerated,
  aScore,
  assigned,
  closedRound,
  lotRef,
  tryLot,
  trySheet,
} from './evaluation.fixture.ts';
import { markFault } from './mark.ts';
import { placeSentence, priceArithmetic, qualityArithmetic } from './rank-arithmetic.ts';
import { pricePointsOf, type RankEntry, rankLot } from './rank-lot.ts';
import type { RankingCommand } from './ranking-command.ts';

const anEntry = (ref: string, told: Partial<RankEntry> = {}): RankEntry => ({
  ref,
  price: 4_000 as Pence,
  marks: allScored(4),
  failedBy: [],
  ...told,
});

describe('row 14: how points and places came about, in words', () => {
  test('the sum names the questions that were scored, one that was not answered with nought, and none that passes or fails', () => {
    const second = aLotCriteria({ lotKey: 'AP-2027-2' });
    const { impact: _left, ...others } = allScored(4);
    const marks = { ...others, therapists: { kind: 'pass-or-fail', pass: true, comment: 'Seen.' } as const };
    const [line] = rankLot(second, someQuestions, [anEntry('A', { marks })]).lines;
    expect(line && qualityArithmetic(second, someQuestions, marks, line)).toBe(
      '4 × 25 + 4 × 25 + 0 × 25 + 4 × 25 = 300 of 500; 300 ÷ 500 × 90 = 54.00',
    );
    const confused = { ...marks, impact: { kind: 'pass-or-fail', pass: true, comment: 'Seen.' } as const };
    expect(line && qualityArithmetic(second, someQuestions, confused, line)).toContain('+ 0 × 25 +');
  });

  test('a place is counted among those that have one; who failed is told why', () => {
    const ranks = rankLot(aLotCriteria(), someQuestions, [
      anEntry('A', { marks: allScored(5) }),
      anEntry('B'),
      anEntry('FAILED', { failedBy: ['insured'] }),
    ]);
    expect(ranks.lines.map((line) => placeSentence(aLotCriteria(), ranks, line))).toEqual([
      'Place 1 of 2, 100.00 points.',
      'Place 2 of 2, 82.00 points.',
      'Not placed: a mandatory question was not passed.',
    ]);
    expect(ranks.lines.map((line) => priceArithmetic(aLotCriteria(), ranks, line))).toEqual([
      '£40.00 ÷ £40.00 × 10 = 10.00',
      '£40.00 ÷ £40.00 × 10 = 10.00',
      undefined,
    ]);
  });

  test('two who share a place say so, and nobody else does', () => {
    const ranks = rankLot(aLotCriteria(), someQuestions, [anEntry('A', { marks: allScored(5) }), anEntry('B'), anEntry('C')]);
    expect(ranks.lines.map((line) => placeSentence(aLotCriteria(), ranks, line))).toEqual([
      'Place 1 of 3, 100.00 points.',
      'Place 2 of 3, shared, 82.00 points.',
      'Place 2 of 3, shared, 82.00 points.',
    ]);
  });

  test('prices so large that points would not be exact are an error of ours', () => {
    const much = Number.MAX_SAFE_INTEGER as Pence;
    expect(() => pricePointsOf(much, much, aLotCriteria())).toThrow(new RangeError('The numbers are too large to be exact.'));
    expect(() => pricePointsOf(much, 1 as Pence, aLotCriteria())).toThrow(RangeError);
    expect(pricePointsOf(4_000_000 as Pence, 1_000_000 as Pence, aLotCriteria())).toBe(250);
  });
});

describe('row 14: the ranking of a lot', () => {
  const tryRanking = (command: RankingCommand, lotApplications = [aModerated()], present = undefined as never) =>
    decideRanking(present, command, { roles: tenderRoles, round: closedRound(), lotApplications, awards: [] }, afterClose);
  const record = { ...given(lead), kind: 'record-ranking', lotKey: 'AP-2027-1' } as const;

  test('says how many applications still wait', () => {
    const waiting = (count: number) => [aModerated(), ...Array.from({ length: count }, () => aLotApplication())];
    expect(refusedTender(tryRanking(record, waiting(1))).detail).toBe('Moderate every application for the lot first: 1 is not.');
    expect(refusedTender(tryRanking(record, waiting(2))).detail).toBe('Moderate every application for the lot first: 2 are not.');
  });

  test('is for a lot of the round, and set aside with a reason: what is wrong is told where it is entered', () => {
    expect(refusedTender(tryRanking({ ...record, lotKey: 'AP-2027-3' }))).toMatchObject({ code: 'lot-not-known', field: '/lotKey' });
    const recorded = acceptedTender(tryRanking(record)).state;
    const aside = { ...given(lead), kind: 'set-aside-ranking', reason: '' } as const;
    expect(refusedTender(tryRanking(aside, [aModerated()], recorded as never))).toMatchObject({ code: 'text-required', field: '/reason' });
  });
});

test('row 13: a mark of the wrong kind is told as what it should be', () => {
  const [scored] = someQuestions.questions;
  const passing = someQuestions.questions.find(({ key }) => key === 'therapists');
  if (!scored || !passing) throw new Error('no question');
  const pass = { kind: 'pass-or-fail', pass: true, comment: 'Seen.' } as const;
  expect([markFault(scored, pass)?.detail, markFault(passing, aScore(3))?.detail]).toEqual([
    'Score this answer.',
    'Say whether this answer passes.',
  ]);
});

test('row 13: marks are moderated for questions that are judged, and no others', () => {
  const marks = { ...allScored(4), insured: aScore(5) };
  expect(refusedTender(tryLot(aLotApplication(), { ...given(commissioner), kind: 'moderate', marks }))).toMatchObject({
    code: 'score-not-valid',
    field: '/marks/insured',
  });
});

test('an evaluator who is stood down is told', () => {
  const { effects, state } = acceptedTender(
    trySheet(assigned(evaluatorA), { ...given(lead), kind: 'stand-down-evaluator', reason: 'Left the council.' }),
  );
  expect(effects).toMatchObject([{ kind: 'record-audit' }, { kind: 'tell', audience: 'evaluator', news: 'evaluator-stood-down' }]);
  expect(state.lotApplicationRef).toBe(lotRef);
});
