import { formatDate, toLondonDate } from '../days/local-date.ts';
import { formatMoney, type Pence } from '../money/money.ts';
import type { VatBasis } from '../money/vat-basis.ts';
import { type Refusal, refused } from '../refusal.ts';
import { basisReasons, type DirectAwardBasis, isProvedByOthers } from '../register/framework.ts';

/** What a request comes to, in pence without VAT and with it. */
interface Totals {
  readonly net: Pence;
  readonly gross: Pence;
}

/** A service that meets the same need, at what the same request would cost there. */
export interface Considered extends Totals {
  readonly serviceRef: string;
  readonly serviceName: string;
  readonly providerName: string;
  readonly rateRef: string;
}

/** Who else was looked at, and how. */
export interface OthersConsidered {
  /** Every other service that could be ordered for the same need. */
  readonly services: readonly Considered[];
  /** R39: whether this buyer compares prices without VAT or with it. */
  readonly compared: VatBasis;
  /** When the directory in which they were found was last brought up to date: an ISO instant. */
  readonly freshAt: string;
  /** How many miles a provider that comes to the pupil had to travel at most; absent where the school's place is not known. */
  readonly withinMiles?: number | undefined;
}

/** Why a direct award was made to this provider, as it stood on the day: frozen with the request (R30). It knows no pupil. */
export interface AwardEvidence {
  readonly basis: DirectAwardBasis;
  /** When it was proved: an ISO instant. */
  readonly at: string;
  /** What only the school can say, in its own words. */
  readonly reason?: string | undefined;
  /** Absent where the basis asks about nobody else. `outOf`: how many there were; of them the cheapest are kept. */
  readonly others?: (OthersConsidered & { readonly outOf: number }) | undefined;
}

/** How many others are named in the evidence: a record has room for no more, and a reader no use. */
const mostNamed = 10;

const amountOf = ({ net, gross }: Totals, compared: VatBasis): Pence => (compared === 'inc' ? gross : net);

/** The cheaper one first, as this buyer compares prices; among equals always in the same order. */
export const byPrice =
  (compared: VatBasis) =>
  (a: Totals & Pick<Considered, 'serviceRef'>, b: typeof a): number =>
    amountOf(a, compared) - amountOf(b, compared) || a.gross - b.gross || a.net - b.net || a.serviceRef.localeCompare(b.serviceRef);

/** Whether a basis that is proved by others holds at this price: only the lowest total is the lowest price, and only one that is left alone the only match. */
export const holdsBeside = (
  basis: DirectAwardBasis,
  own: Totals,
  { services, compared }: Pick<OthersConsidered, 'services' | 'compared'>,
): boolean => {
  if (basis === 'only-match') return services.length === 0;
  return basis !== 'lowest-price' || services.every((other) => amountOf(other, compared) >= amountOf(own, compared));
};

/** What a direct award is claimed by. `permitted`: the bases that the framework row permits, in its own order. */
export interface AwardClaim {
  readonly basis: DirectAwardBasis;
  readonly reason?: string | undefined;
  readonly price: Totals;
  readonly permitted: readonly DirectAwardBasis[];
}

/**
 * R30: whether the basis that a direct award states is true of this provider, and the evidence of it. `others` need not be told where the basis asks about
 * nobody else; where it does and they could not be read, it is refused.
 */
