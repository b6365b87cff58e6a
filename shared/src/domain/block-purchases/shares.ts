import { addPence, type Pence, pence } from '../money/money.ts';
import { splitPence, timesUnits, vatOf } from '../money/rounding.ts';

/** What one buyer owes the provider for its own units, in pence. Its own debt: no money passes through the lead. */
export interface BlockShare {
  readonly buyerRef: string;
  /** In whole quarters of a unit. */
  readonly units: number;
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
}

/** What several shares come to. */
export interface ShareTotals {
  readonly units: number;
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
}

export const totalsOf = (shares: readonly BlockShare[]): ShareTotals => ({
  units: shares.reduce((sum, { units }) => sum + units, 0),
  net: addPence(...shares.map(({ net }) => net)),
  vat: addPence(...shares.map(({ vat }) => vat)),
  gross: addPence(...shares.map(({ gross }) => gross)),
});

const quarters = (units: number): number => {
  const whole = units * 4;
  if (!Number.isSafeInteger(whole) || whole < 0) throw new RangeError('Units are counted in whole quarters from nought.');
  return whole;
};

/** An amount split by units: by largest remainder, of equal remainders to the buyer whose reference comes first, in whatever order they stand. */
const splitByUnits = (
  total: Pence,
  parts: readonly { readonly buyerRef: string; readonly units: number }[],
): ReadonlyMap<string, Pence> => {
  const ordered = [...parts].sort((a, b) => (a.buyerRef < b.buyerRef ? -1 : 1));
  const weights = ordered.map(({ units }) => quarters(units));
  const nothing = weights.every((weight) => weight === 0);
  const split = nothing ? [] : splitPence(total, weights);
  return new Map(ordered.map(({ buyerRef }, at) => [buyerRef, split[at] ?? pence(0)]));
};

/**
 * Each buyer's share of units bought at one price. The net is the price times all units, VAT is reckoned on that total (R38), and both are split so that the
 * shares add up to the penny. Throws RangeError for parts of a quarter of a unit.
 */
export const sharesOf = (
  parts: readonly { readonly buyerRef: string; readonly units: number }[],
  unitPrice: Pence,
  vatBasisPoints: number,
): readonly BlockShare[] => {
  const total = timesUnits(
    unitPrice,
    parts.reduce((sum, { units }) => sum + units, 0),
  );
  const nets = splitByUnits(total, parts);
  const vats = splitByUnits(vatOf(total, vatBasisPoints), parts);
  return parts.map(({ buyerRef, units }) => {
    const [net, vat] = [nets.get(buyerRef) ?? pence(0), vats.get(buyerRef) ?? pence(0)];
    return { buyerRef, units, net, vat, gross: addPence(net, vat) };
  });
};

/**
 * The two shares after units went from one to the other. Their VAT is split anew between the two, so that the total stays and nobody else's share moves by
 * a penny. Throws RangeError when there are not so many units to give.
 */
export const afterTransfer = (giver: BlockShare, taker: BlockShare, units: number, unitPrice: Pence): readonly [BlockShare, BlockShare] => {
  const parts = [
    { buyerRef: giver.buyerRef, units: giver.units - units },
    { buyerRef: taker.buyerRef, units: taker.units + units },
  ] as const;
  const vats = splitByUnits(addPence(giver.vat, taker.vat), parts);
  const moved = timesUnits(unitPrice, units);
  const share = (buyerRef: string, held: number, net: Pence): BlockShare => {
    const vat = vats.get(buyerRef) ?? pence(0);
    return { buyerRef, units: held, net, vat, gross: addPence(net, vat) };
  };
  return [
    share(parts[0].buyerRef, parts[0].units, pence(giver.net - moved)),
    share(parts[1].buyerRef, parts[1].units, addPence(taker.net, moved)),
  ];
};

/** The shares of giver and taker as they would be after a transfer; `undefined` where one of them is no member. */
export const sharesAfter = (
  { shares, unitPrice }: { readonly shares: readonly BlockShare[]; readonly unitPrice?: Pence | undefined },
  { giver, taker, units }: { readonly giver: string; readonly taker: string; readonly units: number },
): readonly [BlockShare, BlockShare] | undefined => {
  const shareOf = (buyerRef: string) => shares.find((share) => share.buyerRef === buyerRef);
  const [gives, takes] = [shareOf(giver), shareOf(taker)];
  return gives && takes && unitPrice !== undefined ? afterTransfer(gives, takes, units, unitPrice) : undefined;
};

/** The most that a pledge may come to. What its approver approves is `gross`. */
export interface MaximumCost {
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
}

/** Units at their cap. VAT on the total of all buyers, split, can be a penny more than VAT on these units alone. */
export const maximumCost = (units: number, cap: Pence, vatBasisPoints: number): MaximumCost => {
  const net = timesUnits(cap, units);
  const vat = vatBasisPoints === 0 ? pence(0) : pence(vatOf(net, vatBasisPoints) + 1);
  return { net, vat, gross: pence(net + vat) };
};
