import type { Person } from '@ap/shared/domain/people/person';
import { tenderRolesOf } from '@ap/shared/domain/tenders/role';
import type { Ports } from '../ports/ports.ts';
import type { TenderGiver } from './run-tender.ts';

/** A person of the council who gives a command, in the roles that the list gives them now. */
export const asOfficer = async (ports: Pick<Ports, 'buyers'>, by: Person, key: string): Promise<TenderGiver> => ({
  by,
  key,
  roles: tenderRolesOf(await ports.buyers.councilMembers('fresh'), by),
});

/** The holder of a capability link, who acts for one applicant or one provider. */
export const byLink = (by: Person, role: 'applicant' | 'provider', key: string): TenderGiver => ({ by, key, roles: [role] });
