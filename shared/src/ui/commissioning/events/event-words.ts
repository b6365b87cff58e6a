import type { ManagedEventReply } from '../../../contract/managed-events.ts';
import type { EventStatus } from '../../../domain/events/council-event.ts';
import type { NoticeAudience } from '../../../domain/notices/notice.ts';
import { audienceWords } from '../notices/notice-words.ts';

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

/** Whom it is for; of an event that was held that may not be known. */
export const forWords = (audience: readonly NoticeAudience[]): string => (audience.length === 0 ? 'Not known' : audienceWords(audience));

/** Whether somebody of a booking came. */
export const cameWords = (came: boolean | undefined): string => (came === undefined ? '-' : came ? 'Yes' : 'No');
