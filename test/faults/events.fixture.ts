import type { BodyOf } from '@ap/shared/contract/endpoint';
import type { bookEvent as bookDeclared } from '@ap/shared/contract/events';
import type { actOnEvent as actDeclared } from '@ap/shared/contract/managed-events';
import { aMembership, deputy, head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import type { EventPlan, EventText } from '@ap/shared/domain/events/council-event';
import { academy, anEventText, aPlan } from '@ap/shared/domain/events/event.fixture';
import { aText, authorMembership } from '@ap/shared/domain/notices/notice.fixture';
import type { Person } from '@ap/shared/domain/people/person';
import { getEventCalendar } from '../../functions/src/events/event-calendar.ts';
import { eventClock } from '../../functions/src/events/event-clock.ts';
import { bookEvent, getEvent, listEvents } from '../../functions/src/events/events.ts';
import { actOnEvent, getManagedEvent, listManagedEvents, recordPastEvent, writeEvent } from '../../functions/src/events/managed-events.ts';
import {
  actOnNotice,
  getManagedNotice,
  listManagedNotices,
  listNoticeSends,
  writeNotice,
} from '../../functions/src/notices/managed-notices.ts';
import { getNotice, listNotices } from '../../functions/src/notices/notices.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { drain, sweepOnce } from '../ports/worker.ts';

type Act = BodyOf<typeof actDeclared>;
type Unseen<A> = A extends { readonly seen: number } ? Omit<A, 'seen'> : never;
type Booking = BodyOf<typeof bookDeclared>;

let turn = 0;
export const freshKey = (): string => {
  turn += 1;
  return `key-of-an-event-${String(turn).padStart(8, '0')}`;
};
const nothing = { params: undefined, query: undefined, body: undefined, key: '' };

/** A school with three people, an academy with one of its own, and one provider: what each does about the last event. */
export const opened = () => {
  const world = memoryWorld();
  const { ports, facts } = world;
  facts.otherBuyers = [academy];
  facts.members = [
    ...[senco, head, deputy].map((person) => aMembership(person, ['requester'])),
    aMembership(stranger, ['contact'], { buyerRef: academy.ref }),
  ];
  facts.officers = [...facts.officers, authorMembership];
  const commissioner = {
    ...callerOf(officer),
    memberships: [authorMembership],
    councilRoles: ['commissioner'] as const,
    commissioner: true,
  };
  const callerFor = (who: Person) => ({ ...callerOf(who), memberships: facts.members.filter(({ person }) => person === who) });
  const latest = async () => {
    const stored = (await ports.events.known()).at(-1);
    if (!stored) throw new Error('no event');
    return stored.state;
  };
  const act = async (asked: Unseen<Act>, seen?: number) => {
    const { ref, version } = await latest();
    const body = { ...asked, seen: seen ?? version } as Act;
    return actOnEvent(ports)({ ...nothing, caller: commissioner, params: { ref }, body, key: freshKey() });
  };
  const write = (told: { text?: Partial<EventText>; plan?: Partial<EventPlan>; key?: string } = {}) =>
    writeEvent(ports)({
      ...nothing,
      caller: commissioner,
      body: { text: anEventText(told.text), plan: aPlan(told.plan) } as never,
      key: told.key ?? freshKey(),
    });
  return {
    world,
    act,
    write,
    latest,
    publish: async (told: Parameters<typeof write>[0] = {}) => {
      const { ref } = await write(told);
      await act({ kind: 'publish-event' });
      return ref;
    },
    record: (held: string, aboutOrganisations: number) =>
      recordPastEvent(ports)({
        ...nothing,
        caller: commissioner,
        body: { text: anEventText(), past: { held, aboutOrganisations } } as never,
        key: freshKey(),
      }),
    managed: (ref: string) => getManagedEvent(ports)({ ...nothing, caller: commissioner, params: { ref } }),
    all: async () => (await listManagedEvents(ports)({ ...nothing, caller: commissioner })).events,
    book: (who: Person, ref: string, body: Booking | number = 1, key = freshKey()) =>
      bookEvent(ports)({
        ...nothing,
        caller: callerFor(who),
        params: { ref },
        body: typeof body === 'number' ? { kind: 'book-places', buyerRef: who === stranger ? academy.ref : '113800', places: body } : body,
        key,
      }),
    open: (who: Person, ref: string) => getEvent(ports)({ ...nothing, caller: callerFor(who), params: { ref } }),
    calendar: async (who: Person, ref: string) => {
      const file = await getEventCalendar(ports)({ ...nothing, caller: callerFor(who), params: { ref } });
      // RFC 5545: a line that was folded goes on behind a blank.
      return { file, lines: (await file.text()).replaceAll('\r\n ', '').split('\r\n') };
    },
    list: async (who: Person) => (await listEvents(ports)({ ...nothing, caller: callerFor(who) })).events,
    follow: async (group: 'booked' | 'came', more: { readonly ref?: string; readonly audience?: EventText['audience'] } = {}) => {
      const { ref, audience } = { ...(await latest()), ...more };
      const { title, body, authorRole, showUntil } = aText();
      const text = { title, body, authorRole, showUntil, audience: [...audience] };
      return writeNotice(ports)({ ...nothing, caller: commissioner, body: { text, event: { ref, group } }, key: freshKey() });
    },
    publishNotice: ({ ref, version }: { readonly ref: string; readonly version: number }) =>
      actOnNotice(ports)({
        ...nothing,
        caller: commissioner,
        params: { ref },
        body: { kind: 'publish-notice', seen: version },
        key: freshKey(),
      }),
    managedNotice: (ref: string) => getManagedNotice(ports)({ ...nothing, caller: commissioner, params: { ref } }),
    notices: async () => (await listManagedNotices(ports)({ ...nothing, caller: commissioner })).notices,
    noticesOf: async (who: Person) => (await listNotices(ports)({ ...nothing, caller: callerFor(who) })).notices,
    readNotice: (who: Person, ref: string) => getNotice(ports)({ ...nothing, caller: callerFor(who), params: { ref } }),
    sends: async (ref: string) => (await listNoticeSends(ports)({ ...nothing, caller: commissioner, params: { ref }, query: {} })).sends,
    /** What the queue would do, and then the sweep for whatever it forgot. */
    settle: async () => {
      // A notice is queued by what its event asks for.
      for (const _round of [1, 2]) {
        await drain(world);
        await sweepOnce(world);
      }
      await drain(world);
    },
    clock: () => eventClock(ports)(),
    at: (now: string) => {
      world.clock.now = now;
    },
  };
};

/** Each recipient of a notice with how the message stands. */
export const names = (sends: readonly { readonly name: string; readonly state: string }[]) => sends.map(({ name, state }) => [name, state]);
