import { councilTenantId, otherSchoolRef, sampleAcademyRef, sampleSchoolRef } from '@ap/local/sample/ids';
import type { Organisation } from '@ap/local-tenant/organisation';
import { pence } from '@ap/shared/domain/money/money';
import type { Membership } from '@ap/shared/domain/people/membership';
import type { Person } from '@ap/shared/domain/people/person';
import { buyerMembers, fromMembership } from '@ap/shared/lists/buyer-members';
import { encodeFields } from '@ap/shared/lists/codec';
import { readDataCsv } from '../../infra/tenant/src/read-csv.ts';

/** A school in the rush: somebody who searches and asks, and somebody who approves. The school is real, the people are numbers. */
export interface SchoolTeam {
  readonly buyerRef: string;
  readonly name: string;
  readonly requester: Person;
  readonly approver: Person;
}

const idOf = (urn: string, part: number): string => `00000000-0000-4000-8${String(part).padStart(3, '0')}-${urn.padStart(12, '0')}`;

const member = (urn: string, name: string, part: number, title: string): Person => ({
  tenantId: councilTenantId,
  objectId: idOf(urn, part),
  name: `${title} of ${name}`,
  email: `${title.toLowerCase().replaceAll(' ', '-')}.${urn}@council.example`,
});

/** The first schools of the data file that have no staff in the sample. Throws where there are fewer than asked for. */
export const crowdOf = (count: number): readonly SchoolTeam[] => {
  const staffed = [sampleSchoolRef, otherSchoolRef, sampleAcademyRef];
  const schools = readDataCsv('dorset-schools.csv').filter(({ urn = '' }) => urn !== '' && !staffed.includes(urn));
  if (schools.length < count) throw new RangeError(`The data file has ${schools.length} schools without staff, not ${count}.`);
  return schools.slice(0, count).map(({ urn = '', name = '' }) => ({
    buyerRef: urn,
    name,
    requester: member(urn, name, 1, 'SENCO'),
    approver: member(urn, name, 2, 'Head teacher'),
  }));
};

/** The sample's organisation with the crowd in the council's tenant. Every second approver has the app in Teams; the others get mail. */
export const withCrowd =
  (teams: readonly SchoolTeam[]) =>
  (sample: Organisation): Organisation => ({
    ...sample,
    tenants: sample.tenants.map((tenant) =>
      tenant.id === councilTenantId
        ? {
            ...tenant,
            users: [
              ...tenant.users,
              ...teams
                .flatMap(({ requester, approver }) => [requester, approver])
                .map(({ objectId, name, email }) => ({ id: objectId, displayName: name, mail: email, userPrincipalName: email })),
            ],
          }
        : tenant,
    ),
    teamsApp: {
      ...sample.teamsApp,
      installedFor: [
        ...(sample.teamsApp?.installedFor ?? []),
        ...teams.map(({ requester }) => ({ tenantId: requester.tenantId, userId: requester.objectId })),
        ...teams.filter((_, index) => index % 2 === 0).map(({ approver }) => ({ tenantId: approver.tenantId, userId: approver.objectId })),
      ],
    },
  });

/** The rows of BuyerMembers that make them a team. */
export const membersOf = ({ buyerRef, requester, approver }: SchoolTeam): readonly Record<string, unknown>[] => {
  const memberships: readonly Membership[] = [
    { buyerRef, person: requester, roles: ['requester'], status: 'active', payers: [] },
    { buyerRef, person: approver, roles: ['approver'], status: 'active', approvalLimit: pence(5_000_000), payers: [] },
  ];
  return memberships.map((membership) => encodeFields(buyerMembers, fromMembership(membership), 'create'));
};
