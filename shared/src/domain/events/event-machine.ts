import type { Machine } from '../machine/machine.ts';
import type { EventStatus } from './council-event.ts';
import type { EventAction } from './event-action.ts';
import type { EventCommandKind, EventRole } from './event-command.ts';

/** Which command leads an event where. */
export const eventMachine: Machine<EventStatus, EventCommandKind, EventRole, EventAction> = {
  subject: 'the event',
  states: { draft: 'a draft', published: 'published', over: 'over', cancelled: 'cancelled', discarded: 'discarded' },
  ends: ['cancelled', 'discarded'],
  // Places go in a rush: whoever got no answer sends the same booking again after many others.
  remembers: 40,
  moves: [
    {
      command: 'write-event',
      does: 'write an event',
      from: ['none'],
      to: ['draft'],
      by: ['commissioner'],
      guard:
        'row 66: a title, what it is, an audience, a venue or a link, a time that is to come, and how many places; R40: words that name no pupil',
      audit: 'event-written',
    },
    {
      command: 'record-event',
      does: 'record an event that was held',
      from: ['none'],
      to: ['over'],
      by: ['commissioner'],
      guard: 'a day or a month that is not to come; what is not known is left out',
      audit: 'event-recorded',
    },
    {
      command: 'change-event',
      does: 'change the event',
      from: ['draft', 'published'],
      to: ['same'],
      by: ['commissioner'],
      guard:
        'as when it was written; before it begins, and with no fewer places than are booked. Whoever booked is told of another time or place',
      audit: 'event-changed',
    },
    {
      command: 'publish-event',
      does: 'publish the event',
      from: ['draft'],
      to: ['published'],
      by: ['commissioner'],
      guard: 'its time is still to come',
      audit: 'event-published',
    },
    {
      command: 'discard-event',
      does: 'discard the event',
      from: ['draft'],
      to: ['discarded'],
      by: ['commissioner'],
      guard: 'nobody has been shown it',
      audit: 'event-discarded',
    },
    {
      command: 'book-places',
      does: 'book places',
      from: ['published'],
      to: ['same'],
      by: ['guest'],
      guard:
        'for a buyer that they work for and that the event is for, before booking closes, while there are places, up to the limit of each buyer',
      audit: 'event-places-booked',
    },
    {
      command: 'book-for-provider',
      does: 'book places for a provider',
      from: ['published'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'as for schools; the event is for providers, who have no account',
      audit: 'event-places-booked-for-provider',
    },
    {
      command: 'give-back-places',
      does: 'give your places back',
      from: ['published'],
      to: ['same'],
      by: ['guest'],
      guard: 'whoever booked, before it begins',
      audit: 'event-places-given-back',
    },
    {
      command: 'release-booking',
      does: 'release a booking',
      from: ['published'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'before it begins',
      audit: 'event-booking-released',
    },
    {
      command: 'cancel-event',
      does: 'cancel the event',
      from: ['published'],
      to: ['cancelled'],
      by: ['commissioner'],
      guard: 'before it begins, with a reason that everybody who booked is told',
      audit: 'event-cancelled',
    },
    {
      command: 'end-event',
      does: 'end the event',
      from: ['published'],
      to: ['over'],
      by: ['product'],
      guard: 'its end has come',
      audit: 'event-ended',
    },
    {
      command: 'record-attendance',
      does: 'note who came',
      from: ['published', 'over'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'it has begun, and somebody had booked; noted anew, it replaces what was noted',
      audit: 'event-attendance-recorded',
    },
  ],
};
