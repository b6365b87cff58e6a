import * as z from 'zod/mini';
import { eventStatuses } from '../domain/events/council-event.ts';
import { noticeAudiences } from '../domain/notices/notice.ts';
import { writableText } from '../domain/texts/writable-text.ts';
import { endpoint, type Told } from './endpoint.ts';
import { lineShape, localDateShape, paragraphShape, refShape } from './values.ts';

const aboutShape = z.string().check(z.overwrite(writableText), z.trim(), z.maxLength(3_000));
/** What it must be is the domain's to say. */
const instantShape = z.string().check(z.maxLength(40));

const textShape = z.strictObject({
  title: lineShape,
  about: aboutShape,
  organiserRole: lineShape,
  audience: z.array(z.enum(noticeAudiences)).check(z.maxLength(noticeAudiences.length)),
});

const planShape = z.strictObject({
  venue: z.optional(lineShape),
  joinLink: z.optional(z.string().check(z.overwrite(writableText), z.trim(), z.maxLength(1_000))),
  startsAt: instantShape,
  endsAt: instantShape,
  bookUntil: localDateShape,
  places: z.int(),
  placesEach: z.int(),
});
export type EventTextBody = Told<z.infer<typeof textShape>>;
export type EventPlanBody = Told<z.infer<typeof planShape>>;

/** What can be done with an event; a booking is released, or entered for a provider, at its place on the page. */
export const eventActs = [
  'publish-event',
  'change-event',
  'book-for-provider',
  'record-attendance',
  'cancel-event',
  'discard-event',
] as const;
export type EventAct = (typeof eventActs)[number];

const summaryParts = {
  ref: z.string(),
  title: z.string(),
  status: z.enum(eventStatuses),
  audience: z.array(z.enum(noticeAudiences)),
  /** When it is or was held, in words: a day, or a month where the day is not known. */
  when: z.string(),
  places: z.optional(z.int()),
  booked: z.int(),
};

const managedReply = z.object({
  ...summaryParts,
  about: z.string(),
  organiserRole: z.string(),
  organiser: z.string(),
  plan: z.optional(planShape),
  /** About how many organisations came to an event that was recorded afterwards. */
  aboutOrganisations: z.optional(z.int()),
  left: z.int(),
  version: z.int(),
  cancelledBecause: z.optional(z.string()),
  bookings: z.array(
    z.object({
      number: z.int(),
      name: z.string(),
      /** The school or department of a person; nothing of a provider. */
      of: z.optional(z.string()),
      email: z.string(),
      places: z.int(),
      at: z.string(),
      came: z.optional(z.boolean()),
    }),
  ),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) })),
  may: z.array(z.enum(eventActs)),
  /** Whether bookings can be released now. */
  releases: z.boolean(),
});
export type ManagedEventReply = Told<z.infer<typeof managedReply>>;

const byRef = z.object({ ref: refShape });

export const listManagedEvents = endpoint({
  name: 'listManagedEvents',
  summary: 'Every event in every state, for commissioners, what was changed last first (row 66)',
  method: 'GET',
  path: '/managed-events',
  roles: ['commissioner'],
  reply: z.object({ events: z.array(z.object(summaryParts)) }),
});
export type ManagedEvent = Told<z.infer<typeof listManagedEvents.reply>['events'][number]>;

export const getManagedEvent = endpoint({
  name: 'getManagedEvent',
  summary: 'One event as commissioners see it, with who booked and how many places are left (row 66)',
  method: 'GET',
  path: '/managed-events/{ref}',
  roles: ['commissioner'],
  params: byRef,
  reply: managedReply,
});

export const writeEvent = endpoint({
  name: 'writeEvent',
  summary: 'Write an event that is to come: it stays a draft until it is published (row 66)',
  method: 'POST',
  path: '/managed-events',
  roles: ['commissioner'],
  idempotent: true,
  success: 201,
  body: z.strictObject({ text: textShape, plan: planShape }),
  reply: managedReply,
});

export const recordPastEvent = endpoint({
  name: 'recordPastEvent',
  summary: 'Record an event that was held before: its day, or its month alone, and about how many organisations came (row 66)',
  method: 'POST',
  path: '/past-events',
  roles: ['commissioner'],
  idempotent: true,
  success: 201,
  body: z.strictObject({
    text: textShape,
    past: z.strictObject({
      held: z.string().check(z.regex(/^\d{4}-\d\d(-\d\d)?$/, 'is neither a day nor a month')),
      aboutOrganisations: z.optional(z.int()),
    }),
  }),
  reply: managedReply,
});

/** `seen`: the version that whoever acts has read; another one is refused. */
const seen = z.int();
/** Numbers of bookings of one event. */
const bookingNumbers = z.array(z.int()).check(z.maxLength(200));

export const actOnEvent = endpoint({
  name: 'actOnEvent',
  summary: 'Change, publish, cancel or discard an event, book for a provider, release a booking, or note who came (row 66)',
  method: 'POST',
  path: '/managed-events/{ref}/acts',
  roles: ['commissioner'],
  idempotent: true,
  params: byRef,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change-event'), seen, text: textShape, plan: planShape }),
    z.strictObject({ kind: z.literal('publish-event'), seen }),
    z.strictObject({ kind: z.literal('book-for-provider'), seen, providerRef: refShape, places: z.int() }),
    z.strictObject({ kind: z.literal('release-booking'), seen, number: z.int() }),
    z.strictObject({ kind: z.literal('record-attendance'), seen, came: bookingNumbers }),
    z.strictObject({ kind: z.literal('cancel-event'), seen, reason: paragraphShape }),
    z.strictObject({ kind: z.literal('discard-event'), seen }),
  ]),
  reply: managedReply,
});

/** Operations of commissioners on events. Apart, so that nobody else's browser loads their shapes. */
export const managedEventsApi = { listManagedEvents, getManagedEvent, writeEvent, recordPastEvent, actOnEvent } as const;
