import type { ManagedEventReply } from '../../../contract/managed-events.ts';
import type { EventStatus } from '../../../domain/events/council-event.ts';

export const eventStatusWords: Readonly<Record<EventStatus, string>> = {
  draft: 'Draft',
  published: 'Published',
  over: 'Over',
  cancelled: 'Cancelled',
  discarded: 'Discarded',
};

/** How many places are booked, of how many; of an event that was only recorded that is not known. */
export const bookedWords = ({ places, booked }: Pick<ManagedEventReply, 'places' | 'booked'>): string =>
  places === undefined ? '-' : `${booked} of ${places}`;

/** Whether somebody of a booking came. */
export const cameWords = (came: boolean | undefined): string => (came === undefined ? '-' : came ? 'Yes' : 'No');
