import { livePrice } from '../../domain/block-purchases/block-purchase-view.ts';
import { maximumCost } from '../../domain/block-purchases/shares.ts';
import { formatMoney, type Pence, pence, poundsToPence } from '../../domain/money/money.ts';
import { timesUnits, vatOf } from '../../domain/money/rounding.ts';
import { countWords } from '../words.tsx';
import { type BlockSeen, nobodyLeaves, type PledgeSeen, priceWords, totalWords, unusedSentences } from './block-words.ts';

/** Units as typed: a whole number from 1 to 100,000; undefined for anything else. */
export const unitsOf = (typed: string): number | undefined => {
  const text = typed.trim().replaceAll(',', '');
  const units = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return units >= 1 && units <= 100_000 ? units : undefined;
};

/** A cap as typed in pounds, with or without their sign and commas; undefined for anything else. Which caps are allowed the service says. */
export const capOf = (typed: string): Pence | undefined => {
  const pounds = typed.trim().replace(/^£/, '').replaceAll(',', '');
  return /^\d{1,7}(\.\d\d?)?$/.test(pounds) ? poundsToPence(Number(pounds)) : undefined;
};

/** What the form says while somebody types, from what all approved pledges come to and the buyer's own part alone. */
export interface PledgeLines {
  /** The price at the units that are reached, read out as it changes. */
  readonly price: string;
  readonly others: readonly string[];
}

const waitingOfOthers = ({ gathered, own }: BlockSeen): number =>
  (gathered?.waitingUnits ?? 0) - (own?.pledge?.state === 'waiting' ? own.pledge.units : 0);

const capLine = (view: BlockSeen, reached: number, unitPrice: Pence, cap: Pence): string | undefined => {
  const { bands, unit } = view.statement;
  if (cap >= unitPrice) return undefined;
  const enough = bands.find((band) => band.unitPrice <= cap);
  const more = enough && `, unless ${countWords(enough.fromUnits - reached, unit)} more are pledged and approved`;
  return `That is above the most that you would pay, so you would buy nothing${more ?? ''}.`;
};

/** Row 52: the price at the units that approved pledges and these reach, how many are missing to the next one, and what this costs at most. */
export const pledgeLines = (view: BlockSeen, units: number | undefined, cap: Pence | undefined): PledgeLines => {
  const { statement } = view;
  const { unit, vatBasisPoints } = statement;
  const { units: reached, unitPrice, next } = livePrice(view, units ?? 0);
  const waiting = waitingOfOthers(view);
  const most = units !== undefined && cap !== undefined ? maximumCost(units, cap, vatBasisPoints) : undefined;
  const net = units === undefined ? undefined : timesUnits(unitPrice, units);
  const lines = [
    cap === undefined ? undefined : capLine(view, reached, unitPrice, cap),
    next
      ? `${countWords(next.moreUnits, unit)} more would bring the price to ${formatMoney(next.unitPrice)}.`
      : 'That is the lowest price.',
    waiting > 0 ? `${countWords(waiting, unit)} of other buyers wait for their approvers and are not counted here.` : undefined,
    net === undefined ? undefined : `At that price yours would cost ${totalWords(pence(net + vatOf(net, vatBasisPoints)), statement)}.`,
    most ? `Your maximum cost is ${totalWords(most.gross, statement)}. This is what your approver approves.` : undefined,
  ];
  const who = units === undefined ? 'Approved so far' : `With your ${countWords(units, unit)}`;
  return {
    price: `${who}: ${countWords(reached, unit)}, at ${priceWords(unitPrice, unit)}.`,
    others: lines.flatMap((line) => line ?? []),
  };
};

/** What a person confirms who pledges. */
export const pledgeQuestion = ({ statement }: BlockSeen, units: number, cap: Pence): string =>
  `${countWords(units, statement.unit)} at no more than ${priceWords(cap, statement.unit)}: at most ${totalWords(
    maximumCost(units, cap, statement.vatBasisPoints).gross,
    statement,
  )}. An approver of your school is asked. ${nobodyLeaves} ${unusedSentences[statement.unused]}`;

/** Whether a buyer has a pledge that stands or waits. */
export const pledgeStanding = (pledge: Pick<PledgeSeen, 'state'> | undefined): boolean =>
  pledge?.state === 'waiting' || pledge?.state === 'approved';
