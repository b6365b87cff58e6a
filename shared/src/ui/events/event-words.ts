import type { EventSummary } from '../../contract/events.ts';
import { timesWords } from '../../domain/events/council-event.ts';

/** When it is held, by London's clock. */
export const timeWords = ({ startsAt, endsAt }: Pick<EventSummary, 'startsAt' | 'endsAt'>): string => timesWords({ startsAt, endsAt });

/** Where it is held. */
export const placeWords = ({ venue, online }: Pick<EventSummary, 'venue' | 'online'>): string =>
  venue === undefined ? 'Online' : online ? `${venue}, or online` : venue;

/** How many places are left, and how many are one's own. */
export const leftWords = ({ left, own }: Pick<EventSummary, 'left' | 'own'>): string => {
  const free = left === 0 ? 'Full' : left === 1 ? '1 place left' : `${left} places left`;
  return own === 0 ? free : `${free}. You have booked ${own}`;
};
