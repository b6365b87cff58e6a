import { byPrice, type Considered, holdsBeside } from '../call-off/award-basis.ts';
import { type DirectAward, routeOf, splitRoute } from '../call-off/award-route.ts';
import type { CallOff, CallOffRequest, FrozenPrice } from '../call-off/call-off.ts';
import { quoteCallOff, type SubmitFacts } from '../call-off/submit-call-off.ts';
import type { VatBasis } from '../money/vat-basis.ts';
import type { PersonId } from '../people/person.ts';
import { whyNotRegistered } from '../quality/registration-guard.ts';
import { type DirectAwardBasis, directAwardBases } from '../register/framework.ts';
import { providerName } from '../register/provider.ts';
import type { Service } from '../register/service.ts';
import type { Listing } from '../register/service-may-be-ordered.ts';

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

/** A request of another service by a direct award: whoever was not chosen in a competition is asked at its framework price. */
const awardedTo = (request: CallOffRequest, serviceRef: string, award: DirectAward): CallOffRequest => ({
  ...splitRoute(request).placement,
  serviceRef,
  ...award,
});

/** The same request, of another service by a direct award. */
export const requestOf = ({ request }: CallOff, serviceRef: string, award: DirectAward): CallOffRequest =>
  awardedTo(request, serviceRef, award);

/** Where a search for others stands: the day, how this buyer compares prices (R39), and whom it leaves out. */
export interface CandidateSearch {
  readonly now: string;
  readonly compared: VatBasis;
  readonly requester: PersonId;
  readonly isLeftOut: (service: Service) => boolean;
}

/**
 * Which services could be ordered for the need of a request, the lowest price first: listed for these days and this pupil's age, and within the threshold
 * of registration. Each carries the bases that hold for it beside the others. That a pupil goes there already, or that a family chose it, only the
 * school can say.
 */
export const candidatesOf = (
  asked: CallOffRequest,
  service: Service,
  facts: readonly SubmitFacts[],
  { now, compared, requester, isLeftOut }: CandidateSearch,
): readonly Candidate[] => {
  const cheaperFirst = byPrice(compared);
  const found = facts
    .flatMap((each): Omit<Candidate, 'bases'>[] => {
      const { service: other, framework } = each.listing;
      const [basis] = framework?.permittedBases ?? [];
      if (!other || !basis || isLeftOut(other) || !meetsSameNeed(service, other)) return [];
      const request = awardedTo(asked, other.ref, { basis });
      const quote = quoteCallOff(request, requester, each, now);
      if (!quote.ok || whyNotRegistered(request, quote.price, quote.listing.provider, each.registration)) return [];
      return [{ listing: quote.listing, price: quote.price }];
    })
    .sort((a, b) => cheaperFirst({ ...a.price, serviceRef: a.listing.service.ref }, { ...b.price, serviceRef: b.listing.service.ref }));
  const services = found.map(toConsidered);
  return found.map(({ listing, price }) => {
    const others = { services: services.filter(({ serviceRef }) => serviceRef !== listing.service.ref), compared };
    return {
      listing,
      price,
      bases: listing.framework.permittedBases.filter((basis) => directAwardBases.includes(basis) && holdsBeside(basis, price, others)),
    };
  });
};

/** A candidate as the evidence of a direct award keeps it. */
export const toConsidered = ({ listing: { service, provider }, price }: Omit<Candidate, 'bases'>): Considered => ({
  serviceRef: service.ref,
  serviceName: service.name,
  providerName: providerName(provider),
  rateRef: price.rateRef,
  net: price.net,
  gross: price.gross,
});

/**
 * Who can be asked next (row 41): of the candidates those whose provider was not asked before. Units of a block purchase are of one provider: there is no
 * next.
 */
export const candidatesFor = (
  present: CallOff,
  asked: Service,
  facts: readonly SubmitFacts[],
  search: Pick<CandidateSearch, 'now' | 'compared'>,
): readonly Candidate[] => {
  if (routeOf(present.request) === 'block-draw-down') return [];
  const before = askedProviders(present);
  const isLeftOut = ({ providerRef }: Service): boolean => before.includes(providerRef);
  return candidatesOf(present.request, asked, facts, { ...search, requester: present.requester, isLeftOut });
};
