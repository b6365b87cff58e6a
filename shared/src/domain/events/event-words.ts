import { isAfter, isBefore } from '../days/instants.ts';
import { isInstant, toLondonDate } from '../days/local-date.ts';
import { noticeAudiences } from '../notices/notice.ts';
import { whyNotWords } from '../notices/why-not-words.ts';
import { type Refusal, refused } from '../refusal.ts';
import { isWebAddress } from '../texts/web-address.ts';
import { type EventPlan, type EventText, heldWords, type PastEvent } from './council-event.ts';

/** Shorter than the title of a notice, which may begin with what became of the event. */
export const longestEventTitle = 100;
export const longestAbout = 3_000;
export const longestReason = 1_000;
const longestVenue = 200;
const longestLink = 1_000;
/** So many bookings of one place each, with long names, fit the one item that an event is; whoever needs more holds it twice. */
export const mostPlaces = 120;
/** An event lasts hours, not weeks: what lasts longer is several. */
const longestHours = 24;

/** Why a text cannot be kept. */
export const whyNotEventText = ({ title, about, organiserRole }: EventText): Refusal | undefined =>
  whyNotWords(title, longestEventTitle, 'Enter a title.', '/text/title') ??
  whyNotWords(about, longestAbout, 'Enter what the event is.', '/text/about') ??
  whyNotWords(organiserRole, longestEventTitle, 'Enter the role in which you invite.', '/text/organiserRole');

/** Why nobody can be invited by it. */
export const whyNotInvitation = (text: EventText): Refusal | undefined =>
  whyNotEventText(text) ??
  (text.audience.length === 0 ? refused('nobody-asked', 'Choose who the event is for.', '/text/audience') : undefined);

const isCount = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most;

const whyNotPlace = ({ venue, joinLink }: EventPlan): Refusal | undefined => {
  if (venue === undefined && joinLink === undefined)
    return refused('text-required', 'Enter a venue, or a link to join online.', '/plan/venue');
  if (joinLink !== undefined && !isWebAddress(joinLink, longestLink))
    return refused('link-not-allowed', 'Enter a link that begins with https://.', '/plan/joinLink');
  return venue === undefined ? undefined : whyNotWords(venue, longestVenue, 'Enter a venue.', '/plan/venue');
};

const whyNotTimes = ({ startsAt, endsAt, bookUntil }: EventPlan, now: string): Refusal | undefined => {
  if (!isInstant(startsAt) || !isAfter(startsAt, now))
    return refused('dates-not-allowed', 'It must begin in the future.', '/plan/startsAt');
  if (!isInstant(endsAt) || !isAfter(endsAt, startsAt)) return refused('dates-not-allowed', 'It must end after it begins.', '/plan/endsAt');
  if (Date.parse(endsAt) - Date.parse(startsAt) > longestHours * 3_600_000)
    return refused('dates-not-allowed', `It must end within ${longestHours} hours.`, '/plan/endsAt');
  if (bookUntil < toLondonDate(now)) return refused('dates-not-allowed', 'Booking must not close in the past.', '/plan/bookUntil');
  return bookUntil > toLondonDate(startsAt)
    ? refused('dates-not-allowed', 'Booking must close on the day of the event or before.', '/plan/bookUntil')
    : undefined;
};

/** Why an event cannot be held as planned. `booked`: how many places are booked already. */
export const whyNotPlan = (plan: EventPlan, booked: number, now: string): Refusal | undefined => {
  const refusal = whyNotPlace(plan) ?? whyNotTimes(plan, now);
  if (refusal) return refusal;
  if (!isCount(plan.places, mostPlaces))
    return refused('number-not-allowed', `Enter a number of places from 1 to ${mostPlaces}.`, '/plan/places');
  if (plan.places < booked) return refused('number-not-allowed', `${booked} places are booked already.`, '/plan/places');
  return isCount(plan.placesEach, plan.places)
    ? undefined
    : refused('number-not-allowed', 'Enter a number from 1 to the number of places.', '/plan/placesEach');
};

const mostOrganisations = 10_000;

/** Why an event that was held cannot be recorded. */
export const whyNotPast = ({ held, aboutOrganisations }: PastEvent, now: string): Refusal | undefined => {
  if (heldWords({ held }) === undefined || held > toLondonDate(now))
    return refused('dates-not-allowed', 'Enter a day that is over, or the month where the day is not known.', '/past/held');
  return aboutOrganisations === undefined || isCount(aboutOrganisations, mostOrganisations)
    ? undefined
    : refused('number-not-allowed', 'Enter how many organisations came, or nothing.', '/past/aboutOrganisations');
};

/** A text as it is kept: each audience once, in their own order. */
export const keptEventText = ({ title, about, organiserRole, audience }: EventText): EventText => ({
  title: title.trim(),
  about: about.trim(),
  organiserRole: organiserRole.trim(),
  audience: noticeAudiences.filter((each) => audience.includes(each)),
});

/** Whether another time or place is told to whoever has booked: a text that reads better is not. */
export const isElsewhere = (before: EventPlan, after: EventPlan): boolean =>
  isBefore(before.startsAt, after.startsAt) ||
  isAfter(before.startsAt, after.startsAt) ||
  isBefore(before.endsAt, after.endsAt) ||
  isAfter(before.endsAt, after.endsAt) ||
  before.venue !== after.venue ||
  before.joinLink !== after.joinLink;
