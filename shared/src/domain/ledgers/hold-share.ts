import { compareDates, type LocalDate } from '../days/local-date.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type HeldPlacement, type Holding, holdsNothing, type Ledger, type Share, sameHolding, shareOf } from './ledger.ts';
import { packShares } from './pack-shares.ts';
import { type LimitFacts, whyNotTake } from './share-rules.ts';
import { alsoOver, mayComeOver } from './writes-to-come.ts';

/** Most characters that the shares of one ledger take in its item: the column holds 63,999, and nothing is ever cut off. */
export const sharesRoom = 60_000;

export interface Reservation {
  readonly subject: string;
  /** What the call-off would hold after the write that this is for. */
  readonly wanted: Holding;
  /** The state of the call-off over which that write is decided: it can only come while the call-off is in it. */
  readonly over: string;
}

/** A ledger in which a share was set; the very object where nothing had to be written. */
export type Held = { readonly ok: true; readonly ledger: Ledger } | Refusal;

/**
 * Takes a share of a limit before the call-off is written, or refuses. Set, not added: again for the same state of the call-off it changes nothing. For
 * another state it is written anew, even with the same amount, so that a release which was decided about the earlier one conflicts, and both states are
 * kept: either write may be the one that comes. Until it is settled the call-off holds what it had and what it wants, whichever is more.
 */
export const reserveShare = (ledger: Ledger, { subject, wanted, over }: Reservation, facts: LimitFacts): Held => {
  const present = shareOf(ledger, subject);
  if (present?.state === 'open' && mayComeOver(present.over, over) && covers(present, wanted)) return { ok: true, ledger };
  const refusal = whyNotTake(ledger, subject, wanted, facts);
  if (refusal) return refusal;
  const share: Share = { subject, state: 'open', over: alsoOver(present?.over, over), ...larger(present, wanted) };
  const next = withShare(withoutPast(ledger, facts.today), share);
  return packShares(next.shares).length > sharesRoom ? refused('record-full', ledgerFull) : { ok: true, ledger: next };
};

const ledgerFull = 'So many orders are open at once that no more can be counted. Ring the commissioning team.';

/** What a call-off holds of a limit by its own state. `finished`: for good, so that its share need not be told apart any more. */
export interface HeldNow {
  readonly subject: string;
  readonly holding: Holding;
  readonly finished: boolean;
  /** The state in which the call-off was read, after the ledger was. */
  readonly now: string;
}

/**
 * Makes the share of a call-off what the call-off says. Whoever settles reads the ledger first, then the call-off, and writes under the ledger's ETag. A
 * reservation over the state in which the call-off still is stays: its write may be on its way. In any other state no write that it names can succeed.
 */
export const settleShare = (ledger: Ledger, { subject, holding, finished, now }: HeldNow): Ledger => {
  const present = shareOf(ledger, subject);
  if (present?.state === 'open' && mayComeOver(present.over, now)) return ledger;
  if (finished) {
    // A share that is not there was added to the total before: without an open or a confirmed one no order was ever made. And none is reserved any
    // more: what is finished was ordered on an earlier day.
    if (!present) return ledger;
    return { ...withoutShare(ledger, subject), finished: addPence(ledger.finished, holding.amount) };
  }
  if (holdsNothing(holding)) return present ? withoutShare(ledger, subject) : ledger;
  if (present?.state === 'confirmed' && sameHolding(contentOf(present), holding)) return ledger;
  return withShare(ledger, { subject, state: 'confirmed', ...holding });
};

/** Whether the sweep has to look at a share: it is open, or its call-off was last seen to hold something else. */
export const needsSettling = (ledger: Ledger, held: Pick<HeldNow, 'subject' | 'holding' | 'finished'>): boolean =>
  settleShare(ledger, { ...held, now: '' }) !== ledger;

const contentOf = ({ amount, placements }: Holding): Holding => ({ amount, placements });

const withoutShare = (ledger: Ledger, subject: string): Ledger => ({
  ...ledger,
  shares: ledger.shares.filter((share) => share.subject !== subject),
});

const withShare = (ledger: Ledger, share: Share): Ledger =>
  shareOf(ledger, share.subject)
    ? { ...ledger, shares: ledger.shares.map((present) => (present.subject === share.subject ? share : present)) }
    : { ...ledger, shares: [...ledger.shares, share] };

/** Placements that are over weigh on no day to come. */
const withoutPast = (ledger: Ledger, today: LocalDate): Ledger => {
  const isPast = ({ state, placements }: Share): boolean =>
    state === 'confirmed' && placements.length > 0 && placements.every(({ endDate }) => compareDates(endDate, today) < 0);
  return ledger.shares.some(isPast) ? { ...ledger, shares: ledger.shares.filter((share) => !isPast(share)) } : ledger;
};

const covers = (present: Holding, wanted: Holding): boolean => sameHolding(larger(present, wanted), contentOf(present));

/** As much as either: the larger sum, or every placement of both, those of the same pupil for the longer time and the more hours. */
const larger = (present: Holding | undefined, wanted: Holding): Holding => {
  if (!present) return contentOf(wanted);
  const amount: Pence = pence(Math.max(present.amount, wanted.amount));
  return { amount, placements: widest([...present.placements, ...wanted.placements]) };
};

const widest = (placements: readonly HeldPlacement[]): readonly HeldPlacement[] => {
  const [first, ...rest] = placements;
  if (!first) return [];
  const widened = rest.reduce(
    (sum, each): HeldPlacement => ({
      pupil: each.pupil,
      hoursPerWeek: Math.max(sum.hoursPerWeek, each.hoursPerWeek),
      withPlan: sum.withPlan || each.withPlan,
      startDate: compareDates(each.startDate, sum.startDate) < 0 ? each.startDate : sum.startDate,
      endDate: compareDates(each.endDate, sum.endDate) > 0 ? each.endDate : sum.endDate,
    }),
    first,
  );
  return [widened];
};
