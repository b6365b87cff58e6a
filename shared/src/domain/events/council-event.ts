import type { AuditWork, MovingRecord } from '../call-off/decider.ts';
import { isBefore } from '../days/instants.ts';
import {
  dateOf,
  formatClock,
  formatDate,
  formatInstant,
  type LocalDate,
  MONTHS,
  parseLocalDate,
  toLondonDate,
} from '../days/local-date.ts';
import type { BookedGroup, NoticeAudience } from '../notices/notice.ts';
import { recipientKey } from '../notices/notice-recipients.ts';
import type { Person } from '../people/person.ts';
import type { EventAction } from './event-action.ts';

export const eventStatuses = ['draft', 'published', 'over', 'cancelled', 'discarded'] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** What those who booked are told by themselves. */
export const eventNews = ['changed', 'cancelled'] as const;
export type EventNews = (typeof eventNews)[number];

/** What a decision about an event asks the world to do. */
export type EventWork = { readonly kind: 'tell-booked'; readonly of: EventNews } | AuditWork<EventAction>;

/** What a commissioner writes of an event. Plain text: a blank line begins a paragraph, and nothing in it is markup. */
export interface EventText {
  readonly title: string;
  readonly about: string;
  /** In what role whoever holds it speaks, such as 'SEND Commissioner'. */
  readonly organiserRole: string;
  /** Whom it is for, as notices have it; none of an event that was held, where that is not known. */
  readonly audience: readonly NoticeAudience[];
}

/** When and where an event is held, and who finds room. */
export interface EventPlan {
  readonly venue?: string | undefined;
  /** Where it is joined online: shown to those alone who have booked. */
  readonly joinLink?: string | undefined;
  /** ISO instants; people read and write them by London's clock. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** The last day on which places can be booked. */
  readonly bookUntil: LocalDate;
  readonly places: number;
  /** How many places one school, department or provider may book. */
  readonly placesEach: number;
}

/** An event that was held before the product knew of it: what is known of it, and nothing else. */
export interface PastEvent {
  /** A day as 'YYYY-MM-DD', or a month as 'YYYY-MM' where the day is not known. */
  readonly held: string;
  /** About how many organisations came, where it is known. */
  readonly aboutOrganisations?: number | undefined;
}

/** Who booked: a person for the school or department they work for, or a provider, for which a commissioner books. */
export type EventGuest =
  | { readonly kind: 'person'; readonly person: Person; readonly buyerRef: string }
  | { readonly kind: 'provider'; readonly ref: string; readonly name: string; readonly email: string };

export interface EventBooking {
  /** What tells it apart from the others of the event. */
  readonly number: number;
  readonly guest: EventGuest;
  readonly places: number;
  readonly at: string;
  /** Whether somebody of it came; nothing before that was noted. */
  readonly came?: boolean | undefined;
}

/** Row 66: an event with places. Its bookings lie in it, so that the last place is given away in one conditional write. */
export interface CouncilEvent extends MovingRecord<EventWork>, EventText {
  readonly status: EventStatus;
  /** Who wrote it last, and so whom others contact. */
  readonly organiser: Person;
  /** What is to come; an event that was only recorded afterwards has `past` in its place. */
  readonly plan?: EventPlan | undefined;
  readonly past?: PastEvent | undefined;
  readonly bookings: readonly EventBooking[];
  readonly cancelledBecause?: string | undefined;
}

/** Whether it has begun: from then on nobody books, or gives a place back. */
export const hasBegun = ({ startsAt }: Pick<EventPlan, 'startsAt'>, now: string): boolean => !isBefore(now, startsAt);

/** Whether it is over, whatever its state says yet. */
export const hasEnded = ({ endsAt }: Pick<EventPlan, 'endsAt'>, now: string): boolean => !isBefore(now, endsAt);

/** Whether places can be booked now, if there are any left. */
export const takesBookings = ({ status, plan }: Pick<CouncilEvent, 'status' | 'plan'>, now: string): boolean =>
  status === 'published' && plan !== undefined && !hasBegun(plan, now) && toLondonDate(now) <= plan.bookUntil;

export const placesOf = (bookings: readonly EventBooking[]): number => bookings.reduce((sum, { places }) => sum + places, 0);

/** '1 place', '2 places'. */
export const placesWords = (count: number): string => (count === 1 ? '1 place' : `${count} places`);

/** How many places nobody has booked. */
export const placesLeft = ({ plan, bookings }: Pick<CouncilEvent, 'plan' | 'bookings'>): number =>
  Math.max(0, (plan?.places ?? 0) - placesOf(bookings));

/** What limits of places count by: a school or department, or a provider. */
export const organisationOf = (guest: EventGuest): string => (guest.kind === 'person' ? guest.buyerRef : guest.ref);

/** The keys of those who booked, or of whoever came, as send records have them. */
export const keysOf = (bookings: readonly EventBooking[], group: BookedGroup): ReadonlySet<string> =>
  new Set(bookings.filter(({ came }) => group === 'booked' || came === true).map(({ guest }) => recipientKey(guest)));

/** A month as 'YYYY-MM', in words; `undefined` when there is none such. */
const monthWords = (held: string): string | undefined => {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(held) ?? [];
  return dateOf(Number(year), Number(month), 1) === undefined ? undefined : `${MONTHS[Number(month) - 1]} ${year}`;
};

/** When a past event was held, in words: '28 March 2018', 'June 2016'; `undefined` when that is neither a day nor a month. */
export const heldWords = ({ held }: Pick<PastEvent, 'held'>): string | undefined => {
  const day = parseLocalDate(held);
  return day === undefined ? monthWords(held) : formatDate(day, 'plain');
};

/** From when to when, in words, by London's clock: 'Tuesday 3 March 2026 at 2:15pm to 4pm'. */
export const timesWords = ({ startsAt, endsAt }: Pick<EventPlan, 'startsAt' | 'endsAt'>): string => {
  const end = toLondonDate(startsAt) === toLondonDate(endsAt) ? formatClock(endsAt) : formatInstant(endsAt);
  return `${formatInstant(startsAt)} to ${end}`;
};

/** When an event is or was held, in words. */
export const whenWords = ({ plan, past }: Pick<CouncilEvent, 'plan' | 'past'>): string =>
  plan === undefined ? ((past && heldWords(past)) ?? '') : timesWords(plan);
