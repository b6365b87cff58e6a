import { aBookedEvent, aManagedEvent, aPastEvent } from '../../sample-events.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const list = areaAt({ at: 'events' });
const one = areaAt({ at: 'event', ref: aManagedEvent().ref });
const answers: Answers = {
  ...asCommissioner,
  listManagedEvents: () => ({ events: [aManagedEvent(), { ...aBookedEvent(), ref: 'EV-2B9TQC7KMP' }, aPastEvent] }),
  getManagedEvent: () => aBookedEvent(),
};
const as = (event: ReturnType<typeof aManagedEvent>): Answers => ({ ...answers, getManagedEvent: () => event });
const over = aBookedEvent({ status: 'over', may: ['record-attendance'], releases: false });

/** Writing events, who booked, and who came. */
export const managedEventExhibits: readonly Exhibit[] = [
  { name: 'writing events', ...list, answers, shows: '3 of 40' },
  {
    name: 'writing events, none',
    ...list,
    answers: { ...answers, listManagedEvents: () => ({ events: [] }) },
    shows: 'There is no event yet',
  },
  { name: 'writing events, a new one', ...list, answers, press: 'Write an event', shows: 'When does it begin, in UK time?' },
  { name: 'writing events, one that was held', ...list, answers, press: 'Record an event', shows: 'When was it held?' },
  ...waitingAndFailing({ name: 'writing events', ...list, answers }, 'listManagedEvents', 'Loading the events'),
  { name: 'event of a commissioner, a draft', ...one, answers: as(aManagedEvent()), shows: 'Booking closes' },
  { name: 'event of a commissioner, booked', ...one, answers, shows: 'Greenway Learning' },
  { name: 'event of a commissioner, nobody booked', ...one, answers: as(aBookedEvent({ bookings: [] })), shows: 'Nobody has booked' },
  { name: 'event of a commissioner, cancelling it', ...one, answers, press: 'Cancel the event', shows: 'Why is it cancelled?' },
  {
    name: 'event of a commissioner, who came',
    ...one,
    answers: as(over),
    press: 'Note who came',
    shows: 'Of which bookings did somebody come?',
  },
  { name: 'event of a commissioner, held before', ...one, answers: as(aPastEvent), shows: 'About 50 organisations' },
  ...waitingAndFailing({ name: 'event of a commissioner', ...one, answers }, 'getManagedEvent', 'Loading the event'),
];
