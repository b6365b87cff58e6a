import { commissionersOf, type Membership } from '@ap/shared/domain/people/membership';
import { type Person, type PersonId, samePerson } from '@ap/shared/domain/people/person';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** Those on duty for concerns: named in the restricted list, and commissioners by the register still. */
export const onDuty = (named: readonly PersonId[], councilMembers: readonly Membership[]): readonly Person[] =>
  commissionersOf(councilMembers).filter((person) => named.some((each) => samePerson(each, person)));

/** Refuses every commissioner who is not on duty for concerns, alike for a concern that is there and one that is not. */
export const refuseUnlessOnDuty = async ({ policies }: Pick<Ports, 'policies'>, { person, commissioner }: Caller): Promise<void> => {
  const named = await policies.dutyCommissioners();
  if (!commissioner || !named.some((each) => samePerson(each, person)))
    throw new ProblemError('not-allowed', 'Only the commissioners on duty for concerns can see them.');
};
