import type { Organisation, OrganisationTenant, OrganisationUser } from '@ap/local-tenant/organisation';
import { councilTenantId, frameworkSitePath, schoolTenantId } from './ids.ts';

/** The client that the council's administrator signs in with, and the administrators themselves. All ids are invented. */
export const setupClientId = '5e2d90b1-7a43-4c18-b6f0-1c8d2e3f4a55';
export const councilAdministratorId = 'b1f0c2d3-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
export const schoolAdministratorId = 'c2a1d3e4-5f60-4b7c-9d8e-0f1a2b3c4d5e';

/** Delegated permissions that the administrator agreed to for the set-up's client. */
const consented = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'AppCatalog.ReadWrite.All',
  'Sites.FullControl.All',
  'AllSites.FullControl',
];

const administrator = (id: string, domain: string): OrganisationUser => ({
  id,
  displayName: 'IT administrator',
  mail: `it.admin@${domain}`,
  userPrincipalName: `it.admin@${domain}`,
  directoryRoles: ['Global Administrator'],
});

const bare = (tenant: OrganisationTenant): OrganisationTenant => ({
  ...tenant,
  users: [...tenant.users, administrator(councilAdministratorId, tenant.domain)],
  sites: tenant.sites.map((site) => (site.path === frameworkSitePath ? { ...site, administrators: [councilAdministratorId] } : site)),
  apps: [{ clientId: setupClientId, displayName: 'AP Framework set-up', publicClient: true, delegatedScopes: consented }],
});

/**
 * The sample organisation as a council is before the set-up: people, groups and an empty site, whose collection the administrator administers; no app of the product, no bot, no
 * Teams app.
 */
export const beforeSetUp = (sample: Organisation): Organisation => {
  const { bot: _bot, teamsApp, ...rest } = sample;
  return {
    ...rest,
    ...(teamsApp ? { teamsApp: { installedFor: teamsApp.installedFor } } : {}),
    tenants: sample.tenants.map((tenant) => {
      if (tenant.id === councilTenantId) return bare(tenant);
      return tenant.id === schoolTenantId
        ? { ...tenant, users: [...tenant.users, administrator(schoolAdministratorId, tenant.domain)] }
        : tenant;
    }),
  };
};
