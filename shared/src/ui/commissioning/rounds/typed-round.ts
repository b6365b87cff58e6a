import { formatDate, toLondonDate } from '../../../domain/days/local-date.ts';
import { parseUkDate } from '../../../domain/days/uk-date.ts';
import type { RateUnit } from '../../../domain/money/rate-card.ts';
import type { LotCriteria } from '../../../domain/tenders/round/criteria.ts';
import { methodStatements } from '../../../domain/tenders/round/method-statements.ts';
import { totalWeight } from '../../../domain/tenders/round/question-set-fault.ts';
import type { RoundPlan as DomainPlan } from '../../../domain/tenders/round/round-command.ts';
import { instantAt, timeFault, timeOf } from '../frameworks/uk-time.tsx';
import { emptyQuestion, keysOf, type RoundPlan, type TypedQuestion, toQuestion, toTyped, wholeOf } from './typed-question.ts';

/** A day and a time of day in the UK, as typed. */
export interface TypedTime {
  readonly day: string;
  readonly time: string;
}

/** By what applications for one lot are ranked, as typed. */
export interface TypedLot {
  readonly lotKey: string;
  readonly quality: string;
  readonly price: string;
  readonly passMark: string;
  readonly priceUnit: RateUnit;
  readonly mostAwards: string;
}

export const roundTimes = ['opensAt', 'clarificationsCloseAt', 'closesAt'] as const;
export type RoundTime = (typeof roundTimes)[number];

/** A round as it stands in the form. */
export interface TypedRound extends Readonly<Record<RoundTime, TypedTime>> {
  readonly frameworkRef: string;
  /** Names this set of questions. */
  readonly version: string;
  readonly lots: readonly TypedLot[];
  readonly questions: readonly TypedQuestion[];
  /** How many questions were ever in the form: the next one is named by it. */
  readonly counted: number;
}

type Contents = Pick<TypedRound, 'lots' | 'questions' | 'counted'>;

const contentsOf = (plan: Pick<DomainPlan, 'lots' | 'questionSet'>, counted = 0): Contents => ({
  lots: plan.lots.map(({ lotKey, qualityWeight, priceWeight, passMark, priceUnit, mostAwards }) => ({
    lotKey,
    quality: `${qualityWeight}`,
    price: `${priceWeight}`,
    passMark: `${passMark}`,
    priceUnit,
    mostAwards: `${mostAwards ?? ''}`,
  })),
  questions: plan.questionSet.questions.map((question, at) => toTyped(question, `${counted + at}`)),
  counted: counted + plan.questionSet.questions.length,
});

/** A round with nothing but the standing method statements (R21) and the usual times of day. */
export const newRound = (frameworkRef: string, version: string): TypedRound => ({
  frameworkRef,
  version,
  opensAt: { day: '', time: '09:00' },
  clarificationsCloseAt: { day: '', time: '17:00' },
  closesAt: { day: '', time: '12:00' },
  ...contentsOf({ lots: [], questionSet: methodStatements }),
});

const typedTime = (instant: string): TypedTime => ({ day: formatDate(toLondonDate(instant), 'plain'), time: timeOf(instant) });

/** A round that was planned before, to be changed in the form. */
export const plannedRound = (frameworkRef: string, plan: RoundPlan): TypedRound => ({
  frameworkRef,
  version: plan.questionSet.version,
  opensAt: typedTime(plan.opensAt),
  clarificationsCloseAt: typedTime(plan.clarificationsCloseAt),
  closesAt: typedTime(plan.closesAt),
  ...contentsOf(plan),
});

const emptyLot = (lotKey: string): TypedLot => ({ lotKey, quality: '', price: '', passMark: '0', priceUnit: 'hour', mostAwards: '' });

