import { compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Buyer, mayBuy } from '../register/buyer.ts';
import { lotExpiry } from '../register/lot.ts';
import type { Listing } from '../register/service-may-be-ordered.ts';
import type { CallOffRequest } from './call-off.ts';

/**
 * Why this buyer may not order this listed service by this request today; `undefined` when it may. Whether anybody may order it, by its provider's checks, its
 * price and its framework, is `register/service-may-be-ordered.ts`. Asked when a request is priced, when it is
 * sent and again at each approval: the register may have changed in between (R29, R30).
 */
export const whyNotOrder = (request: CallOffRequest, buyer: Buyer, listing: Listing, today: LocalDate): Refusal | undefined => {
  if (buyer.status !== 'active') return refused('buyer-not-active', `${buyer.name} is closed on the register.`, '/buyerRef');
  if (!mayBuy(buyer, listing.framework)) return refused('buyer-not-eligible', notEligible(buyer), '/buyerRef');
  // Units of a block purchase were awarded with it, and who was chosen in a competition needs no basis of a direct award.
  if (request.basis !== undefined && !listing.framework.permittedBases.includes(request.basis))
    return refused('direct-award-not-allowed', 'This framework does not allow a direct award on that basis (R30).', '/basis');
  if (buyer.type === 'council-department' && request.payer === 'school')
    return refused('payer-not-allowed', 'A council department pays from a council budget. Choose who pays.', '/payer');
  if (request.age < listing.service.ageFrom || request.age > listing.service.ageTo)
    return refused('age-not-served', `This service is for ages ${listing.service.ageFrom} to ${listing.service.ageTo}.`, '/age');
  if (compareDates(request.startDate, today) < 0)
    return refused('dates-not-allowed', 'Enter a start date that is today or later.', '/startDate');
  const last = lotExpiry(listing.lot, listing.framework);
  if (compareDates(request.endDate, last) > 0)
    return refused('dates-not-allowed', `The last day that this lot covers is ${formatDate(last)}.`, '/endDate');
  return undefined;
};

const notEligible = (buyer: Buyer): string =>
  buyer.type === 'not-known'
    ? `${buyer.name} can search, but cannot buy until the commissioning team records what type of school it is.`
    : `${buyer.name} is not of a type that may buy from this framework (R29).`;
