import type { Organisation } from '@ap/local-tenant/organisation';
import { personKey } from './person-key.ts';

/** A person to choose. */
export interface LocalPerson {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string | null;
  readonly guest: boolean;
  readonly teamsAppInstalled: boolean;
  /** Where they work: a school or a team of the council. */
  readonly workplace: string | null;
  /** What this person is there to show. */
  readonly about: string | null;
}

/** What the launcher knows of a person and the tenant does not, by `tenantId/objectId`. */
export type PeopleNotes = Readonly<Record<string, { readonly workplace?: string; readonly about?: string }>>;

type TenantPerson = Omit<LocalPerson, 'userPrincipalName' | 'workplace' | 'about'>;

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/**
 * The people whom a run can sign in, with where they work: what the launcher noted, else the groups that they belong to.
 * Accounts that nobody signs in to (a shared mailbox) are left out.
 */
export const choosable = (people: readonly TenantPerson[], organisation: Organisation, notes: PeopleNotes): readonly LocalPerson[] =>
  people.flatMap((person) => {
    const tenant = organisation.tenants.find(({ id }) => same(id, person.tenantId));
    const user = tenant?.users.find(({ id }) => same(id, person.id));
    if (user?.accountEnabled === false) return [];
    const note = notes[personKey({ tenantId: person.tenantId, userId: person.id })];
    const groups = (tenant?.groups ?? []).filter(({ members }) => members.some((member) => same(member, person.id)));
    return {
      ...person,
      userPrincipalName: user?.userPrincipalName ?? person.mail,
      workplace: note?.workplace ?? (groups.map(({ displayName }) => displayName).join(', ') || null),
      about: note?.about ?? null,
    };
  });
