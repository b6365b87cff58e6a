import type { Change } from '../call-off/decider.ts';
import { compareDates, formatDate, toLondonDate } from '../days/local-date.ts';
import { alsoOver } from '../ledgers/writes-to-come.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import { type BlockPurchase, drawOf } from './block-purchase.ts';
import { drawFault, onHandOf } from './on-hand.ts';
import { unitsOf } from './pricing.ts';

type Outcome = Change<BlockPurchase, BlockWork> | Refusal;
type Of<K extends BlockCommand['kind']> = Extract<BlockCommand, { readonly kind: K }>;

const isOver = ({ statement: { usableTo } }: BlockPurchase, now: string): boolean => compareDates(toLondonDate(now), usableTo) > 0;

/** Why nobody draws or gives units any more, also where the clock has not been noticed yet. */
export const overFault = (present: BlockPurchase, now: string): Refusal | undefined =>
  isOver(present, now) ? refused('dates-not-allowed', `The last day of use was ${formatDate(present.statement.usableTo)}.`) : undefined;

/** Why it is too soon for what follows the last day of use. */
export const notOverFault = (present: BlockPurchase, now: string): Refusal | undefined =>
  isOver(present, now) ? undefined : refused('not-yet', `Units may be used until ${formatDate(present.statement.usableTo)}.`);

/**
 * Row 54: a call-off takes units of its own buyer before its own write: as many as its record then says, so that the two cannot differ. Set, not added:
 * drawn again it holds what it had or what it wants, whichever is more, until its write has come and what it does not use is given back.
 */
export const draw = (present: BlockPurchase, command: Of<'draw'>, { callOff }: BlockFacts, now: string): Outcome => {
  const { buyerRef, callOffRef, over } = command;
  const past = overFault(present, now);
  if (past) return past;
  const hand = onHandOf(present, buyerRef, callOffRef);
  if (!hand || !callOff || callOff.ref !== callOffRef || callOff.buyerRef !== buyerRef)
    return refused('call-off-not-known', `${buyerRef} has no units of this purchase for ${callOffRef}.`);
  const misfit = drawFault(hand, callOff);
  if (misfit) return misfit;
  const held = drawOf(present, callOffRef);
  const taken = { callOffRef, buyerRef, units: Math.max(held?.units ?? 0, callOff.units), over: alsoOver(held?.over, over) };
  const draws = held ? present.draws.map((each) => (each === held ? taken : each)) : [...present.draws, taken];
  const usedUp = unitsOf(draws) === unitsOf(present.shares);
  return {
    state: { ...present, status: usedUp ? 'exhausted' : 'drawing', draws },
    what: `Units drawn for ${callOffRef}`,
    works: usedUp && present.status !== 'exhausted' ? [{ kind: 'tell', audience: 'buyers', news: 'block-drawn' }] : [],
  };
};

/** Row 54: a call-off that ended early, or took place in part, gives back what it did not use. */
export const returnDraw = (present: BlockPurchase, { callOffRef, units }: Of<'return-draw'>): Outcome => {
  const drawn = drawOf(present, callOffRef);
  if (!drawn) return refused('not-drawn', `${callOffRef} has drawn no units.`, '/callOffRef');
  if (!(units > 0) || !Number.isSafeInteger(units * 4))
    return refused('number-not-allowed', 'Units are given back in whole quarters.', '/units');
  if (units > drawn.units) return refused('not-enough-units', `${callOffRef} has drawn ${drawn.units} units.`, '/units');
  const left = drawn.units - units;
  const draws =
    left === 0
      ? present.draws.filter((each) => each !== drawn)
      : present.draws.map((each) => (each === drawn ? { ...drawn, units: left } : each));
  return {
    state: { ...present, status: present.status === 'expired' ? 'expired' : 'drawing', draws },
    what: `Units of ${callOffRef} given back`,
    protects: true,
    works: [{ kind: 'tell-buyer', buyerRef: drawn.buyerRef, news: 'block-draw-returned' }],
  };
};
