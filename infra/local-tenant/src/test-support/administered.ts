import type { Organisation, OrganisationUser } from '../organisation.ts';
import { council, sampleOrganisation, school } from './sample-organisation.ts';
import type { Answer, StartedTenant } from './started-tenant.ts';

/** The public client that administrators' programs sign in with, in the council's tenant. */
export const setupClient = '40000000-0000-4000-8000-0000000000aa';
export const globalAdministrator = '20000000-0000-4000-8000-0000000000a1';
export const applicationAdministrator = '20000000-0000-4000-8000-0000000000a2';
export const schoolAdministrator = '20000000-0000-4000-8000-0000000000a3';

export const everyScope = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'AppCatalog.ReadWrite.All',
  'Sites.FullControl.All',
];

const administrator = (id: string, name: string, role: string): OrganisationUser => ({
  id,
  displayName: name,
  mail: `${name}@it.example`,
  userPrincipalName: `${name}@it.example`,
  directoryRoles: [role],
});

/** The sample with people who administer it, and the client that their programs sign in with. */
export const administeredOrganisation = (): Organisation => {
  const sample = sampleOrganisation();
  const more: Readonly<Record<string, readonly OrganisationUser[]>> = {
    [council]: [
      administrator(globalAdministrator, 'global', 'Global Administrator'),
      administrator(applicationAdministrator, 'apps', 'Application Administrator'),
    ],
    [school]: [administrator(schoolAdministrator, 'school-it', 'Global Administrator')],
  };
  return {
    ...sample,
    tenants: sample.tenants.map((tenant) => ({
      ...tenant,
      users: [...tenant.users, ...(more[tenant.id] ?? [])],
      apps:
        tenant.id === council
          ? [...tenant.apps, { clientId: setupClient, displayName: 'Set-up', publicClient: true, delegatedScopes: everyScope }]
          : tenant.apps,
    })),
  };
};

/** A token of a person for Graph, with these delegated permissions. */
export const delegatedToken = async (tenant: StartedTenant, userId: string, scopes = everyScope, tenantId = council): Promise<string> => {
  const scope = scopes.map((name) => `https://graph.microsoft.com/${name}`).join(' ');
  const { body } = await tenant.call('POST', '/_local/tokens', { json: { kind: 'user', tenantId, userId, clientId: setupClient, scope } });
  return String(body.access_token);
};

export const codeOf = ({ body }: Answer): unknown => (body.error as { code?: string } | undefined)?.code;
