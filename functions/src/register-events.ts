import { eventsApi } from '@ap/shared/contract/events';
import { managedEventsApi } from '@ap/shared/contract/managed-events';
import type { Outbox } from './effects/outbox.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { getEventCalendar } from './events/event-calendar.ts';
import { eventClock } from './events/event-clock.ts';
import { eventPerformers } from './events/event-effects.ts';
import { bookEvent, getEvent, listEvents } from './events/events.ts';
import { eventsHome } from './events/events-home.ts';
import { actOnEvent, getManagedEvent, listManagedEvents, recordPastEvent, writeEvent } from './events/managed-events.ts';
import { type RouteSupplies, route } from './http/route.ts';
import { tellByNotice } from './notices/tell-by-notice.ts';
import type { Ports } from './ports/ports.ts';
import { registerTimer } from './triggers.ts';

/** Joins events to their use cases and the clock; whoever booked is told by notices. Hands back their outbox for the queue and the sweep. */
export const registerEvents = ({ ports, supplies }: { readonly ports: Ports; readonly supplies: RouteSupplies }): Outbox => {
  route(eventsApi.listEvents, supplies, listEvents(ports));
  route(eventsApi.getEvent, supplies, getEvent(ports));
  route(eventsApi.bookEvent, supplies, bookEvent(ports));
  route(eventsApi.getEventCalendar, supplies, getEventCalendar(ports));
  route(managedEventsApi.listManagedEvents, supplies, listManagedEvents(ports));
  route(managedEventsApi.getManagedEvent, supplies, getManagedEvent(ports));
  route(managedEventsApi.writeEvent, supplies, writeEvent(ports));
  route(managedEventsApi.recordPastEvent, supplies, recordPastEvent(ports));
  route(managedEventsApi.actOnEvent, supplies, actOnEvent(ports));
  registerTimer('eventClock', eventClock(ports));
  return recordOutbox(eventsHome(ports), eventPerformers(ports, tellByNotice(ports)), ports.log);
};
