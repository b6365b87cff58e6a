import { type Person, type PersonId, samePerson } from '@ap/shared/domain/people/person';
import type { BuyerRegister } from '../ports/buyers.ts';
import type { Caller } from './caller.ts';
import { ProblemError } from './problem-reply.ts';

export const unknownInTeams =
  'The AP Framework does not know you yet. Open the AP Framework app and choose Access: there you can ask your school or department to add you.';

/**
 * The person behind a verified activity, with today's rights. An activity does not say whether somebody is a guest of the tenant, and a
 * guest may work for a provider: so only people whom an active buyer lists, as a member or as its fallback approver, are known here.
 * Everybody else is told how to ask for access. Nobody acts as a commissioner by chat.
 */
export const teamsCaller =
  (buyers: Pick<BuyerRegister, 'all' | 'membershipsOf'>) =>
  async (by: PersonId): Promise<Caller> => {
    const active = (await buyers.all()).filter(({ status }) => status === 'active');
    const refs = new Set(active.map(({ ref }) => ref));
    const memberships = (await buyers.membershipsOf(by)).filter(({ status, buyerRef }) => status === 'active' && refs.has(buyerRef));
    const standIn = active.map(({ fallbackApprover }) => fallbackApprover).find((person) => person && samePerson(person, by));
    const person: Person | undefined = memberships[0]?.person ?? standIn;
    if (!person) throw new ProblemError('not-allowed', unknownInTeams);
    return { person, guest: false, client: 'deciding', memberships, councilRoles: [], commissioner: false };
  };
