import { addDays, compareDates, type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Delegation, Membership } from '../people/membership.ts';
import { type Person, samePerson } from '../people/person.ts';
import type { DelegationAction, DelegationEvent, DelegationReason } from './delegation-event.ts';

/** So many events of one approver are kept in their row; older ones are in the audit chain alone. */
const mostKept = 40;

/** Who changes a delegation, when (an ISO instant) and why. */
export interface DelegationActor {
  readonly by: Person;
  readonly now: string;
  readonly why: DelegationReason;
}

const newest = ({ delegationEvents }: Membership): DelegationEvent | undefined => delegationEvents?.at(-1);

/** The delegation as the events know it: a row where somebody typed says another. */
export const notedDelegation = (member: Membership): Delegation | undefined => {
  const last = newest(member);
  return last === undefined || last.action === 'delegation-ended' || last.action === 'delegation-over'
    ? undefined
    : { to: last.to, from: last.from, until: last.until };
};

const isSame = (one: Delegation | undefined, other: Delegation | undefined): boolean =>
  one !== undefined && other !== undefined && samePerson(one.to, other.to) && one.from === other.from && one.until === other.until;

/** The membership with another delegation, or none, and the event that says so. What is noted already makes no second event. */
export const withDelegation = (member: Membership, next: Delegation | undefined, actor: DelegationActor): Membership => {
  // What somebody typed is what is to be noted; for everybody else it is what was there before.
  const noted = notedDelegation(member) ?? (actor.why === 'typed-in-list' ? undefined : member.delegation);
  const told = next ?? noted;
  if (!told || isSame(noted, next)) return { ...member, delegation: next };
  const event: DelegationEvent = {
    number: (newest(member)?.number ?? 0) + 1,
    action: actionOf(noted, next, actor.why),
    at: actor.now,
    by: actor.by,
    why: actor.why,
    to: told.to,
    from: told.from,
    until: told.until,
  };
  return { ...member, delegation: next, delegationEvents: [...(member.delegationEvents ?? []), event].slice(-mostKept) };
};

const actionOf = (noted: Delegation | undefined, next: Delegation | undefined, why: DelegationReason): DelegationAction => {
  if (!next) return why === 'last-day-passed' ? 'delegation-over' : 'delegation-ended';
  return noted ? 'delegation-changed' : 'delegate-named';
};

/** A delegation whose last day has passed, or that was ended or replaced before. */
export interface PastDelegation extends Delegation {
  /** Who named the delegate. */
  readonly by: Person;
}

/** Every delegation that is over, the latest first, with the last day on which it held. One that never began is none. */
export const pastDelegations = ({ delegationEvents = [] }: Membership): readonly PastDelegation[] => {
  const past: PastDelegation[] = [];
  let open: PastDelegation | undefined;
  for (const { action, at, by, to, from, until } of delegationEvents) {
    const ends = action === 'delegation-ended' || action === 'delegation-over';
    open ??= { to, from, until, by };
    if (ends || !samePerson(open.to, to)) {
      const last = lastDayBefore(open.until, toLondonDate(at), action);
      if (compareDates(last, open.from) >= 0) past.push({ ...open, until: last });
      open = undefined;
    }
    if (!ends) open = { to, from, until, by: open?.by ?? by };
  }
  return past.reverse();
};

/** Ended by somebody, it held on that day in part; replaced, the new delegate has the day. */
const lastDayBefore = (until: LocalDate, on: LocalDate, action: DelegationAction): LocalDate => {
  const last = action === 'delegation-changed' ? addDays(on, -1) : on;
  return compareDates(until, last) < 0 ? until : last;
};
