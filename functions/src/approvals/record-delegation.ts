import type { Membership } from '@ap/shared/domain/people/membership';
import { personKey } from '@ap/shared/domain/people/person';
import type { Ports } from '../ports/ports.ts';

/** What is younger than this is told to the audit again: it skips what it knows, and gets what a crash kept from it. In milliseconds. */
const toldAgainFor = 24 * 60 * 60 * 1000;

/**
 * Tells the audit chain what became of an approver's delegations: who stands in for whom, on which days, by whom and why. Done twice it changes nothing; in
 * order, so that none is missing before a later one.
 */
export const recordDelegation = async (
  { audit, clock }: Pick<Ports, 'audit' | 'clock'>,
  { buyerRef, person, delegationEvents = [] }: Membership,
): Promise<void> => {
  const since = Date.parse(clock.now()) - toldAgainFor;
  const subject = `DELEGATION-${buyerRef}-${personKey(person).replace('/', '-')}`;
  for (const { number, action, at, by, why, to, from, until } of delegationEvents) {
    if (Date.parse(at) < since) continue;
    await audit.append({
      id: `${subject}-v${number}-0`,
      at,
      actor: personKey(by),
      action,
      subject,
      subjectVersion: number,
      refs: [personKey(to), `${from}/${until}`, why],
    });
  }
};
