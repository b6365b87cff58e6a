import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  bookEvent as bookDeclared,
  EventReply,
  getEvent as getDeclared,
  listEvents as listDeclared,
} from '@ap/shared/contract/events';
import { isBefore } from '@ap/shared/domain/days/instants';
import {
  type CouncilEvent,
  type EventPlan,
  hasBegun,
  hasEnded,
  organisationOf,
  placesLeft,
  placesOf,
  takesBookings,
} from '@ap/shared/domain/events/council-event';
import { decideEvent } from '@ap/shared/domain/events/decide-event';
import { mayRead, recipientKey } from '@ap/shared/domain/notices/notice-recipients';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { runOnRecord } from '../commands/run-record.ts';
import type { Caller } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { factsOf, noSuchEvent } from './event-facts.ts';
import { eventsHome } from './events-home.ts';

type ToCome = CouncilEvent & { readonly plan: EventPlan };

/** Whether it is shown to those whom it is for: published, and not over. */
const isToCome = (event: CouncilEvent, now: string): event is ToCome =>
  event.status === 'published' && event.plan !== undefined && !hasEnded(event.plan, now);

/** Which bookings are the caller's. */
export const isOf =
  ({ person }: Caller) =>
  ({ guest }: CouncilEvent['bookings'][number]): boolean =>
    recipientKey(guest) === recipientKey({ kind: 'person', person });

const toSummary = (event: ToCome, caller: Caller) => {
  const { ref, title, organiserRole, plan, bookings } = event;
  const { startsAt, endsAt, venue, joinLink, bookUntil } = plan;
  return {
    ref,
    title,
    organiserRole,
    startsAt,
    endsAt,
    ...withoutAbsent({ venue }),
    online: joinLink !== undefined,
    bookUntil,
    left: placesLeft(event),
    own: placesOf(bookings.filter(isOf(caller))),
  };
};

/** What the caller may book for: schools and departments that they work for and that the event is for. */
const buyersFor = ({ audience, bookings }: CouncilEvent, caller: Caller, every: readonly Buyer[]) => {
  const own = isOf(caller);
  return every.flatMap(({ ref, name }) => {
    const ofBuyer = caller.memberships.filter(({ buyerRef }) => buyerRef === ref);
    const colleagues = bookings.filter((booking) => !own(booking) && organisationOf(booking.guest) === ref);
    return mayRead(audience, ofBuyer, every) ? [{ ref, name, colleagues: placesOf(colleagues) }] : [];
  });
};

/** An event where the caller may see it now: it is for them, published, and not over. */
export const eventFor = async (
  { buyers, clock }: Pick<Ports, 'buyers' | 'clock'>,
  { memberships }: Caller,
  event: CouncilEvent,
): Promise<ToCome | undefined> =>
  isToCome(event, clock.now()) && mayRead(event.audience, memberships, await buyers.all()) ? event : undefined;

const toReply = async (ports: Ports, caller: Caller, found: CouncilEvent): Promise<EventReply> => {
  const event = await eventFor(ports, caller, found);
  if (!event) throw noSuchEvent();
  const now = ports.clock.now();
  const { about, plan, organiser } = event;
  const summary = toSummary(event, caller);
  return {
    ...summary,
    about,
    ...withoutAbsent({ joinLink: summary.own > 0 ? plan.joinLink : undefined }),
    placesEach: plan.placesEach,
    takesBookings: takesBookings(event, now),
    takesBack: !hasBegun(plan, now),
    buyers: buyersFor(event, caller, await ports.buyers.all()),
    organiser: { name: organiser.name, email: organiser.email },
  };
};

/** The events that are for the caller and to come, the next first. */
export const listEvents =
  ({ events, buyers, clock }: Pick<Ports, 'events' | 'buyers' | 'clock'>) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const every = await buyers.all();
    const now = clock.now();
    const toCome = (await events.known()).flatMap(({ state }) =>
      isToCome(state, now) && mayRead(state.audience, caller.memberships, every) ? [state] : [],
    );
    return {
      events: toCome.sort((a, b) => (isBefore(a.plan.startsAt, b.plan.startsAt) ? -1 : 1)).map((event) => toSummary(event, caller)),
    };
  };

/** One event. */
export const getEvent =
  (ports: Ports) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<EventReply> => {
    const found = await ports.events.find(params.ref);
    if (!found) throw noSuchEvent();
    return toReply(ports, caller, found.state);
  };

/** Books places for the caller, or gives theirs back. Of two who take the last place one finds, when it is decided again, that there is none. */
export const bookEvent =
  (ports: Ports) =>
  async ({ caller, params: { ref }, body, key }: Call<typeof bookDeclared>): Promise<EventReply> => {
    const { state } = await runOnRecord(
      ports,
      eventsHome(ports),
      { ref, by: caller.person, key, content: body },
      async (present, command) => {
        const facts = await factsOf(ports, caller, present);
        if (!facts.roles.includes('guest')) throw noSuchEvent();
        return decideEvent(present, { ...command, ...body }, facts, command.now);
      },
    );
    return toReply(ports, caller, state);
  };
