import type { Organisation } from '../organisation.ts';

export const council = '10000000-0000-4000-8000-00000000000c';
export const school = '10000000-0000-4000-8000-00000000005c';
export const commissioner = '20000000-0000-4000-8000-000000000001';
export const leaver = '20000000-0000-4000-8000-000000000002';
export const guestHead = '20000000-0000-4000-8000-000000000003';
export const head = '20000000-0000-4000-8000-000000000004';
export const commissioners = '30000000-0000-4000-8000-000000000001';
export const everyone = '30000000-0000-4000-8000-000000000002';
export const apiApp = '40000000-0000-4000-8000-000000000001';
export const botApp = '40000000-0000-4000-8000-000000000002';
export const mailApp = '40000000-0000-4000-8000-000000000003';
export const teamsClient = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const apiScope = 'api://framework.example/access_as_user';

/** A council and a school, each its own tenant, as small as the rules that are tested allow. */
export const sampleOrganisation = (botEndpoint = 'http://127.0.0.1:1/api/messages', certificatePem?: string): Organisation => ({
  tenants: [
    {
      id: council,
      displayName: 'Sample Council',
      domain: 'council.example',
      users: [
        {
          id: commissioner,
          displayName: 'Ada Fairweather',
          givenName: 'Ada',
          surname: 'Fairweather',
          mail: 'ada@council.example',
          userPrincipalName: 'ada@council.example',
          jobTitle: 'Commissioner',
        },
        {
          id: leaver,
          displayName: 'Ben Gone',
          mail: 'ben@council.example',
          userPrincipalName: 'ben@council.example',
          accountEnabled: false,
        },
        {
          id: guestHead,
          displayName: 'Cleo Hart',
          mail: 'cleo@school.example',
          userPrincipalName: 'cleo_school.example#EXT#@council.example',
          guest: true,
        },
      ],
      groups: [
        { id: commissioners, displayName: 'Commissioners', members: [commissioner] },
        { id: everyone, displayName: 'Everyone', members: [commissioners, guestHead] },
      ],
      apps: [
        {
          clientId: apiApp,
          displayName: 'Framework',
          secret: 'sample secret',
          ...(certificatePem ? { certificatePem } : {}),
          appRoles: ['Sites.Selected', 'User.Read.All', 'GroupMember.Read.All'],
          identifierUris: ['api://framework.example'],
          scopes: ['access_as_user'],
          delegatedScopes: ['User.Read'],
          multiTenant: true,
        },
        { clientId: botApp, displayName: 'Approvals bot', secret: 'bot secret' },
        { clientId: mailApp, displayName: 'Mailer', secret: 'mail secret', appRoles: ['Mail.Send', 'User.ReadBasic.All'] },
      ],
      sites: [
        {
          id: 'council.sharepoint.example,50000000-0000-4000-8000-000000000001,50000000-0000-4000-8000-000000000002',
          hostname: 'council.sharepoint.example',
          path: '/sites/framework',
          displayName: 'Framework',
        },
      ],
    },
    {
      id: school,
      displayName: 'Sample School',
      domain: 'school.example',
      users: [
        {
          id: head,
          displayName: 'Cleo Hart',
          mail: 'cleo@school.example',
          userPrincipalName: 'cleo@school.example',
          jobTitle: 'Head teacher',
        },
      ],
      groups: [],
      apps: [],
      sites: [],
    },
  ],
  bot: { appId: botApp, tenantId: council, messagingEndpoint: botEndpoint },
  teamsApp: { installedFor: [{ tenantId: council, userId: commissioner }] },
});
