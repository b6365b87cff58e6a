import { type Pence, pence } from '../../money/money.ts';
import type { LotCriteria } from '../round/criteria.ts';
import { greatestScore, judgedFor, type Question, type QuestionSet, weightOf } from '../round/question.ts';
import type { Marks } from './mark.ts';

/** Points in hundredths: whole numbers, so that the sum on the page is the sum that was made. 6,740 is 67.40 points. */
export type Hundredths = number;

/** Why an application cannot be recommended, whatever its points. */
export type Failing = { readonly why: 'mandatory' | 'least-score'; readonly questionKey: string } | { readonly why: 'pass-mark' };

/** What is known of one application for a lot when it is ranked. */
export interface RankEntry {
  readonly ref: string;
  readonly price: Pence;
  readonly marks: Marks;
  readonly failedBy: readonly string[];
}

/** One application in the ranking, with every number that made its place. One that fails has no price points, total or place. */
export interface RankedLine {
  readonly ref: string;
  readonly failings: readonly Failing[];
  /** Score times weight, summed: of 500. */
  readonly qualitySum: number;
  readonly qualityPoints: Hundredths;
  readonly price: Pence;
  readonly pricePoints?: Hundredths | undefined;
  readonly total?: Hundredths | undefined;
  /** 1 is the best. Equals share a place, and the next one counts them: 1, 2, 2, 4. */
  readonly place?: number | undefined;
  readonly recommended: boolean;
}

export interface LotRanks {
  /** The lowest price of those that pass: what every price is measured by. */
  readonly lowest?: Pence | undefined;
  readonly lines: readonly RankedLine[];
}

/** What a quality of five for everything would sum up to. */
export const greatestQuality = greatestScore * 100;

/** `count * times / of`, rounded half up, in whole numbers throughout. */
const share = (count: number, times: number, of: number): number => {
  const doubled = 2 * count * times;
  if (!Number.isSafeInteger(doubled + of)) throw new RangeError('The numbers are too large to be exact.');
  return Math.floor((doubled + of) / (2 * of));
};

/** Quality points: the quality sum of 500, times the weight of quality. */
export const qualityPointsOf = (qualitySum: number, { qualityWeight }: LotCriteria): Hundredths =>
  share(qualitySum, qualityWeight * 100, greatestQuality);

/** Price points: the lowest price of those that pass, divided by the price, times the weight of price. */
export const pricePointsOf = (price: Pence, lowest: Pence, { priceWeight }: LotCriteria): Hundredths =>
  share(lowest, priceWeight * 100, price);

/**
 * Row 14: ranks the applications for a lot. Who misses a mandatory question, a least score or the pass mark has no place. Then by total; equals by
 * quality, then by price; what is still equal shares a place. Lines come best first, those without a place last.
 */
export const rankLot = (criteria: LotCriteria, questionSet: QuestionSet, entries: readonly RankEntry[]): LotRanks => {
  const judged = judgedFor(questionSet, criteria.lotKey);
  const marked = entries.map((entry) => {
    const qualitySum = judged.reduce((sum, question) => sum + scoreOf(question, entry.marks) * weightOf(question), 0);
    return { entry, qualitySum, failings: failingsOf(judged, entry, qualitySum, criteria) };
  });
  const passing = marked.filter(({ failings }) => failings.length === 0);
  const lowest = passing.length === 0 ? undefined : pence(Math.min(...passing.map(({ entry }) => entry.price)));
  const lines = marked.map(({ entry, qualitySum, failings }): Omit<RankedLine, 'recommended' | 'place'> => {
    const qualityPoints = qualityPointsOf(qualitySum, criteria);
    const line = { ref: entry.ref, failings, qualitySum, qualityPoints, price: entry.price };
    if (failings.length > 0 || lowest === undefined) return line;
    const pricePoints = pricePointsOf(entry.price, lowest, criteria);
    return { ...line, pricePoints, total: qualityPoints + pricePoints };
  });
  const better = (a: Omit<RankedLine, 'recommended'>, b: Omit<RankedLine, 'recommended'>): number =>
    (b.total ?? -1) - (a.total ?? -1) || b.qualitySum - a.qualitySum || a.price - b.price;
  return {
    lowest,
    lines: lines
      .map((line): RankedLine => {
        if (line.total === undefined) return { ...line, recommended: false };
        const place = 1 + lines.filter((other) => other.total !== undefined && better(other, line) < 0).length;
        return { ...line, place, recommended: criteria.mostAwards === undefined || place <= criteria.mostAwards };
      })
      .sort((a, b) => better(a, b) || a.ref.localeCompare(b.ref)),
  };
};

const scoreOf = ({ key }: Question, marks: Marks): number => {
  const mark = marks[key];
  return mark?.kind === 'scored' ? mark.score : 0;
};

const failingsOf = (
  judged: readonly Question[],
  { marks, failedBy }: RankEntry,
  qualitySum: number,
  { passMark }: LotCriteria,
): readonly Failing[] => [
  ...failedBy.map((questionKey) => ({ why: 'mandatory' as const, questionKey })),
  ...judged.flatMap((question): readonly Failing[] => {
    const mark = marks[question.key];
    if (question.marking.kind === 'pass-or-fail')
      return mark?.kind === 'pass-or-fail' && mark.pass ? [] : [{ why: 'mandatory', questionKey: question.key }];
    const least = question.marking.kind === 'scored' ? (question.marking.least ?? 0) : 0;
    return scoreOf(question, marks) < least ? [{ why: 'least-score', questionKey: question.key }] : [];
  }),
  ...(qualitySum * 100 < passMark * greatestQuality ? [{ why: 'pass-mark' as const }] : []),
];
