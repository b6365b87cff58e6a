import type { CouncilEvent } from '@ap/shared/domain/events/council-event';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where events lie. */
export const eventsHome = ({ events }: Pick<Ports, 'events'>): RecordHome<CouncilEvent> => ({ list: 'Events', register: events });
