import type { getEventCalendar as calendarDeclared } from '@ap/shared/contract/events';
import { placesOf } from '@ap/shared/domain/events/council-event';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { noSuchEvent } from './event-facts.ts';
import { eventFor, isOf } from './events.ts';

/**
 * One event as a calendar file (RFC 5545). Whoever takes it again has one entry, brought up to date: its id is the event's, its sequence the event's version. The link
 * to join stands in it for those who have booked.
 */
export const getEventCalendar =
  (ports: Ports) =>
  async ({ caller, params: { ref } }: Call<typeof calendarDeclared>): Promise<File> => {
    const found = await ports.events.find(ref);
    const event = found && (await eventFor(ports, caller, found.state));
    if (!event) throw noSuchEvent();
    const { title, about, plan, organiser, version, history, bookings } = event;
    const own = placesOf(bookings.filter(isOf(caller)));
    const link = own > 0 ? plan.joinLink : undefined;
    const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
    const calendar = ical({ prodId: { company: 'AP Framework', product: 'Events', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
    calendar.createEvent({
      id: `${ref}@ap-framework`,
      sequence: version,
      stamp: new Date(history.at(-1)?.at ?? plan.startsAt),
      start: new Date(plan.startsAt),
      end: new Date(plan.endsAt),
      summary: title,
      description: link === undefined ? about : `${about}\n\nJoin online: ${link}`,
      location: plan.venue ?? 'Online',
      url: link ?? null,
      organizer: { name: organiser.name, email: organiser.email },
      status: ICalEventStatus.CONFIRMED,
    });
    return new File([calendar.toString()], `${ref}.ics`, { type: 'text/calendar' });
  };