export const proveBasis = (claim: AwardClaim, others: OthersConsidered | undefined, at: string): AwardEvidence | Refusal => {
  const { basis, reason, price } = claim;
  const said = reason?.trim() ? { reason: reason.trim() } : {};
  if (!isProvedByOthers(basis))
    return said.reason === undefined
      ? refused('text-required', `Enter how you know: ${lowerFirst(basisReasons[basis])}. Do not name the pupil.`, '/basisReason')
      : { basis, at, ...said };
  if (!others) return refused('direct-award-not-allowed', 'Who else meets the need could not be read. Try again.', '/basis');
  const services = [...others.services].sort(byPrice(others.compared));
  if (!holdsBeside(basis, price, others)) return refused('direct-award-not-allowed', whyNot(claim, { ...others, services }), '/basis');
  return { basis, at, ...said, others: { ...others, services: services.slice(0, mostNamed), outOf: services.length } };
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const inWords: Readonly<Record<VatBasis, string>> = { ex: 'without VAT', inc: 'with VAT' };
const nameOf = ({ providerName, serviceName }: Considered): string => `${providerName}, ${serviceName}`;
const andMore = (count: number): string => (count === 0 ? '' : ` and ${count} more`);

/** Why a basis is not true of this provider, with who shows it, and what would hold. */
const whyNot = (claim: AwardClaim, others: OthersConsidered): string => {
  const { basis, price } = claim;
  const { services, compared } = others;
  if (basis === 'only-match') {
    const [first] = services;
    const named = first ? `${nameOf(first)}${andMore(services.length - 1)}` : 'another service';
    return `It is not the only service that meets the need: ${named} can be ordered for it too. ${whatWould(claim, others)}`;
  }
  const own = amountOf(price, compared);
  const cheaper = services.filter((each) => amountOf(each, compared) < own);
  const [lowest] = cheaper;
  const named = lowest
    ? `${nameOf(lowest)} costs ${formatMoney(amountOf(lowest, compared))} ${inWords[compared]}, against ${formatMoney(own)} here${cheaper.length > 1 ? `, and ${cheaper.length - 1} more cost less` : ''}`
    : 'another service costs less';
  return `It is not the lowest price that meets the need: ${named}. ${whatWould(claim, others)}`;
};

const whatWould = ({ basis, price, permitted }: AwardClaim, others: OthersConsidered): string => {
  const inOne = (bases: readonly DirectAwardBasis[]): string => bases.map((each) => lowerFirst(basisReasons[each])).join('; ');
  const proved = permitted.filter((each) => isProvedByOthers(each) && holdsBeside(each, price, others));
  if (proved.length > 0) return `What holds: ${inOne(proved)}.`;
  const said = permitted.filter((each) => !isProvedByOthers(each));
  const steps = [
    ...(permitted.includes('lowest-price')
      ? [`request ${basis === 'lowest-price' ? 'the cheaper one' : 'the one with the lowest price'}`]
      : []),
    ...(said.length > 0 ? [`choose another reason, where it is true: ${inOne(said)}`] : []),
  ];
  if (steps.length === 0) return 'The framework allows no other reason: ring the commissioning team.';
  const text = steps.join(', or ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** What was looked at and found, without naming or pricing anybody: a provider may read it of its rivals. */
export const evidenceSentence = ({ at, others }: AwardEvidence): string => {
  if (!others) return `Stated by the school on ${formatDate(toLondonDate(at), 'plain')}.`;
  const where = others.withinMiles === undefined ? '' : ` within reach of the school`;
  const when = `on ${formatDate(toLondonDate(others.freshAt), 'plain')}`;
  if (others.outOf === 0) return `No other service of the lot could be ordered for the same need${where} ${when}.`;
  const found = others.outOf === 1 ? '1 other service' : `${others.outOf} other services`;
  // Beside others only the lowest price holds: the only match is one that is left alone.
  return `${found} of the lot could be ordered for the same need${where} ${when}. None costs less, ${inWords[others.compared]}.`;
};

/** The evidence for whoever decides or oversees: what was found, the school's reason, and the cheapest others with what they would cost. */
export const evidenceLines = (evidence: AwardEvidence): readonly string[] => {
  const { reason, others } = evidence;
  return [evidenceSentence(evidence), ...(reason === undefined ? [] : [reason]), ...(others === undefined ? [] : cheapestOf(others))];
};

/** The cheapest three with what they would cost, and how many there are beside them. */
const cheapestOf = ({ services, compared, outOf }: Exclude<AwardEvidence['others'], undefined>): readonly string[] => {
  const named = services.slice(0, 3);
  const more = outOf - named.length;
  return [
    ...named.map((each) => `${nameOf(each)}: ${formatMoney(amountOf(each, compared))}`),
    ...(more > 0 ? [`${more} more at the same price or dearer`] : []),
  ];
};
