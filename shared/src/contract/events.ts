import * as z from 'zod/mini';
import { memberRoles } from '../domain/people/membership.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

const summaryParts = {
  ref: z.string(),
  title: z.string(),
  organiserRole: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  venue: z.optional(z.string()),
  online: z.boolean(),
  bookUntil: localDateShape,
  left: z.int(),
  /** How many places the caller has booked. */
  own: z.int(),
};

const eventReply = z.object({
  ...summaryParts,
  /** Plain text: a blank line begins a paragraph. */
  about: z.string(),
  /** Where it is joined: for those who have booked. */
  joinLink: z.optional(z.string()),
  placesEach: z.int(),
  takesBookings: z.boolean(),
  /** Whether places can still be given back. */
  takesBack: z.boolean(),
  /** The schools and departments for which the caller may book, with how many places their colleagues have booked. */
  buyers: z.array(z.object({ ref: z.string(), name: z.string(), colleagues: z.int() })),
  /** Whom its guests contact about it. */
  organiser: z.object({ name: z.string(), email: z.string() }),
});
export type EventReply = Told<z.infer<typeof eventReply>>;

const byRef = z.object({ ref: refShape });

export const listEvents = endpoint({
  name: 'listEvents',
  summary: "Events for the caller's schools and departments that are to come, the next first (row 66)",
  method: 'GET',
  path: '/events',
  roles: memberRoles,
  reply: z.object({ events: z.array(z.object(summaryParts)) }),
});
export type EventSummary = Told<z.infer<typeof listEvents.reply>['events'][number]>;

export const getEvent = endpoint({
  name: 'getEvent',
  summary: 'One event, for whoever it is for, until it is over (row 66)',
  method: 'GET',
  path: '/events/{ref}',
  roles: memberRoles,
  params: byRef,
  reply: eventReply,
});

export const bookEvent = endpoint({
  name: 'bookEvent',
  summary:
    "Book places for one's school or department, as many as are wanted now in place of any booked before, or give them back (row 66)",
  method: 'POST',
  path: '/events/{ref}/booking',
  roles: memberRoles,
  idempotent: true,
  params: byRef,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('book-places'), buyerRef: refShape, places: z.int() }),
    z.strictObject({ kind: z.literal('give-back-places') }),
  ]),
  reply: eventReply,
});

export const getEventCalendar = endpoint({
  name: 'getEventCalendar',
  summary: 'One event as a calendar file, with the link to join for those who have booked (row 66)',
  method: 'GET',
  path: '/events/{ref}/calendar',
  roles: memberRoles,
  params: byRef,
  reply: z.custom<Blob>((given) => given instanceof Blob),
  file: 'text/calendar',
});

/** Operations of whoever is invited to events. */
export const eventsApi = { listEvents, getEvent, bookEvent, getEventCalendar } as const;
