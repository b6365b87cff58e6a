import { councilTenantId } from '@ap/local/sample/ids';
import type { Organisation } from '@ap/local-tenant/organisation';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import { buyerMembers, fromMembership } from '@ap/shared/lists/buyer-members';
import { encodeFields } from '@ap/shared/lists/codec';
import { crowdOf, type SchoolTeam, membersOf as teamRows, withCrowd } from '../load/crowd.ts';

/** The school of one history: two people may approve, the head by card, the deputy by mail and page. */
export interface School extends SchoolTeam {
  readonly deputy: Person;
  /** What it may commit in a year (pence, without VAT); absent where nobody set it. */
  readonly budget: number | undefined;
}

const pound = 100;
/** Financial years in which schools have a budget: those that histories reach. */
export const yearsOfBudgets = ['2026-27', '2027-28'] as const;

/** As many schools as asked for; every second one has a budget that takes one order or two. */
export const schoolsOf = (count: number): readonly School[] =>
  crowdOf(count).map((team, at) => ({
    ...team,
    deputy: {
      ...team.approver,
      objectId: team.approver.objectId.replace('-8002-', '-8003-'),
      name: `Deputy head of ${team.name}`,
      email: `deputy-head.${team.buyerRef}@council.example`,
    },
    budget: at % 2 === 0 ? undefined : 3_000 * pound,
  }));

/** The sample's organisation with their people. Requesters and heads have the app in Teams, deputies have not. */
export const withSchools =
  (schools: readonly School[]) =>
  (sample: Organisation): Organisation => {
    const { tenants, ...rest } = withCrowd(schools)(sample);
    const deputies = schools.map(({ deputy: { objectId, name, email } }) => ({
      id: objectId,
      displayName: name,
      mail: email,
      userPrincipalName: email,
    }));
    const heads = schools.map(({ approver }) => ({ tenantId: approver.tenantId, userId: approver.objectId }));
    const installed = (rest.teamsApp?.installedFor ?? []).filter(({ userId }) => !heads.some((head) => head.userId === userId));
    return {
      ...rest,
      tenants: tenants.map((tenant) => (tenant.id === councilTenantId ? { ...tenant, users: [...tenant.users, ...deputies] } : tenant)),
      teamsApp: { ...rest.teamsApp, installedFor: [...installed, ...heads] },
    };
  };

/** The rows of BuyerMembers that make them a team. */
export const membersOf = (school: School): readonly Record<string, unknown>[] => [
  ...teamRows(school),
  encodeFields(
    buyerMembers,
    fromMembership({
      buyerRef: school.buyerRef,
      person: school.deputy,
      roles: ['approver'],
      status: 'active',
      approvalLimit: pence(5_000_000),
      payers: [],
    }),
    'create',
  ),
];
