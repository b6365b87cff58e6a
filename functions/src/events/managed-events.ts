import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import {
  type actOnEvent as actDeclared,
  type EventAct,
  eventActs,
  type getManagedEvent as getDeclared,
  type listManagedEvents as listDeclared,
  type ManagedEventReply,
  type recordPastEvent as recordDeclared,
  type writeEvent as writeDeclared,
} from '@ap/shared/contract/managed-events';
import type { Command } from '@ap/shared/domain/call-off/decision';
import {
  type CouncilEvent,
  type EventBooking,
  hasBegun,
  placesLeft,
  placesOf,
  takesBookings,
  whenWords,
} from '@ap/shared/domain/events/council-event';
import { decideEvent } from '@ap/shared/domain/events/decide-event';
import type { CommandOnEvent } from '@ap/shared/domain/events/event-command';
import { eventMachine } from '@ap/shared/domain/events/event-machine';
import { providerName } from '@ap/shared/domain/register/provider';
import { createRecord, runOnRecord } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { factsOf, noSuchEvent } from './event-facts.ts';
import { eventsHome } from './events-home.ts';

const toSummary = ({ ref, title, status, audience, plan, past, bookings }: CouncilEvent) => ({
  ref,
  title,
  status,
  audience: [...audience],
  when: whenWords({ plan, past }),
  ...withoutAbsent({ places: plan?.places }),
  booked: placesOf(bookings),
});

const holdsNow: Readonly<Partial<Record<EventAct, (event: CouncilEvent, now: string) => boolean>>> = {
  'change-event': ({ plan }, now) => plan !== undefined && !hasBegun(plan, now),
  'publish-event': ({ plan }, now) => plan !== undefined && !hasBegun(plan, now),
  'cancel-event': ({ plan }, now) => plan !== undefined && !hasBegun(plan, now),
  'book-for-provider': (event, now) => event.audience.includes('provider') && takesBookings(event, now) && placesLeft(event) > 0,
  'record-attendance': ({ plan, bookings }, now) => bookings.length > 0 && plan !== undefined && hasBegun(plan, now),
};

/** What can be done with it as it stands. Who may do it, and the rest of each guard, is the decision's. */
const mayDo = (event: CouncilEvent, now: string): EventAct[] =>
  eventActs.filter(
    (act) =>
      eventMachine.moves.some(({ command, from }) => command === act && from.includes(event.status)) &&
      (holdsNow[act]?.(event, now) ?? true),
  );

const toBooking = ({ number, guest, places, at, came }: EventBooking, names: ReadonlyMap<string, string>) => ({
  number,
  places,
  at,
  ...(guest.kind === 'person'
    ? { name: guest.person.name, email: guest.person.email, of: names.get(guest.buyerRef) ?? guest.buyerRef }
    : { name: guest.name, email: guest.email }),
  ...withoutAbsent({ came }),
});

const toReply = async ({ buyers, clock }: Ports, event: CouncilEvent): Promise<ManagedEventReply> => {
  const names = new Map((await buyers.all()).map(({ ref, name }) => [ref, name]));
  const { about, organiserRole, organiser, plan, past, bookings, version, cancelledBecause, history, status } = event;
  const now = clock.now();
  return {
    ...toSummary(event),
    about,
    organiserRole,
    organiser: organiser.name,
    ...withoutAbsent({ plan: plan && withoutAbsent(plan), aboutOrganisations: past?.aboutOrganisations, cancelledBecause }),
    left: placesLeft(event),
    version,
    bookings: bookings.map((booking) => toBooking(booking, names)),
    history: history.map(({ at, by, what, comment }) => withoutAbsent({ at, by, what, comment })),
    may: mayDo(event, now),
    releases: status === 'published' && plan !== undefined && !hasBegun(plan, now),
  };
};

/** Every event, what was changed last first. */
export const listManagedEvents =
  ({ events }: Pick<Ports, 'events'>) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const changedAt = ({ history }: CouncilEvent): string => history.at(-1)?.at ?? '';
    const every = (await events.known()).map(({ state }) => state);
    return { events: every.sort((a, b) => changedAt(b).localeCompare(changedAt(a))).map(toSummary) };
  };

export const getManagedEvent =
  (ports: Ports) =>
  async ({ params }: Call<typeof getDeclared>): Promise<ManagedEventReply> => {
    const found = await ports.events.find(params.ref);
    if (!found) throw noSuchEvent();
    return toReply(ports, found.state);
  };

/** Makes an event, once for each key of a person. */
const made = async (
  ports: Ports,
  { caller, body, key }: Call<typeof writeDeclared> | Call<typeof recordDeclared>,
): Promise<ManagedEventReply> => {
  const given = { by: caller.person, key, content: body };
  const { state } = await createRecord(ports, eventsHome(ports), 'EV', given, async (ref, command) =>
    decideEvent(
      undefined,
      'plan' in body ? { ...command, kind: 'write-event', ref, ...body } : { ...command, kind: 'record-event', ref, ...body },
      await factsOf(ports, caller, body.text),
      command.now,
    ),
  );
  return toReply(ports, state);
};

/** Writes an event that is to come. */
export const writeEvent =
  (ports: Ports) =>
  (call: Call<typeof writeDeclared>): Promise<ManagedEventReply> =>
    made(ports, call);

/** Records an event that was held. */
export const recordPastEvent =
  (ports: Ports) =>
  (call: Call<typeof recordDeclared>): Promise<ManagedEventReply> =>
    made(ports, call);

type Asked = CommandOnEvent extends infer C ? (C extends CommandOnEvent ? Omit<C, keyof Command> : never) : never;

/** What is asked, with what only the register knows. Throws where it does not. */
const askedOf = async ({ providers }: Pick<Ports, 'providers'>, { seen: _seen, ...body }: BodyOf<typeof actDeclared>): Promise<Asked> => {
  if (body.kind !== 'book-for-provider') return body;
  const provider = (await providers.all()).find(({ ref, status }) => ref === body.providerRef && status !== 'removed');
  if (!provider) throw new ProblemError('provider-not-known', 'There is no such provider on the framework.', { pointer: '/providerRef' });
  const { ref, email } = provider;
  return { kind: body.kind, provider: { kind: 'provider', ref, name: providerName(provider), email }, places: body.places };
};

/** What a commissioner does with an event, by the version that they have read. */
export const actOnEvent =
  (ports: Ports) =>
  async ({ caller, params: { ref }, body, key }: Call<typeof actDeclared>): Promise<ManagedEventReply> => {
    const { state } = await runOnRecord(
      ports,
      eventsHome(ports),
      { ref, by: caller.person, key, content: body },
      async (present, command) => {
        if (present.version !== body.seen)
          throw new ProblemError(
            'stale-version',
            'Somebody booked, or changed this event, since you opened it. Nothing of yours was saved.',
          );
        const asked = await askedOf(ports, body);
        return decideEvent(present, { ...command, ...asked } as CommandOnEvent, await factsOf(ports, caller, present), command.now);
      },
    );
    return toReply(ports, state);
  };
