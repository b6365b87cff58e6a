import { aBuyer, aCommand, aMembership, deputy, head, now, officer, senco, stranger } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import type { Person } from '../people/person.ts';
import type { CouncilEvent, EventPlan, EventText } from './council-event.ts';
import { decideEvent } from './decide-event.ts';
import type { CommandOnEvent, EventFacts, MakeEvent } from './event-command.ts';

export const anEventText = (told: Partial<EventText> = {}): EventText => ({
  title: 'Information event about the framework',
  about: 'What the framework offers, and how to buy from it.\n\nThere is time for questions.',
  organiserRole: 'SEND Commissioner',
  audience: ['maintained-school', 'academy'],
  ...told,
});

/** From 2pm to 4pm on Tuesday 8 December 2026; these tests begin on 24 November. */
export const aPlan = (told: Partial<EventPlan> = {}): EventPlan => ({
  venue: 'County Hall, DT1 1XJ',
  startsAt: '2026-12-08T14:00:00Z',
  endsAt: '2026-12-08T16:00:00Z',
  bookUntil: localDate('2026-12-07'),
  places: 4,
  placesEach: 3,
  ...told,
});

export const beforeIt = now;
export const duringIt = '2026-12-08T15:00:00Z';
export const afterIt = '2026-12-08T16:00:00Z';

/** A school with three people, and an academy with one. */
export const academy = aBuyer({ ref: '114000', name: 'Harbour Academy', type: 'academy' });
export const guestMemberships = [
  ...[senco, head, deputy].map((person) => aMembership(person, ['requester'])),
  aMembership(stranger, ['contact'], { buyerRef: academy.ref }),
];

const facts = (by: Person): EventFacts => ({
  roles: ['commissioner', 'guest', 'product'],
  memberships: guestMemberships.filter(({ person }) => person === by),
  buyers: [aBuyer(), academy],
});

type Asked<C> = C extends { readonly kind: infer K } ? Omit<C, 'id' | 'by' | 'receipted'> & { readonly kind: K } : never;

export const decidedEvent = (
  present: CouncilEvent | undefined,
  asked: Asked<CommandOnEvent> | Asked<MakeEvent>,
  told: { readonly by?: Person; readonly at?: string; readonly facts?: Partial<EventFacts> } = {},
) => {
  const { by = officer, at = now } = told;
  return decideEvent(
    present,
    { ...aCommand(by), ...asked, id: `${asked.kind}-${present?.version ?? 0}` },
    { ...facts(by), ...told.facts },
    at,
  );
};

/** The accepted state; throws with the refusal. */
export const eventAfter = (decision: ReturnType<typeof decidedEvent>): CouncilEvent => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision.state;
};

export const aDraftEvent = (
  told: { readonly text?: Partial<EventText>; readonly plan?: Partial<EventPlan>; readonly ref?: string } = {},
): CouncilEvent =>
  eventAfter(
    decidedEvent(undefined, { kind: 'write-event', ref: told.ref ?? 'EV-7K3M9QXT', text: anEventText(told.text), plan: aPlan(told.plan) }),
  );

export const aPublishedEvent = (told: Parameters<typeof aDraftEvent>[0] = {}): CouncilEvent =>
  eventAfter(decidedEvent(aDraftEvent(told), { kind: 'publish-event' }));

/** With places booked for whoever is named, for the school they work for. */
export const booked = (event: CouncilEvent, by: Person, places = 1): CouncilEvent => {
  const buyerRef = guestMemberships.find(({ person }) => person === by)?.buyerRef ?? '';
  return eventAfter(decidedEvent(event, { kind: 'book-places', buyerRef, places }, { by }));
};
