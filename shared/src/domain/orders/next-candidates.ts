import { type CallOff, type FrozenPrice, routeOf } from '../call-off.ts';
import { type DirectAwardBasis, directAwardBases } from '../framework.ts';
import type { Listing } from '../listing.ts';
import { whyNotRegistered } from '../quality/registration-guard.ts';
import type { Service } from '../service.ts';
import { quoteCallOff, type SubmitFacts } from '../submit-call-off.ts';

/** A provider that the same request can be offered to, at its own framework price, and the bases of a direct award that hold for it (R30). */
export interface Candidate {
  readonly listing: Listing;
  readonly price: FrozenPrice;
  /** In the framework's own order. */
  readonly bases: readonly DirectAwardBasis[];
}

/** Whether another service can take the place of one: the same lot, type and way of delivery, for one of its needs. */
export const meetsSameNeed = (asked: Service, other: Service): boolean =>
  other.lotKey === asked.lotKey &&
  other.type === asked.type &&
  other.deliveryMode === asked.deliveryMode &&
  (asked.needs.length === 0 || asked.needs.some((need) => other.needs.includes(need)));

/** The providers that were asked about this request by now, the present one among them. */
export const askedProviders = ({ providerRef, offers = [] }: CallOff): readonly string[] => [
  ...offers.map((offer) => offer.providerRef),
  providerRef,
];

/** The same request, of another service on another basis. */
export const requestOf = ({ request }: CallOff, serviceRef: string, basis: DirectAwardBasis): CallOff['request'] => ({
  ...request,
  serviceRef,
  basis,
  // Whoever is asked next was not chosen in the competition: it is asked at its framework price.
  enquiryRef: undefined,
});

/**
 * Who can be asked next, the lowest price first (row 41): listed for these days and this pupil's age, within the threshold of registration, and not asked
 * before. Each carries the bases that hold for it: only the lowest total is the lowest price, and only one that is left alone is the only match. That a
 * pupil goes there already, or that a family chose it, only the school can say. Units of a block purchase are of one provider: there is no next.
 */
export const candidatesFor = (present: CallOff, asked: Service, facts: readonly SubmitFacts[], now: string): readonly Candidate[] => {
  if (routeOf(present.request) === 'block-draw-down') return [];
  const before = askedProviders(present);
  const found = facts
    .flatMap((each): Omit<Candidate, 'bases'>[] => {
      const { service, framework } = each.listing;
      const [basis] = framework?.permittedBases ?? [];
      if (!service || !basis || before.includes(service.providerRef) || !meetsSameNeed(asked, service)) return [];
      const request = requestOf(present, service.ref, basis);
      const quote = quoteCallOff(request, present.requester, each, now);
      if (!quote.ok || whyNotRegistered(request, quote.price, quote.listing.provider, each.registration)) return [];
      return [{ listing: quote.listing, price: quote.price }];
    })
    .sort(
      (a, b) => a.price.gross - b.price.gross || a.price.net - b.price.net || a.listing.service.ref.localeCompare(b.listing.service.ref),
    );
  const lowest = found[0]?.price.gross;
  const holds: Readonly<Record<DirectAwardBasis, (price: FrozenPrice) => boolean>> = {
    'lowest-price': ({ gross }) => gross === lowest,
    'only-match': () => found.length === 1,
    continuity: () => true,
    'pupil-choice': () => true,
  };
  return found.map(({ listing, price }) => ({
    listing,
    price,
    bases: listing.framework.permittedBases.filter((basis) => directAwardBases.includes(basis) && holds[basis](price)),
  }));
};
