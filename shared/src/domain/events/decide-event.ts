import { type Change, deciderOf } from '../call-off/decider.ts';
import { mayRead, recipientKey } from '../notices/notice-recipients.ts';
import { whyNotWords } from '../notices/why-not-words.ts';
import { type Refusal, refused } from '../refusal.ts';
import {
  type CouncilEvent,
  type EventBooking,
  type EventGuest,
  type EventWork,
  hasBegun,
  hasEnded,
  organisationOf,
  placesLeft,
  placesOf,
  placesWords,
  takesBookings,
} from './council-event.ts';
import type { EventAction } from './event-action.ts';
import { type CommandOnEvent, type EventFacts, type EventRole, eventRoleNames, type MakeEvent } from './event-command.ts';
import { eventMachine } from './event-machine.ts';
import { isElsewhere, keptEventText, longestReason, whyNotEventText, whyNotInvitation, whyNotPast, whyNotPlan } from './event-words.ts';

type Outcome = Change<CouncilEvent, EventWork> | Refusal;
type Of<K extends CommandOnEvent['kind']> = Extract<CommandOnEvent, { readonly kind: K }>;
type Making<K extends MakeEvent['kind']> = Extract<MakeEvent, { readonly kind: K }>;

const noSuchBooking = refused('not-in-this-state', 'There is no such booking.');
const begun = refused('not-in-this-state', 'The event has begun.');

const writeEvent = ({ ref, text, plan, by }: Making<'write-event'>, now: string): Outcome =>
  whyNotInvitation(text) ??
  whyNotPlan(plan, 0, now) ?? {
    state: { ref, ...keptEventText(text), plan, status: 'draft', organiser: by, bookings: [] },
    what: 'Written',
  };

const recordEvent = ({ ref, text, past, by }: Making<'record-event'>, now: string): Outcome =>
  whyNotEventText(text) ??
  whyNotPast(past, now) ?? {
    state: { ref, ...keptEventText(text), past, status: 'over', organiser: by, bookings: [] },
    what: 'Recorded afterwards',
  };

const changeEvent = (present: CouncilEvent, { text, plan, by }: Of<'change-event'>, now: string): Outcome => {
  const { plan: before, bookings, status } = present;
  if (status === 'published' && before && hasBegun(before, now)) return begun;
  const refusal = whyNotInvitation(text) ?? whyNotPlan(plan, placesOf(bookings), now);
  if (refusal) return refusal;
  const told = bookings.length > 0 && before !== undefined && isElsewhere(before, plan);
  return {
    state: { ...present, ...keptEventText(text), plan, organiser: by },
    what: told ? 'Another time or place' : 'Changed',
    works: told ? [{ kind: 'tell-booked', of: 'changed' }] : [],
  };
};

const publishEvent = (present: CouncilEvent, now: string): Outcome =>
  (present.plan && whyNotPlan(present.plan, 0, now)) ?? { state: { ...present, status: 'published' }, what: 'Published' };

/** Gives places to a guest: as many as they ask for now, in place of any that they had. */
const withBooking = (present: CouncilEvent, guest: EventGuest, places: number, now: string): Outcome => {
  const { plan, bookings } = present;
  if (plan === undefined || !takesBookings(present, now)) return refused('not-in-this-state', 'Booking is closed.');
  if (!Number.isInteger(places) || places < 1) return refused('number-not-allowed', 'Enter how many places you book.', '/places');
  const before = bookings.find((each) => recipientKey(each.guest) === recipientKey(guest));
  const others = bookings.filter((each) => each !== before);
  const left = placesLeft({ plan, bookings: others });
  if (places > left)
    return refused(
      'event-full',
      left === 0 ? 'The event is full.' : `Only ${placesWords(left)} ${left === 1 ? 'is' : 'are'} left.`,
      '/places',
    );
  const colleagues = placesOf(others.filter((each) => organisationOf(each.guest) === organisationOf(guest)));
  if (colleagues + places > plan.placesEach) {
    const booked = colleagues === 0 ? '' : `, and your colleagues have booked ${colleagues}`;
    return refused('number-not-allowed', `Each may book up to ${placesWords(plan.placesEach)}${booked}.`, '/places');
  }
  const number = before?.number ?? Math.max(0, ...bookings.map((each) => each.number)) + 1;
  const booking: EventBooking = { number, guest, places, at: now };
  return {
    state: { ...present, bookings: before ? bookings.map((each) => (each === before ? booking : each)) : [...bookings, booking] },
    what: `${placesWords(places)} booked`,
  };
};

