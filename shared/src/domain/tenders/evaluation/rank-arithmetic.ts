import { formatMoney } from '../../money/money.ts';
import type { LotCriteria } from '../round/criteria.ts';
import { judgedFor, type QuestionSet, weightOf } from '../round/question.ts';
import type { Marks } from './mark.ts';
import { greatestQuality, type Hundredths, type LotRanks, type RankedLine } from './rank-lot.ts';

/** '67.40' */
export const formatPoints = (points: Hundredths): string => `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`;

/** '4 × 25 + 3 × 25 + 5 × 25 + 4 × 25 = 400 of 500; 400 ÷ 500 × 90 = 72.00': how the quality points came about. */
export const qualityArithmetic = (criteria: LotCriteria, questionSet: QuestionSet, marks: Marks, line: RankedLine): string => {
  const terms = judgedFor(questionSet, criteria.lotKey).flatMap((question) => {
    const mark = marks[question.key];
    return question.marking.kind === 'scored' ? [`${mark?.kind === 'scored' ? mark.score : 0} × ${weightOf(question)}`] : [];
  });
  return `${terms.join(' + ')} = ${line.qualitySum} of ${greatestQuality}; ${line.qualitySum} ÷ ${greatestQuality} × ${criteria.qualityWeight} = ${formatPoints(line.qualityPoints)}`;
};

/** '£40.00 ÷ £50.00 × 10 = 8.00': how the price points came about; `undefined` where there are none. */
export const priceArithmetic = (
  { priceWeight }: LotCriteria,
  { lowest }: LotRanks,
  { price, pricePoints }: RankedLine,
): string | undefined =>
  lowest === undefined || pricePoints === undefined
    ? undefined
    : `${formatMoney(lowest)} ÷ ${formatMoney(price)} × ${priceWeight} = ${formatPoints(pricePoints)}`;

/** 'First of 3, 80.00 points' or why there is no place, for the page and the letter to the applicant. */
export const placeSentence = (criteria: LotCriteria, { lines }: LotRanks, line: RankedLine): string => {
  const [failing] = line.failings;
  if (failing?.why === 'pass-mark') return `Not placed: quality is below the pass mark of ${criteria.passMark}%.`;
  if (failing)
    return `Not placed: a ${failing.why === 'mandatory' ? 'mandatory question was not passed' : 'score is below the least that was asked'}.`;
  const placed = lines.filter(({ place }) => place !== undefined);
  const isShared = placed.filter(({ place }) => place === line.place).length > 1;
  return `Place ${line.place} of ${placed.length}${isShared ? ', shared' : ''}, ${formatPoints(line.total ?? 0)} points.`;
};