/** The same for these lots: one that was chosen before keeps its criteria; a question is asked for no lot that is not chosen. */
export const withLots = (typed: TypedRound, lotKeys: readonly string[]): TypedRound => ({
  ...typed,
  lots: lotKeys.map((lotKey) => typed.lots.find((lot) => lot.lotKey === lotKey) ?? emptyLot(lotKey)),
  questions: typed.questions.map((question) => ({ ...question, lotKeys: question.lotKeys.filter((lotKey) => lotKeys.includes(lotKey)) })),
});

/** The same for another framework, whose lots are others. */
export const withFramework = (typed: TypedRound, frameworkRef: string, version: string): TypedRound => ({
  ...withLots(typed, []),
  frameworkRef,
  version,
});

/** The same with the lots and questions of an earlier round, as far as the framework has these lots. Keys stay, so that answers are reused (row 11). */
export const beginningWith = (typed: TypedRound, plan: RoundPlan, lotKeys: readonly string[]): TypedRound => {
  const begun = { ...typed, ...contentsOf(plan, typed.counted) };
  return withLots(
    begun,
    begun.lots.map(({ lotKey }) => lotKey).filter((lotKey) => lotKeys.includes(lotKey)),
  );
};

export const withNewQuestion = (typed: TypedRound): TypedRound => ({
  ...typed,
  questions: [...typed.questions, emptyQuestion(`${typed.counted}`)],
  counted: typed.counted + 1,
});

/** The questions with one of them at another place. */
export const moved = (questions: readonly TypedQuestion[], from: number, to: number): readonly TypedQuestion[] => {
  const one = questions[from];
  if (one === undefined || to < 0 || to >= questions.length) return questions;
  const others = questions.filter((_, at) => at !== from);
  return [...others.slice(0, to), one, ...others.slice(to)];
};

/** What quality and price of a lot weigh together, so far. */
export const shareOf = ({ quality, price }: TypedLot): number =>
  [quality, price].map(wholeOf).reduce((sum, part) => sum + (Number.isNaN(part) ? 0 : part), 0);

/** What the scored questions of each chosen lot weigh together, so far. */
export const weightsOf = ({ lots, questions }: TypedRound): readonly { readonly lotKey: string; readonly weight: number }[] => {
  const asked = questions.filter(({ weight }) => !Number.isNaN(wholeOf(weight))).map((question) => toQuestion(question, question.id));
  return lots.map(({ lotKey }) => ({ lotKey, weight: totalWeight({ questions: asked }, lotKey) }));
};

/** A lot's criteria as they are sent. Numbers that were not understood are NaN. */
export const toCriteria = ({ lotKey, quality, price, passMark, priceUnit, mostAwards }: TypedLot): LotCriteria => ({
  lotKey,
  qualityWeight: wholeOf(quality),
  priceWeight: wholeOf(price),
  passMark: wholeOf(passMark),
  priceUnit,
  ...(mostAwards.trim() === '' ? {} : { mostAwards: wholeOf(mostAwards) }),
});

/** The instant of a time as typed; undefined while it is none. */
export const instantOf = ({ day, time }: TypedTime): string | undefined => {
  const date = parseUkDate(day);
  return date === undefined || timeFault(time.trim()) !== undefined ? undefined : instantAt(date, time.trim());
};

const must = (instant: string | undefined): string => {
  if (instant === undefined) throw new RangeError('The round has no such time');
  return instant;
};

/** The plan as it is sent. Throws RangeError for a time that `roundFaults` names. */
export const toPlan = (typed: TypedRound): RoundPlan => {
  const keys = keysOf(typed.questions);
  return {
    opensAt: must(instantOf(typed.opensAt)),
    clarificationsCloseAt: must(instantOf(typed.clarificationsCloseAt)),
    closesAt: must(instantOf(typed.closesAt)),
    lots: typed.lots.map(toCriteria),
    questionSet: {
      version: typed.version.trim(),
      questions: typed.questions.map((question, at) => toQuestion(question, keys[at] ?? question.id)),
    },
  };
};
