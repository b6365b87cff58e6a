import { addDays, localDate } from '../days/local-date.ts';
import type { Buyer } from '../register/buyer.ts';
import { type Listing, listingOf } from '../register/service-may-be-ordered.ts';
import { whyNotOrder } from './buyer-may-order.ts';
import { aBuyer, aFramework, aListing, aRequest, type RequestTold } from './call-off.fixture.ts';

const today = localDate('2026-11-24');
const listing = listingOf(aListing(), today) as Listing;
const refusedWith = (told: RequestTold, buyer: Partial<Buyer> = {}, at: Listing = listing) => {
  const refusal = whyNotOrder(aRequest(told), aBuyer(buyer), at, today);
  return refusal && `${refusal.code} at ${refusal.field}`;
};

test.each<[string, RequestTold, Partial<Buyer>, string | undefined]>([
  ['by a school of the framework', {}, {}, undefined],
  ['that starts today', { startDate: today }, {}, undefined],
  ['that started yesterday', { startDate: addDays(today, -1) }, {}, 'dates-not-allowed at /startDate'],
  ['by a school that is closed', {}, { status: 'closed' }, 'buyer-not-active at /buyerRef'],
  ['by a department, out of the budget of a school', {}, { type: 'council-department' }, 'payer-not-allowed at /payer'],
  ['by a department, out of that of the council', { payer: 'council-budget' }, { type: 'council-department' }, undefined],
])('what a buyer may order: a placement %s', (_what, told, buyer, refused) => expect(refusedWith(told, buyer)).toBe(refused));

test('R30: a direct award stands on a basis that the framework permits; units of a block purchase need none', () => {
  const strict: Listing = { ...listing, framework: aFramework({ permittedBases: ['only-match'] }) };
  expect(refusedWith({}, {}, strict)).toBe('direct-award-not-allowed at /basis');
});
