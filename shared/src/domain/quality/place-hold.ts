import { samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Hold, openHolds } from './hold.ts';
import type { ProviderCommandOf, ProviderFacts, ProviderStanding } from './provider-standing.ts';
import type { ProviderStep } from './provider-step.ts';
import { isClock, whyNotCommissioner } from './quality-decision.ts';
import { whyNotText } from './why-not-text.ts';

type PlaceHold = ProviderCommandOf<'place-hold'>;

/** Lifted holds that stay in the record; older ones are in the version history of the item. */
const liftedKept = 10;

/** Leaves out the oldest lifted holds above the number that is kept: an open one never leaves. */
export const withoutOldest = (holds: readonly Hold[]): readonly Hold[] => {
  const surplus = holds.length - openHolds(holds).length - liftedKept;
  const leaving = new Set(
    holds
      .filter(({ lifted }) => lifted !== undefined)
      .slice(0, Math.max(0, surplus))
      .map(({ ref }) => ref),
  );
  return holds.filter(({ ref }) => !leaving.has(ref));
};

/**
 * One person may pause a provider with one action; a lapse does it without anybody. At once it is out of the directory, takes no new call-off, open
 * approvals are stale, and each buyer with a live order is asked (R19).
 */
export const placeHold: ProviderStep<'place-hold'> = (present, command, facts) => {
  const refusal = whyNotPlace(present, command, facts);
  if (refusal) return refusal;
  const ref = `${present.ref}-H${present.holdCount + 1}`;
  const hold: Hold = {
    ref,
    cause: command.cause,
    about: command.about,
    standard: facts.checks.find((check) => check.ref === command.about)?.standard,
    placedBy: command.by,
    placedAt: command.now,
    reason: command.reason,
  };
  const suspends = present.status === 'active' || present.status === 'paused' ? present.status : undefined;
  return {
    state: {
      ...present,
      ...(suspends ? { status: 'suspended' as const, before: suspends } : {}),
      statusReason: command.reason ?? present.statusReason,
      holds: withoutOldest([...present.holds, hold]),
      holdCount: present.holdCount + 1,
    },
    what: 'New orders paused',
    action: 'hold-placed',
    works: [
      { kind: 'refresh-directory', providerRef: present.ref },
      { kind: 'refresh-approvals', providerRef: present.ref },
      { kind: 'hold-live-orders', providerRef: present.ref, holdRef: ref },
      { kind: 'tell-commissioners', news: 'hold-placed' },
    ],
    comment: command.reason,
    protects: true,
  };
};

const whyNotPlace = (present: ProviderStanding, command: PlaceHold, facts: ProviderFacts): Refusal | undefined => {
  const refusal = whyNotFounded(command, facts);
  if (refusal) return refusal;
  return openHolds(present.holds).some(
    ({ cause, about }) => command.about !== undefined && cause === command.cause && about === command.about,
  )
    ? refused('hold-already-placed', 'New orders are paused for this already.')
    : undefined;
};

/** Whether there is a ground: a check that stopped holding, a concern for which a person paused, or a commissioner with a reason. */
const whyNotFounded = (command: PlaceHold, facts: ProviderFacts): Refusal | undefined => {
  switch (command.cause) {
    case 'check-lapsed':
    case 'check-failed': {
      const outcome = command.cause === 'check-lapsed' ? 'lapsed' : 'failed';
      const check = facts.checks.find(({ ref }) => ref === command.about);
      if (!isClock(command))
        return refused('not-the-clock', 'The product places this hold when a check stops holding. Give a reason instead.');
      return check?.outcome === outcome ? undefined : refused('hold-not-found', 'There is no such check that stopped holding.');
    }
    case 'concern': {
      const concern = facts.concerns.find(({ ref }) => ref === command.about);
      if (!concern || concern.status === 'closed') return refused('hold-not-found', 'There is no open concern of this number.');
      // The concern's own record says who paused; this only carries it out.
      const wasDecided = concern.pausedBy !== undefined && samePerson(concern.pausedBy, command.by);
      return wasDecided ? undefined : whyNotCommissioner(command, facts.councilMembers);
    }
    case 'commissioner':
      return (
        whyNotCommissioner(command, facts.councilMembers) ??
        whyNotText(command.reason, '/reason', 'Enter why new orders are paused. Buyers do not see it.')
      );
  }
};
