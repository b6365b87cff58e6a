import { compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import { type Refusal, refused } from '../refusal.ts';
import { balanceOf } from './balance.ts';
import type { DrawingCallOff } from './block-command.ts';
import type { BlockPurchase, BlockStatement } from './block-purchase.ts';

/** What one member has of a purchase in use: units, and what they are worth. */
export interface OnHand {
  readonly ref: string;
  readonly statement: Pick<BlockStatement, 'serviceRef' | 'unit' | 'rateRef' | 'rateHash' | 'vatBasisPoints' | 'usableFrom' | 'usableTo'>;
  /** The one price of every unit, ex VAT. */
  readonly unitPrice: Pence;
  /** Units that are free, and those that the call-off in question holds by now. */
  readonly units: number;
}

/** What a buyer has on hand for a call-off; `undefined` where the purchase is not in use, or is not this buyer's. */
export const onHandOf = (block: BlockPurchase, buyerRef: string, callOffRef?: string): OnHand | undefined => {
  const { ref, status, statement, unitPrice, shares, draws } = block;
  const isMember = shares.some((share) => share.buyerRef === buyerRef);
  if ((status !== 'drawing' && status !== 'exhausted') || unitPrice === undefined || !isMember) return undefined;
  const held = draws.find((each) => each.callOffRef === callOffRef && each.buyerRef === buyerRef)?.units ?? 0;
  return { ref, statement, unitPrice, units: balanceOf(block, buyerRef).free + held };
};

/** The purchases of a service whose units a buyer can still draw on a day or later, those that end first at first. */
export const drawableOf = (
  blocks: readonly BlockPurchase[],
  { buyerRef, serviceRef, today }: { readonly buyerRef: string; readonly serviceRef: string; readonly today: LocalDate },
): readonly OnHand[] =>
  blocks
    .flatMap((block) => onHandOf(block, buyerRef) ?? [])
    .filter(({ statement, units }) => statement.serviceRef === serviceRef && units > 0 && compareDates(today, statement.usableTo) <= 0)
    .sort((a, b) => compareDates(a.statement.usableTo, b.statement.usableTo) || a.ref.localeCompare(b.ref));

const areQuarters = (units: number): boolean => units > 0 && Number.isSafeInteger(units * 4);

/** Why a call-off cannot be taken from what is on hand; `undefined` when it can (row 54). */
export const drawFault = (hand: OnHand, callOff: Omit<DrawingCallOff, 'ref' | 'buyerRef'>): Refusal | undefined => {
  const { statement } = hand;
  const { serviceRef, unit, units, startDate, endDate } = callOff;
  if (serviceRef !== statement.serviceRef || unit !== statement.unit)
    return refused('call-off-does-not-fit', `Block purchase ${hand.ref} is of another service or another unit.`);
  const isWithin = (day: LocalDate): boolean => compareDates(statement.usableFrom, day) <= 0 && compareDates(day, statement.usableTo) <= 0;
  if (!isWithin(startDate) || !isWithin(endDate))
    return refused(
      'call-off-does-not-fit',
      `The units of block purchase ${hand.ref} are used from ${formatDate(statement.usableFrom)} to ${formatDate(statement.usableTo)}.`,
    );
  if (!areQuarters(units)) return refused('call-off-does-not-fit', 'Units of a block purchase are used in whole quarters.');
  return units > hand.units
    ? refused('not-enough-units', `This needs ${units} units of block purchase ${hand.ref}, and ${hand.units} are left.`)
    : undefined;
};
