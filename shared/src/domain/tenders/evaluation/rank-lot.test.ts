import fc from 'fast-check';
import { pence } from '../../money/money.ts';
import type { Question } from '../round/question.ts';
import { aLotCriteria, someQuestions } from '../round/round.fixture.ts';
import { allScored, aScore, judged } from './evaluation.fixture.ts';
import { formatPoints, placeSentence, priceArithmetic, qualityArithmetic } from './rank-arithmetic.ts';
import { type RankEntry, rankLot } from './rank-lot.ts';

const anEntry = (ref: string, score: number, price: number, told: Partial<RankEntry> = {}): RankEntry => ({
  ref,
  price: pence(price),
  marks: allScored(score),
  failedBy: [],
  ...told,
});
const rank = (entries: readonly RankEntry[], criteria = aLotCriteria()) => rankLot(criteria, someQuestions, entries);
const placesOf = (entries: readonly RankEntry[], criteria = aLotCriteria()) =>
  rank(entries, criteria).lines.map(({ ref, place, total, recommended }) => ({ ref, place, total, recommended }));

describe('row 14: quality and price make a total, in whole hundredths of a point', () => {
  test('row 14: the lowest price has every price point, the others in proportion; the sum is shown', () => {
    const entries = [anEntry('A', 4, 5_000), anEntry('B', 3, 4_000)];
    const ranks = rank(entries);
    expect(ranks.lowest).toBe(4_000);
    expect(ranks.lines).toMatchObject([
      { ref: 'A', qualitySum: 400, qualityPoints: 7_200, pricePoints: 800, total: 8_000, place: 1, recommended: true },
      { ref: 'B', qualitySum: 300, qualityPoints: 5_400, pricePoints: 1_000, total: 6_400, place: 2, recommended: true },
    ]);
    const [first] = ranks.lines;
    if (!first) throw new Error('No line');
    expect(qualityArithmetic(aLotCriteria(), someQuestions, allScored(4), first)).toBe(
      '4 × 25 + 4 × 25 + 4 × 25 + 4 × 25 = 400 of 500; 400 ÷ 500 × 90 = 72.00',
    );
    expect(priceArithmetic(aLotCriteria(), ranks, first)).toBe('£40.00 ÷ £50.00 × 10 = 8.00');
    expect(placeSentence(aLotCriteria(), ranks, first)).toBe('Place 1 of 2, 80.00 points.');
  });

  test('row 14: a half of a hundredth is rounded up, and nothing is ever a part of one', () => {
    // 3 of 500 x 90 = 0.54; £1.00 / £3.00 x 10 = 3.333...; £1.00 / £80.00 x 10 = 0.125.
    const lines = rank([anEntry('A', 5, 100), anEntry('B', 5, 300), anEntry('C', 5, 8_000)]).lines;
    expect(lines.map(({ pricePoints }) => pricePoints)).toEqual([1_000, 333, 13]);
    expect(formatPoints(13)).toBe('0.13');
    expect(formatPoints(333)).toBe('3.33');
  });
});

describe('row 14: who fails has no place', () => {
  const low = anEntry('LOW', 2, 100);

  test('row 14: below the pass mark; on it passes', () => {
    expect(rank([low], aLotCriteria({ passMark: 40 })).lines[0]).toMatchObject({ place: 1, failings: [] });
    const ranks = rank([low, anEntry('A', 4, 5_000)], aLotCriteria({ passMark: 41 }));
    const failed = ranks.lines[1];
    expect(failed).toMatchObject({ ref: 'LOW', failings: [{ why: 'pass-mark' }], recommended: false });
    expect(failed?.place).toBeUndefined();
    // Its price, though the lowest, measures nobody's.
    expect(ranks.lowest).toBe(5_000);
    expect(failed && placeSentence(aLotCriteria({ passMark: 41 }), ranks, failed)).toBe(
      'Not placed: quality is below the pass mark of 41%.',
    );
    expect(failed && priceArithmetic(aLotCriteria(), ranks, failed)).toBeUndefined();
  });

  test('a mandatory question that was not passed, by its answer or by judgement', () => {
    const byAnswer = rank([anEntry('A', 5, 100, { failedBy: ['insured'] })]);
    expect(byAnswer.lines[0]).toMatchObject({ failings: [{ why: 'mandatory', questionKey: 'insured' }], recommended: false });
    expect(byAnswer.lowest).toBeUndefined();
    const second = aLotCriteria({ lotKey: 'AP-2027-2' });
    const therapists = (pass: boolean) => ({ ...allScored(5), therapists: { kind: 'pass-or-fail', pass, comment: 'Seen.' } as const });
    expect(rank([anEntry('A', 5, 100, { marks: therapists(true) })], second).lines[0]).toMatchObject({ failings: [], place: 1 });
    for (const marks of [therapists(false), allScored(5)])
      expect(rank([anEntry('A', 5, 100, { marks })], second).lines[0]).toMatchObject({
        failings: [{ why: 'mandatory', questionKey: 'therapists' }],
      });
  });

  test('a score below the least that the question asks', () => {
    const questions = {
      ...someQuestions,
      questions: someQuestions.questions.map(
        (question): Question =>
          question.key === 'keeping-pupils-safe' && question.kind === 'text'
            ? { ...question, marking: { kind: 'scored', weight: 25, least: 3 } }
            : question,
      ),
    };
    const unsafe = anEntry('A', 5, 100, { marks: { ...allScored(5), 'keeping-pupils-safe': aScore(2) } });
    const ranks = rankLot(aLotCriteria(), questions, [unsafe]);
    expect(ranks.lines[0]).toMatchObject({ failings: [{ why: 'least-score', questionKey: 'keeping-pupils-safe' }] });
    expect(ranks.lines[0] && placeSentence(aLotCriteria(), ranks, ranks.lines[0])).toBe(
      'Not placed: a score is below the least that was asked.',
    );
  });
});

