import * as z from 'zod';
import { type CouncilEvent, eventNews, eventStatuses, placesOf, whenWords } from '../domain/events/council-event.ts';
import { eventActions } from '../domain/events/event-action.ts';
import { noticeAudiences } from '../domain/notices/notice.ts';
import { choice, instant, json, longText, multiChoice, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, person, shapeOf } from './record-shape.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('tell-booked'), of: z.enum(eventNews) }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(eventActions), actor: key }),
]);

const guest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person, buyerRef: z.string() }),
  z.strictObject({ kind: z.literal('provider'), ref: z.string(), name: z.string(), email: z.string() }),
]);

const eventState = shapeOf<CouncilEvent>()(
  z.strictObject({
    ...bookkeeping,
    status: z.enum(eventStatuses),
    title: z.string(),
    about: z.string(),
    organiserRole: z.string(),
    audience: z.array(z.enum(noticeAudiences)),
    organiser: person,
    plan: z
      .strictObject({
        venue: z.string().optional(),
        joinLink: z.string().optional(),
        startsAt: z.string(),
        endsAt: z.string(),
        bookUntil: localDate,
        places: z.int(),
        placesEach: z.int(),
      })
      .optional(),
    past: z.strictObject({ held: z.string(), aboutOrganisations: z.int().optional() }).optional(),
    bookings: z.array(z.strictObject({ number: z.int(), guest, places: z.int(), at: z.string(), came: z.boolean().optional() })),
    cancelledBecause: z.string().optional(),
    outbox: z.array(effect),
  }),
);

/** `State` is the truth, with every booking; every other column is written from it. */
export const events = defineList({
  title: 'Events',
  description:
    'What the council invites schools, departments, colleges and providers to, with who booked and who came (row 66). Read only for people: an event is written under Commissioning.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Event', holds: 'none', required: true, indexed: true, unique: true }),
    Headline: text({ label: 'Headline', holds: 'free-text', required: true }),
    Status: choice(eventStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { draft: 'waiting', published: 'good', cancelled: 'stopped', discarded: 'stopped' },
    }),
    Audience: multiChoice(noticeAudiences, { label: 'Audience', holds: 'none' }),
    When: text({ label: 'When', holds: 'none', required: true }),
    StartsAt: instant({ label: 'Begins', holds: 'none', indexed: true }),
    Venue: text({ label: 'Venue', holds: 'free-text' }),
    Places: number({ label: 'Places', holds: 'none' }),
    Booked: number({ label: 'Booked', holds: 'none', required: true }),
    About: longText({ label: 'What it is', holds: 'free-text', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(eventState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole event as JSON, with its bookings. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All events',
      columns: ['Title', 'Headline', 'Status', 'When', 'Venue', 'Places', 'Booked', 'Audience'],
      orderBy: 'StartsAt',
      descending: true,
    },
  ],
});

export const toEvent = ({ State }: Fields<typeof events>): CouncilEvent => State;

export const fromEvent = (event: CouncilEvent): Fields<typeof events> => ({
  Title: event.ref,
  Headline: event.title,
  Status: event.status,
  Audience: event.audience.length === 0 ? undefined : event.audience,
  When: whenWords(event),
  StartsAt: event.plan?.startsAt,
  Venue: event.plan?.venue,
  Places: event.plan?.places,
  Booked: placesOf(event.bookings),
  About: event.about,
  Version: event.version,
  State: event,
});
