import type { Change } from '../decider.ts';
import { compareDates, formatDate, type LocalDate, toLondonDate } from '../local-date.ts';
import { balanceOf } from './balance.ts';
import type { BlockCommand, BlockFacts, DrawingCallOff } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { type BlockRefusal, refuse } from './block-refusal.ts';
import { unitsOf } from './pricing.ts';
import { whyNotFor } from './who-acts.ts';

type Outcome = Change<BlockPurchase, BlockWork> | BlockRefusal;
type Of<K extends BlockCommand['kind']> = Extract<BlockCommand, { readonly kind: K }>;

const isOver = ({ statement: { usableTo } }: BlockPurchase, now: string): boolean => compareDates(toLondonDate(now), usableTo) > 0;

/** Why nobody draws or gives units any more, also where the clock has not been noticed yet. */
export const overFault = (present: BlockPurchase, now: string): BlockRefusal | undefined =>
  isOver(present, now) ? refuse('dates-not-allowed', `The last day of use was ${formatDate(present.statement.usableTo)}.`) : undefined;

/** Why it is too soon for what follows the last day of use. */
export const notOverFault = (present: BlockPurchase, now: string): BlockRefusal | undefined =>
  isOver(present, now) ? undefined : refuse('not-yet', `Units may be used until ${formatDate(present.statement.usableTo)}.`);

const areQuarters = (units: number): boolean => units > 0 && Number.isSafeInteger(units * 4);

/** Row 54: a call-off takes units of its own buyer. How many its own record says, so that the two cannot differ. */
export const draw = (present: BlockPurchase, command: Of<'draw'>, facts: BlockFacts, now: string): Outcome => {
  const { by, buyerRef, callOffRef } = command;
  const { callOff } = facts;
  const actor = facts.roles.includes('product') ? undefined : whyNotFor(facts, by, buyerRef, ['requester']);
  const fault = actor ?? overFault(present, now);
  if (fault) return fault;
  if (!callOff || callOff.ref !== callOffRef || callOff.buyerRef !== buyerRef)
    return refuse('call-off-not-known', `${buyerRef} has no call-off ${callOffRef}.`, '/callOffRef');
  const misfit = fitFault(present, callOff);
  if (misfit) return misfit;
  if (present.draws.some((each) => each.callOffRef === callOffRef))
    return refuse('already-drawn', `${callOffRef} has drawn units already. Give them back before it draws others.`, '/callOffRef');
  const { free } = balanceOf(present, buyerRef);
  if (callOff.units > free)
    return refuse('not-enough-units', `${callOffRef} needs ${callOff.units} units, and ${buyerRef} has ${free} left.`, '/callOffRef');
  const draws = [...present.draws, { callOffRef, buyerRef, units: callOff.units }];
  const usedUp = unitsOf(draws) === unitsOf(present.shares);
  return {
    state: { ...present, status: usedUp ? 'exhausted' : 'drawing', draws },
    what: `Units drawn for ${callOffRef}`,
    works: usedUp ? [{ kind: 'tell', audience: 'buyers', news: 'block-drawn' }] : [],
  };
};

const fitFault = ({ statement }: BlockPurchase, callOff: DrawingCallOff): BlockRefusal | undefined => {
  const { serviceRef, unit, units, startDate, endDate } = callOff;
  if (serviceRef !== statement.serviceRef || unit !== statement.unit)
    return refuse('call-off-does-not-fit', 'This call-off is for another service or another unit.', '/callOffRef');
  const isWithin = (day: LocalDate): boolean => compareDates(statement.usableFrom, day) <= 0 && compareDates(day, statement.usableTo) <= 0;
  if (!isWithin(startDate) || !isWithin(endDate))
    return refuse(
      'call-off-does-not-fit',
      `These units are used from ${formatDate(statement.usableFrom)} to ${formatDate(statement.usableTo)}.`,
      '/callOffRef',
    );
  return areQuarters(units) ? undefined : refuse('number-not-allowed', 'Units are drawn in whole quarters.', '/callOffRef');
};

/** Row 54: a call-off that ended early, or took place in part, gives back what it did not use. */
export const returnDraw = (present: BlockPurchase, { callOffRef, units }: Of<'return-draw'>): Outcome => {
  const drawn = present.draws.find((each) => each.callOffRef === callOffRef);
  if (!drawn) return refuse('not-drawn', `${callOffRef} has drawn no units.`, '/callOffRef');
  if (!areQuarters(units)) return refuse('number-not-allowed', 'Units are given back in whole quarters.', '/units');
  if (units > drawn.units) return refuse('not-enough-units', `${callOffRef} has drawn ${drawn.units} units.`, '/units');
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
