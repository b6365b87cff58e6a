import type { Organisation, OrganisationApp, OrganisationTenant, OrganisationUser } from '@ap/local-tenant/organisation';
import { activityPermission, activityTypes } from '@ap/shared/contract/teams-activities';
import { productName } from '@ap/shared/domain/texts/product-name';
import {
  administratorClientId,
  apiClientId,
  apiIdentifierUri,
  botAppId,
  commissionersGroupId,
  councilTenantId,
  frameworkSiteId,
  frameworkSitePath,
  mailboxAddress,
  mailboxUserId,
  managedIdentityClientId,
  managedIdentityObjectId,
  outsideTenantId,
  runtimeClientId,
  safeguardingGroupId,
  schoolStaffGroupId,
  schoolsSiteId,
  schoolsSitePath,
  schoolTenantId,
  siteHostname,
  webPartIdentifierUri,
} from './ids.ts';
import { displayNameOf, type SamplePerson, sampleDomains, samplePeople } from './people.ts';

export interface SampleSecrets {
  readonly runtimeSecret: string;
  readonly administratorCertificatePem: string;
  readonly botSecret?: string;
  readonly apiSecret?: string;
  /** The platform's own, beside the program that has the managed identity. */
  readonly identityHeader?: string;
}

/** Where the parts of this run answer; the defaults are those of the local run. */
export interface SampleAddresses {
  readonly tenantOrigin?: string;
  /** The product's API. */
  readonly api?: string;
  /** The pages of the tab, where people come back to who signed in in a browser. */
  readonly pages?: string;
  readonly messagingEndpoint?: string;
  /** Where links into Teams lead. */
  readonly teams?: string;
  /** Whether the tenant lets an app with Sites.Selected subscribe to lists: the service's pages do not say, and by default it does not. */
  readonly mayBeNotified?: boolean;
}

const user = (person: SamplePerson): OrganisationUser => ({
  id: person.userId,
  displayName: displayNameOf(person),
  givenName: person.givenName,
  surname: person.surname,
  mail: person.mail,
  // A guest keeps the address of home; the name to sign in with is made from it, as Entra does.
  userPrincipalName: person.guest ? `${person.mail.replace('@', '_')}#EXT#@council.example` : person.mail,
  jobTitle: person.jobTitle,
  ...(person.guest ? { guest: true } : {}),
});

const mailbox: OrganisationUser = {
  id: mailboxUserId,
  displayName: 'AP Framework',
  mail: mailboxAddress,
  userPrincipalName: mailboxAddress,
  accountEnabled: false,
};

const membersOf = (group: SamplePerson['group']): readonly string[] =>
  samplePeople.filter((person) => person.group === group).map((person) => person.userId);

const peopleOf = (tenantId: string): readonly OrganisationUser[] => samplePeople.filter((person) => person.tenantId === tenantId).map(user);

const apps = (secrets: SampleSecrets, origin: string, api: string, pages: string): readonly OrganisationApp[] => {
  // The set-up writes this into each registration: the program's identity signs in as it, and no secret is kept.
  const federatedCredentials = [
    { issuer: `${origin}/${councilTenantId}/v2.0`, subject: managedIdentityObjectId, audience: 'api://AzureADTokenExchange' },
  ];
  return [
    {
      clientId: runtimeClientId,
      displayName: 'AP Framework',
      secret: secrets.runtimeSecret,
      federatedCredentials,
      appRoles: ['Sites.Selected', 'Mail.Send'],
    },
    {
      clientId: administratorClientId,
      displayName: 'AP Framework provisioning (administrator)',
      certificatePem: secrets.administratorCertificatePem,
      appRoles: ['Sites.FullControl.All', 'Application.Read.All', 'User.ReadBasic.All'],
    },
    {
      clientId: apiClientId,
      displayName: 'AP Framework API',
      ...(secrets.apiSecret === undefined ? {} : { secret: secrets.apiSecret }),
      federatedCredentials,
      identifierUris: [apiIdentifierUri, webPartIdentifierUri(api)],
      scopes: ['access_as_user'],
      multiTenant: true,
      redirectUris: [pages],
    },
    {
      clientId: botAppId,
      displayName: 'AP Framework bot',
      federatedCredentials,
      ...(secrets.botSecret === undefined ? {} : { secret: secrets.botSecret }),
    },
  ];
};

const council = (secrets: SampleSecrets, origin: string, api: string, pages: string): OrganisationTenant => ({
  id: councilTenantId,
  displayName: 'Dorset sample council',
  domain: 'council.example',
  users: [...peopleOf(councilTenantId), mailbox],
  groups: [
    { id: commissionersGroupId, displayName: 'AP commissioners', members: membersOf('commissioners') },
    {
      id: safeguardingGroupId,
      displayName: 'AP safeguarding',
      members: samplePeople.filter(({ onDuty }) => onDuty).map(({ userId }) => userId),
    },
    { id: schoolStaffGroupId, displayName: 'All school staff', members: membersOf('school-staff') },
  ],
  apps: apps(secrets, origin, api, pages),
  ...(secrets.identityHeader === undefined
    ? {}
    : { managedIdentities: [{ clientId: managedIdentityClientId, objectId: managedIdentityObjectId, header: secrets.identityHeader }] }),
  sites: [
    {
      id: frameworkSiteId,
      hostname: siteHostname,
      path: frameworkSitePath,
      displayName: 'AP Framework',
      webUrl: `${origin}${frameworkSitePath}`,
      members: [{ groupId: commissionersGroupId, role: 'owner' }],
    },
    {
      id: schoolsSiteId,
      hostname: siteHostname,
      path: schoolsSitePath,
      displayName: 'Schools',
      webUrl: `${origin}${schoolsSitePath}`,
      members: [
        { groupId: schoolStaffGroupId, role: 'read' },
        { groupId: commissionersGroupId, role: 'owner' },
      ],
    },
  ],
});

/** A tenant with people and nothing else: what is used there is the council's. */
const tenantOfPeople = (id: string, displayName: string): OrganisationTenant => ({
  id,
  displayName,
  domain: sampleDomains[id] ?? '',
  users: peopleOf(id),
  groups: [],
  apps: [],
  sites: [],
});

/**
 * The organisation of the local run: a council, an academy trust, and a trust that the framework does not know, each with a tenant of its own. The lists live on
 * a site that school staff cannot open, the web part's page on one that they can.
 */
export const sampleOrganisation = (
  secrets: SampleSecrets,
  {
    tenantOrigin = 'https://localhost:8443',
    api = 'http://localhost:7071/api',
    pages = 'http://localhost:3001',
    messagingEndpoint = `${api}/messages`,
    teams = 'https://teams.microsoft.com',
    mayBeNotified = false,
  }: SampleAddresses = {},
): Organisation => ({
  ...(mayBeNotified ? { webhooks: { sitesSelected: 'allowed' as const } } : {}),
  tenants: [
    council(secrets, tenantOrigin, api, pages),
    tenantOfPeople(schoolTenantId, 'Sample Academy Trust'),
    tenantOfPeople(outsideTenantId, 'Outside Sample Trust'),
  ],
  bot: {
    appId: botAppId,
    tenantId: councilTenantId,
    messagingEndpoint,
  },
  teamsApp: {
    installedFor: samplePeople.filter((person) => person.teamsAppInstalled).map(({ tenantId, userId }) => ({ tenantId, userId })),
    manifest: {
      name: productName,
      webApplicationId: apiClientId,
      resourceSpecific: [activityPermission],
      activityTypes: activityTypes.map(({ type, templateText }) => ({ type, templateText })),
      linkOrigin: teams,
    },
  },
});