describe('row 14: ties, as they are stated', () => {
  test('row 14: equal totals are parted by quality', () => {
    // Quality 50, price 50: 250 + 2 x price points meet at the same total.
    const half = aLotCriteria({ qualityWeight: 50, priceWeight: 50, passMark: 0 });
    const entries = [anEntry('CHEAP', 3, 4_000), anEntry('GOOD', 5, 6_667)];
    const lines = rank(entries, half).lines;
    expect(lines.map(({ ref, total }) => [ref, total])).toEqual([
      ['GOOD', 8_000],
      ['CHEAP', 8_000],
    ]);
    expect(lines.map(({ place }) => place)).toEqual([1, 2]);
  });

  test('row 14: then by price, which rounding may have hidden', () => {
    const entries = [anEntry('DEAR', 4, 100_001), anEntry('CHEAP', 4, 100_000)];
    expect(placesOf(entries)).toEqual([
      { ref: 'CHEAP', place: 1, total: 8_200, recommended: true },
      { ref: 'DEAR', place: 2, total: 8_200, recommended: true },
    ]);
  });

  test('row 14: what is still equal shares its place, and at the last place everybody who shares it is recommended', () => {
    const entries = [anEntry('A', 5, 4_000), anEntry('C', 4, 4_000), anEntry('B', 4, 4_000), anEntry('D', 3, 4_000)];
    expect(placesOf(entries, aLotCriteria({ mostAwards: 2 }))).toMatchObject([
      { ref: 'A', place: 1, recommended: true },
      { ref: 'B', place: 2, recommended: true },
      { ref: 'C', place: 2, recommended: true },
      { ref: 'D', place: 4, recommended: false },
    ]);
    const ranks = rank(entries);
    expect(ranks.lines[1] && placeSentence(aLotCriteria(), ranks, ranks.lines[1])).toBe('Place 2 of 4, shared, 82.00 points.');
  });
});

const someEntries = fc.array(
  fc.record({
    price: fc.oneof(fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom(4_000, 4_001, 5_000)).map(pence),
    marks: fc
      .tuple(...judged.map(() => fc.integer({ min: 0, max: 5 })))
      .map((scores) => Object.fromEntries(judged.map(({ key }, at) => [key, aScore(scores[at] ?? 0)]))),
    failedBy: fc.constantFrom<readonly string[]>([], [], [], ['insured']),
  }),
  { minLength: 1, maxLength: 12 },
);
const someCriteria = fc
  .record({ qualityWeight: fc.nat(100), passMark: fc.nat(60), mostAwards: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }) })
  .map((told) => aLotCriteria({ ...told, priceWeight: 100 - told.qualityWeight }));

test('row 14: whatever is scored and priced, points are whole hundredths within their weights and places follow them', () => {
  fc.assert(
    fc.property(someEntries, someCriteria, (told, criteria) => {
      const entries = told.map((entry, at) => ({ ...entry, ref: `E${String(at).padStart(2, '0')}` }));
      const { lines, lowest } = rank(entries, criteria);
      const placed = lines.filter(({ place }) => place !== undefined);
      for (const { qualityPoints, pricePoints = 0, total, failings, place, price, recommended } of lines) {
        expect(Number.isInteger(qualityPoints) && Number.isInteger(pricePoints)).toBe(true);
        expect(qualityPoints).toBeLessThanOrEqual(criteria.qualityWeight * 100);
        expect(pricePoints).toBeLessThanOrEqual(criteria.priceWeight * 100);
        expect(place === undefined).toBe(failings.length > 0);
        if (place === undefined) expect(recommended).toBe(false);
        else {
          expect(total).toBe(qualityPoints + pricePoints);
          if (price === lowest) expect(pricePoints).toBe(criteria.priceWeight * 100);
        }
      }
      for (const [at, line] of placed.entries()) {
        const next = placed[at + 1];
        if (next) expect(line.total ?? 0).toBeGreaterThanOrEqual(next.total ?? 0);
        // As good or better at a price as low or lower is never placed behind.
        for (const other of placed)
          if (line.qualitySum >= other.qualitySum && line.price <= other.price)
            expect(line.place ?? 0).toBeLessThanOrEqual(other.place ?? 0);
      }
      // The order in which applications are read changes nothing.
      expect(rank([...entries].reverse(), criteria)).toEqual({ lowest, lines });
    }),
  );
});
