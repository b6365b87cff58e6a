import type { Pence } from '../money/money.ts';
import type { VolumeBand } from '../money/volume-bands.ts';

/** What pricing knows of a pledge that its buyer's approver approved: so many units, at no more than `cap` each, ex VAT. */
export interface ApprovedPledge {
  readonly buyerRef: string;
  readonly units: number;
  readonly cap: Pence;
}

/** How a block purchase closes: at one price for all, or not at all. A pledge that dropped stays out whatever happens to the others. */
export type Closing<P extends ApprovedPledge> =
  | {
      readonly outcome: 'priced';
      readonly unitPrice: Pence;
      readonly units: number;
      readonly kept: readonly P[];
      readonly dropped: readonly P[];
    }
  | { readonly outcome: 'lapsed'; readonly units: number; readonly dropped: readonly P[] };

/** The units of several pledges together. */
export const unitsOf = (pledges: readonly { readonly units: number }[]): number => pledges.reduce((sum, { units }) => sum + units, 0);

/** The band that so many units reach; the first for none. Throws RangeError when there are no bands. */
export const bandOf = (bands: readonly VolumeBand[], units: number): VolumeBand => {
  const reached = bands.filter(({ fromUnits }, at) => at === 0 || fromUnits <= units).at(-1);
  if (!reached) throw new RangeError('A price has one band at least.');
  return reached;
};

/**
 * Rows 51-52: the one price for all and who buys at it, by the GREATEST FIXED POINT. All approved pledges together reach a band; whoever's cap lies below its
 * price drops out for good; those who are left reach a band of their own, until nobody drops. Less units never cost less each, so each round leaves only
 * pledges that no set which can stand holds: what remains contains every such set. It is the same in any order of pledges, charges nobody above the cap,
 * and ends after as many rounds as there are pledges at most. Below `minimumUnits` the purchase lapses.
 */
export const closePledges = <P extends ApprovedPledge>(
  pledges: readonly P[],
  bands: readonly VolumeBand[],
  minimumUnits: number,
): Closing<P> => {
  let kept = pledges;
  let price = bandOf(bands, unitsOf(kept)).unitPrice;
  for (;;) {
    const staying = kept.filter(({ cap }) => cap >= price);
    if (staying.length === kept.length) break;
    kept = staying;
    price = bandOf(bands, unitsOf(kept)).unitPrice;
  }
  const units = unitsOf(kept);
  const dropped = pledges.filter((pledge) => !kept.includes(pledge));
  return kept.length === 0 || units < minimumUnits
    ? { outcome: 'lapsed', units, dropped }
    : { outcome: 'priced', unitPrice: price, units, kept, dropped };
};

/** How many units more reach the next lower price, and that price. */
export interface NextBand {
  readonly moreUnits: number;
  readonly fromUnits: number;
  readonly unitPrice: Pence;
}

/** For the form while people pledge: how far the next lower price is from so many units; `undefined` at the lowest. */
export const nextBand = (bands: readonly VolumeBand[], units: number): NextBand | undefined => {
  const { unitPrice: present } = bandOf(bands, units);
  // No price rises with the units, so a lower one is of a band that is not reached yet.
  const next = bands.find(({ unitPrice }) => unitPrice < present);
  return next && { moreUnits: next.fromUnits - units, ...next };
};
