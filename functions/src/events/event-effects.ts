import type { CouncilEvent, EventWork } from '@ap/shared/domain/events/council-event';
import { newsOf } from '@ap/shared/domain/events/event-news';
import type { NoticeEvent, NoticeText } from '@ap/shared/domain/notices/notice';
import type { Person } from '@ap/shared/domain/people/person';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import type { Ports } from '../ports/ports.ts';

/** How something is told to those who booked: once for each id, with a record of each recipient. */
export type TellBooked = (told: {
  readonly id: string;
  readonly author: Person;
  readonly text: NoticeText;
  readonly event: NoticeEvent;
}) => Promise<Performed>;

/** What follows from an event. */
export const eventPerformers = (ports: Pick<Ports, 'audit' | 'clock'>, tell: TellBooked): RecordPerformers<CouncilEvent, EventWork> => ({
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
  'tell-booked': async ({ state }, { id, of }) => {
    const text = newsOf(state, of);
    // Cancelled meanwhile: another time and place concern nobody any more.
    if (text === undefined || (of === 'changed' && state.status !== 'published')) return { state: 'superseded', reason: 'not-shown' };
    return tell({ id, author: state.organiser, text, event: { ref: state.ref, group: 'booked' } });
  },
});
