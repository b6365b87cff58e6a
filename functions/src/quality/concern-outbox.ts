import { commissionersOf } from '@ap/shared/domain/people/membership';
import { type Concern, leadOf } from '@ap/shared/domain/quality/concern';
import type { QualityEffectWork } from '@ap/shared/domain/quality/quality-effect';
import type { Outbox } from '../effects/outbox.ts';
import type { Performed } from '../effects/performed.ts';
import { recordOutbox } from '../effects/record-outbox.ts';
import { tellPeople } from '../effects/tell-people.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { nameOf } from './commissioner-news.ts';
import { concernCard } from './concern-card.ts';
import { byClock, takeIn, unless } from './concern-follows.ts';
import { concernsAbout } from './concerns-about.ts';
import { onDuty } from './on-duty.ts';
import { everyListPerforms } from './quality-performers.ts';
import { concernsHome, runConcern } from './run-concern.ts';
import { runStanding } from './run-quality.ts';

/** Where a concern is read: from a card in Teams, and from a mail anywhere. */
export interface ConcernLinks {
  readonly onCard: (ref: string) => string;
  readonly inMail: (ref: string) => string;
}

/** Two that were reported at the same moment did not see each other: the later is joined to the earlier before anybody is told. */
const joinedFirst = async (ports: Ports, stored: Stored<Concern>): Promise<Concern> => {
  const { state } = stored;
  const lead = leadOf(await concernsAbout(ports, state.providerRef), state.providerRef);
  if (state.status !== 'open' || !lead || lead.ref === state.ref || state.joined.length > 0) return state;
  await unless(['nothing-to-join', 'not-in-this-state'], () =>
    runConcern(ports, byClock(`${state.ref}-joins`), state.ref, { kind: 'join' }),
  );
  return (await ports.quality.concerns.find(state.ref))?.state ?? state;
};

/**
 * Tells those on duty at once: by card, or by a mail that says no more than that there is a concern. Where nobody is on duty every commissioner is told so,
 * without the provider's name.
 */
const tellOfConcern = async (ports: Ports, links: ConcernLinks, stored: Stored<Concern>, effect: PendingEffect): Promise<Performed> => {
  const concern = await joinedFirst(ports, stored);
  if (concern.status === 'closed') return { state: 'superseded' };
  const [named, members] = await Promise.all([ports.policies.dutyCommissioners(), ports.buyers.councilMembers('known')]);
  const people = onDuty(named, members);
  if (people.length === 0)
    return tellPeople(ports, concern.ref, effect, commissionersOf(members), {
      title: 'A concern was reported, and nobody is on duty for concerns',
      paragraphs: [
        `Nobody can read it until somebody is named in the list DutyCommissioners. Have the person who answers for safeguarding name one now. Reference ${concern.ref}.`,
      ],
    });
  const providerName = await nameOf(ports, concern.providerRef);
  return tellPeople(ports, concern.ref, effect, people, {
    title: 'A concern was reported',
    paragraphs: ['Open it now. What it is about is told there only.', `Reference ${concern.ref}.`],
    link: { text: 'Open the concern', onCard: links.onCard(concern.ref), inMail: links.inMail(concern.ref) },
    card: (person) =>
      concernCard(concern, 'concern', {
        providerName,
        page: links.onCard(concern.ref),
        commandKey: `${effect.id}-${person.objectId.slice(0, 8)}`,
      }),
  });
};

/** The provider's own record places the hold, in the name of the commissioner who paused. */
const pauseProvider = async (ports: Ports, { pausedBy, ref, providerRef }: Concern, effectId: string): Promise<Performed> =>
  pausedBy === undefined
    ? { state: 'stuck', reason: 'nobody-paused' }
    : unless(['hold-already-placed', 'hold-not-found'], () =>
        runStanding(ports, { by: pausedBy, key: effectId, channel: 'page' }, providerRef, {
          kind: 'place-hold',
          cause: 'concern',
          about: ref,
        }),
      );

/** The outbox of concerns. */
export const concernOutbox = (ports: Ports, links: ConcernLinks): Outbox =>
  recordOutbox<QualityEffectWork, Concern>(
    concernsHome(ports),
    {
      ...everyListPerforms(ports),
      'tell-commissioners': (stored, effect) => tellOfConcern(ports, links, stored, effect),
      'place-hold': ({ state }, { id }) => pauseProvider(ports, state, id),
      'take-in-concern': ({ state }, { leadRef, id }) => takeIn(ports, state.ref, leadRef, id),
      // One that still waits for its referral is closed when that is recorded.
      'close-joined-concern': (_stored, { concernRef, id }) =>
        unless(['not-in-this-state', 'lado-referral-required'], () => runConcern(ports, byClock(id), concernRef, { kind: 'close-joined' })),
    },
    ports.log,
  );
