import type { EventReply } from '../../contract/events.ts';
import type { ManagedEventReply } from '../../contract/managed-events.ts';
import { localDate } from '../../domain/days/local-date.ts';

const told = {
  ref: 'EV-4K7Q2M9XTC',
  title: 'Information event about the framework',
  about: 'What the framework offers, and how to buy from it.\n\nThere is time for questions.',
  organiserRole: 'SEND Commissioner',
};
const plan = {
  venue: 'County Hall, DT1 1XJ',
  joinLink: 'https://meet.example/framework',
  startsAt: '2027-03-16T14:00:00Z',
  endsAt: '2027-03-16T16:00:00Z',
  bookUntil: localDate('2027-03-15'),
};

/** An event as its guests see it: nothing booked yet, or as told. */
export const anEvent = (more: Partial<EventReply> = {}): EventReply => ({
  ...told,
  venue: plan.venue,
  online: true,
  startsAt: plan.startsAt,
  endsAt: plan.endsAt,
  bookUntil: plan.bookUntil,
  left: 12,
  own: 0,
  placesEach: 3,
  takesBookings: true,
  takesBack: true,
  buyers: [{ ref: '113855', name: 'Ashdale School', colleagues: 0 }],
  organiser: { name: 'Helen Strand', email: 'helen.strand@council.example' },
  ...more,
});

/** An event as commissioners see it: a draft, or as told. */
export const aManagedEvent = (more: Partial<ManagedEventReply> = {}): ManagedEventReply => ({
  ...told,
  status: 'draft',
  audience: ['maintained-school', 'academy', 'provider'],
  when: 'Tuesday 16 March 2027 at 2pm to 4pm',
  plan: { ...plan, places: 40, placesEach: 3 },
  places: 40,
  booked: 0,
  left: 40,
  organiser: 'Helen Strand',
  version: 1,
  bookings: [],
  history: [{ at: '2027-02-26T14:00:00Z', by: 'Helen Strand', what: 'Written' }],
  may: ['publish-event', 'change-event', 'discard-event'],
  releases: false,
  ...more,
});

export const aBookedEvent = (more: Partial<ManagedEventReply> = {}): ManagedEventReply =>
  aManagedEvent({
    status: 'published',
    version: 4,
    booked: 3,
    left: 37,
    bookings: [
      { number: 1, name: 'Priya Nair', of: 'Ashdale School', email: 'priya.nair@ashdale.example', places: 2, at: '2027-03-01T09:00:00Z' },
      { number: 2, name: 'Greenway Learning', email: 'office@greenway.example', places: 1, at: '2027-03-01T10:00:00Z' },
    ],
    history: [
      { at: '2027-02-26T14:00:00Z', by: 'Helen Strand', what: 'Written' },
      { at: '2027-02-26T15:00:00Z', by: 'Helen Strand', what: 'Published' },
      { at: '2027-03-01T09:00:00Z', by: 'Priya Nair', what: '2 places booked' },
    ],
    may: ['change-event', 'book-for-provider', 'cancel-event'],
    releases: true,
    ...more,
  });

const { plan: _plan, places: _places, ...unplanned } = aManagedEvent();

/** One that was recorded afterwards. */
export const aPastEvent: ManagedEventReply = {
  ...unplanned,
  ref: 'EV-2018-05-04',
  status: 'over',
  when: '4 May 2018',
  left: 0,
  aboutOrganisations: 50,
  may: [],
};
