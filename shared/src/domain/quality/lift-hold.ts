import { toLondonDate } from '../days/local-date.ts';
import { type Person, samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Hold, openHolds } from './hold.ts';
import { withoutOldest } from './place-hold.ts';
import type { ProviderCommandOf, ProviderFacts, ProviderStanding } from './provider-standing.ts';
import type { ProviderStep } from './provider-step.ts';
import { holdsOn, latestCheck, qaStanding } from './qa-check.ts';
import { whyNotCommissioner } from './quality-decision.ts';
import { whyNotText } from './why-not-text.ts';

type LiftHold = ProviderCommandOf<'lift-hold'>;

/** Who recorded what cleared a hold, or why it is not cleared. Empty only where a commissioner's own judgement placed it. */
const clearedBy = (hold: Hold, facts: ProviderFacts, command: LiftHold): readonly Person[] | Refusal => {
  if (hold.cause === 'commissioner') return [];
  if (hold.cause === 'concern') {
    const concern = facts.concerns.find(({ ref }) => ref === hold.about);
    if (concern?.status !== 'closed' || !concern.closedBy)
      return refused('hold-not-cleared', 'The concern that new orders were paused for has not been closed.');
    return [concern.closedBy];
  }
  const check = hold.standard && latestCheck(facts.checks, hold.standard);
  if (!check || !holdsOn(check, toLondonDate(command.now)))
    return refused('hold-not-cleared', 'No check of this standard holds yet. Record the evidence and pass it first.');
  const people = [check.evidence?.recordedBy, check.waivedUntil === undefined ? undefined : check.waiver?.requestedBy].flatMap(
    (person) => person ?? [],
  );
  return people.length > 0
    ? people
    : refused('hold-not-cleared', 'Nobody knows who recorded the evidence for this check. Record it again here.');
};

/**
 * Lifted by a second person: not the one who placed it, nor one who recorded what cleared it; never by a timer, a link or a retry (R19). The provider
 * goes back to what it was when the last hold is gone, and to taking orders only while every check holds.
 */
export const liftHold: ProviderStep<'lift-hold'> = (present, command, facts) => {
  const refusal =
    whyNotCommissioner(command, facts.councilMembers) ?? whyNotText(command.reason, '/reason', 'Enter why new orders may be made again.');
  if (refusal) return refusal;
  const hold = openHolds(present.holds).find(({ ref }) => ref === command.holdRef);
  if (!hold) return refused('hold-not-found', 'There is no such open hold. It may have been lifted already.', '/holdRef');
  if (samePerson(hold.placedBy, command.by))
    return refused('second-person-required', 'You paused new orders yourself. Another commissioner must decide that they start again.');
  const cleared = clearedBy(hold, facts, command);
  if ('ok' in cleared) return cleared;
  if (cleared.some((person) => samePerson(person, command.by)))
    return refused('second-person-required', 'You recorded what clears this. Another commissioner must decide that orders start again.');
  const lifted = { by: command.by, at: command.now, reason: command.reason, clearedBy: cleared };
  const holds = withoutOldest(present.holds.map((each) => (each === hold ? { ...each, lifted } : each)));
  const isLast = openHolds(holds).length === 0;
  const back = isLast && present.status === 'suspended' ? present.before : undefined;
  if (back === 'active' && qaStanding(facts.checks, toLondonDate(command.now)).state === 'held')
    return refused('qa-not-current', 'Another mandatory check does not hold. Every one must before orders start again.');
  return {
    state: back ? { ...released(present, back), holds } : { ...present, holds },
    what: isLast ? 'New orders allowed again' : 'One hold lifted; others remain',
    action: 'hold-lifted',
    works: [
      { kind: 'refresh-directory', providerRef: present.ref },
      ...(isLast
        ? ([
            { kind: 'refresh-approvals', providerRef: present.ref },
            { kind: 'release-live-orders', providerRef: present.ref },
          ] as const)
        : []),
      { kind: 'tell-commissioners', news: 'hold-lifted' },
    ],
    comment: command.reason,
  };
};

const released = (present: ProviderStanding, status: 'active' | 'paused'): ProviderStanding => ({
  ...present,
  status,
  before: undefined,
  statusReason: undefined,
});
