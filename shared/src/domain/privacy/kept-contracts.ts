import { blockMachine } from '../block-purchases/block-machine.ts';
import type { BlockPurchase } from '../block-purchases/block-purchase.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Award } from '../tenders/award/award.ts';
import { newestPeriod, type PriceBook } from '../tenders/prices/price-book.ts';
import type { Round } from '../tenders/round/round.ts';
import type { KeptRecord } from './kept.ts';
import { changes, type HeldRefs, latest, whyRestedOn } from './kept-days.ts';
import { whyHeldByCouncil } from './open-placement.ts';

/** A block purchase as its time is reckoned: what was bought is money, the rest came to nothing. `callOffs`: references of those that draw on it and are still kept. */
export const keptBlockPurchase = (
  { ref, status, statement, history }: BlockPurchase,
  callOffs: readonly string[],
  held: HeldRefs,
): KeptRecord => ({
  kind: status === 'settled' ? 'block-purchase' : 'lapsed-block-purchase',
  ref,
  lastDay: latest(...(status === 'settled' ? [statement.usableTo] : []), ...changes(history)),
  needed: whyHeldByCouncil(ref, held) ?? (blockMachine.ends.includes(status) ? whyRestedOn(callOffs) : `it is ${status}.`),
});

/** Whether an award became a contract: signed by both. */
export const isSignedByBoth = ({ status }: Pick<Award, 'status'>): boolean => status === 'countersigned' || status === 'in-force';
/** Whether nothing more comes of an award. */
export const isDecidedAward = (award: Pick<Award, 'status'>): boolean =>
  isSignedByBoth(award) || award.status === 'rejected' || award.status === 'set-aside';
/** Whether a round may still take applications. */
export const isTaking = ({ status }: Pick<Round, 'status'>): boolean => status !== 'closed' && status !== 'cancelled';

const noEnd = 'no row says when its framework ends.';

/** What decides how long a round, an award or a price book is kept. */
export interface ContractFacts {
  /** References of what rests on it and is still kept: a round's applications and awards; the orders that an award or a price book priced. */
  readonly restingOnIt: readonly string[];
  /** The last day of its framework; `undefined` where no row says it. */
  readonly frameworkEnds: LocalDate | undefined;
}

/** A round, with its questions and rankings, as its time is reckoned: with its framework where somebody won. `awards`: every one out of it. */
export const keptRound = (
  round: Round,
  awards: readonly Award[],
  { restingOnIt, frameworkEnds }: ContractFacts,
  held: HeldRefs,
): KeptRecord => {
  const { ref, status, closesAt, history } = round;
  const won = awards.some(isSignedByBoth);
  const open = isTaking(round) ? `it is ${status}.` : won && frameworkEnds === undefined ? noEnd : undefined;
  const over = latest(toLondonDate(closesAt), ...changes(history), ...awards.flatMap((award) => changes(award.history)));
  return {
    kind: won ? 'awarded-round' : 'round',
    ref,
    lastDay: won ? latest(...(frameworkEnds ? [frameworkEnds] : [])) : over,
    needed: whyHeldByCouncil(ref, held) ?? open ?? whyRestedOn(restingOnIt),
  };
};

/** An award as its time is reckoned: with its framework where both signed, from its last step where nothing came of it. */
export const keptAward = (award: Award, { restingOnIt, frameworkEnds }: ContractFacts, held: HeldRefs): KeptRecord => {
  const { ref, status, history } = award;
  const signed = isSignedByBoth(award);
  const open = isDecidedAward(award) ? (signed && frameworkEnds === undefined ? noEnd : undefined) : `it is ${status}.`;
  return {
    kind: signed ? 'award' : 'unsuccessful-award',
    ref,
    lastDay: signed ? latest(...(frameworkEnds ? [frameworkEnds] : [])) : latest(...changes(history)),
    needed: whyHeldByCouncil(ref, held) ?? open ?? whyRestedOn(restingOnIt),
  };
};

/** A price book, with the rates that are written from it, as its time is reckoned. */
export const keptPriceBook = (book: PriceBook, { restingOnIt, frameworkEnds }: ContractFacts, held: HeldRefs): KeptRecord => {
  const { ref, status } = book;
  const open = status === 'in-review' ? 'it is under a price review.' : frameworkEnds === undefined ? noEnd : undefined;
  return {
    kind: 'price-book',
    ref,
    lastDay: latest(newestPeriod(book).to, ...(frameworkEnds ? [frameworkEnds] : [])),
    needed: whyHeldByCouncil(ref, held) ?? open ?? whyRestedOn(restingOnIt),
  };
};