const bookPlaces = (
  present: CouncilEvent,
  { buyerRef, places, by }: Of<'book-places'>,
  { memberships, buyers }: EventFacts,
  now: string,
): Outcome => {
  const ofBuyer = memberships.filter((membership) => membership.buyerRef === buyerRef);
  return mayRead(present.audience, ofBuyer, buyers)
    ? withBooking(present, { kind: 'person', person: by, buyerRef }, places, now)
    : refused('buyer-not-eligible', 'The event is not for this school or department, or you do not work for it.', '/buyerRef');
};

const bookForProvider = (present: CouncilEvent, { provider, places }: Of<'book-for-provider'>, now: string): Outcome =>
  present.audience.includes('provider')
    ? withBooking(present, provider, places, now)
    : refused('provider-not-known', 'The event is not for providers.', '/providerRef');

/** Takes a booking out, before the event begins. Its places can be booked by others at once. */
const without = (present: CouncilEvent, booking: EventBooking | undefined, now: string): Outcome => {
  if (present.plan && hasBegun(present.plan, now)) return begun;
  if (!booking) return noSuchBooking;
  return {
    state: { ...present, bookings: present.bookings.filter((each) => each !== booking) },
    what: `${placesWords(booking.places)} given back`,
    protects: true,
  };
};

const giveBack = (present: CouncilEvent, { by }: Of<'give-back-places'>, now: string): Outcome => {
  const own = recipientKey({ kind: 'person', person: by });
  return without(
    present,
    present.bookings.find(({ guest }) => recipientKey(guest) === own),
    now,
  );
};

const cancelEvent = (present: CouncilEvent, { reason }: Of<'cancel-event'>, now: string): Outcome => {
  if (present.plan && hasBegun(present.plan, now)) return begun;
  return (
    whyNotWords(reason, longestReason, 'Enter why it is cancelled: everybody who booked is told.', '/reason') ?? {
      state: { ...present, status: 'cancelled', cancelledBecause: reason.trim() },
      what: 'Cancelled',
      comment: reason.trim(),
      works: present.bookings.length === 0 ? [] : [{ kind: 'tell-booked', of: 'cancelled' }],
    }
  );
};

const endEvent = (present: CouncilEvent, now: string): Outcome =>
  present.plan && hasEnded(present.plan, now)
    ? { state: { ...present, status: 'over' }, what: 'Over' }
    : refused('not-yet', 'It is not over yet.');

const recordAttendance = (present: CouncilEvent, { came }: Of<'record-attendance'>, now: string): Outcome => {
  const { plan, bookings } = present;
  if (bookings.length === 0) return refused('not-in-this-state', 'Nobody had booked.');
  if (plan && !hasBegun(plan, now)) return refused('not-yet', 'It has not begun.');
  if (!came.every((number) => bookings.some((booking) => booking.number === number))) return noSuchBooking;
  const noted = bookings.map((booking) => ({ ...booking, came: came.includes(booking.number) }));
  return {
    state: { ...present, bookings: noted },
    what: `Of ${bookings.length} bookings ${noted.filter((booking) => booking.came).length} came`,
  };
};

/** Decides one command about an event (row 66; R40). */
export const decideEvent = deciderOf<CouncilEvent, MakeEvent, CommandOnEvent, EventRole, EventAction, EventFacts, EventWork, Refusal>(
  eventMachine,
  eventRoleNames,
  {
    'write-event': (command, _facts, now) => writeEvent(command, now),
    'record-event': (command, _facts, now) => recordEvent(command, now),
  },
  {
    'change-event': (present, command, _facts, now) => changeEvent(present, command, now),
    'publish-event': (present, _command, _facts, now) => publishEvent(present, now),
    'discard-event': (present) => ({ state: { ...present, status: 'discarded' }, what: 'Discarded' }),
    'book-places': bookPlaces,
    'book-for-provider': (present, command, _facts, now) => bookForProvider(present, command, now),
    'give-back-places': (present, command, _facts, now) => giveBack(present, command, now),
    'release-booking': (present, { number }, _facts, now) =>
      without(
        present,
        present.bookings.find((booking) => booking.number === number),
        now,
      ),
    'cancel-event': (present, command, _facts, now) => cancelEvent(present, command, now),
    'end-event': (present, _command, _facts, now) => endEvent(present, now),
    'record-attendance': (present, command, _facts, now) => recordAttendance(present, command, now),
  },
);
