import { localDate } from '../days/local-date.ts';
import { type Listing, listingOf } from '../register/service-may-be-ordered.ts';
import { aBuyer, aListing, aRequest, aService, type RequestTold } from './call-off.fixture.ts';
import { priceCallOff } from './price-call-off.ts';

const today = localDate('2026-11-24');
const price = (told: RequestTold = {}, hoursPerWeekMax?: number) => {
  const listing = listingOf(aListing({ service: aService({ hoursPerWeekMax }) }), today) as Listing;
  const priced = priceCallOff(aRequest(told), listing, aBuyer().termDates, '#');
  return priced.ok ? priced.price.net : `${priced.code} at ${priced.field}`;
};

test('R43: a request is priced by the units that are taught, and what cannot be counted has no price', () => {
  expect(price()).toBe(144_000);
  // The Easter holidays.
  expect(price({ startDate: localDate('2027-03-29'), endDate: localDate('2027-04-09') })).toMatch(/^no-teaching-days at /);
});

test('no more hours a week are priced than the service offers', () => {
  expect(price({}, 10)).toBe(144_000);
  expect(price({}, 9)).toBe('dates-not-allowed at /pattern');
});
