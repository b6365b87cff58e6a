import { sameId } from '@ap/local-tenant/organisation-lookup';
import { parseOrganisation } from '@ap/local-tenant/parse-organisation';
import { apiClientId, commissionersGroupId, councilTenantId, frameworkSitePath, outsideTenantId, schoolTenantId } from './ids.ts';
import { sampleOrganisation } from './organisation.ts';
import { samplePeople, samplePerson } from './people.ts';

const secrets = { runtimeSecret: 'r', administratorCertificatePem: '-----BEGIN CERTIFICATE-----', botSecret: 'b' };
const organisation = sampleOrganisation(secrets);
const council = organisation.tenants.find((tenant) => tenant.id === councilTenantId)!;

describe('the sample organisation', () => {
  it('is one that the local tenant accepts', () => {
    expect(() => parseOrganisation(JSON.parse(JSON.stringify(organisation)))).not.toThrow();
  });

  it('gives every person an account in their own tenant and an address that cannot exist', () => {
    for (const person of samplePeople) {
      const tenant = organisation.tenants.find(({ id }) => sameId(id, person.tenantId))!;
      expect(tenant.users.map(({ id }) => id)).toContain(person.userId);
      expect(person.mail).toMatch(/@[a-z]+\.example$/);
    }
    expect(new Set(samplePeople.map(({ userId }) => userId)).size).toBe(samplePeople.length);
  });

  it('lets commissioners alone onto the site of the lists', () => {
    expect(council.sites.find(({ path }) => path === frameworkSitePath)?.members).toEqual([
      { groupId: commissionersGroupId, role: 'owner' },
    ]);
    const commissioners = council.groups.find(({ id }) => id === commissionersGroupId);
    expect(commissioners?.members).toEqual(['commissioner', 'second-commissioner'].map((key) => samplePerson(key).userId));
  });

  it('gives the runtime app Sites.Selected and nothing wider', () => {
    const roles = council.apps.find(({ displayName }) => displayName === 'AP Framework')?.appRoles;
    expect(roles).toEqual(['Sites.Selected', 'Mail.Send']);
  });

  it("knows the API under a URI that names the API's host, as the web part asks for it", () => {
    const elsewhere = sampleOrganisation(secrets, { api: 'http://localhost:7099/api' });
    const api = elsewhere.tenants[0]?.apps.find(({ clientId }) => clientId === apiClientId);
    expect(api?.identifierUris).toEqual([`api://${apiClientId}`, `api://localhost:7099/${apiClientId}`]);
  });

  it('has an approver in the second tenant, one without the Teams app, a guest and a newcomer', () => {
    expect(samplePerson('academy-approver').tenantId).toBe(schoolTenantId);
    expect(organisation.teamsApp?.installedFor.some(({ userId }) => userId === samplePerson('second-approver').userId)).toBe(false);
    expect(council.users.filter(({ guest }) => guest).map(({ userPrincipalName }) => userPrincipalName)).toEqual([
      'harold.penrose_governors.example#EXT#@council.example',
    ]);
    expect(samplePerson('newcomer').memberships).toEqual([]);
  });

  it('has somebody from a tenant that is not on the framework, where nobody acts for a buyer', () => {
    expect(samplePeople.filter(({ tenantId }) => tenantId === outsideTenantId).map(({ key }) => key)).toEqual(['outsider']);
    expect(samplePerson('outsider')).toMatchObject({ memberships: [], teamsAppInstalled: false });
    expect(samplePeople.flatMap(({ fallbackFor = [], tenantId }) => (tenantId === outsideTenantId ? fallbackFor : []))).toEqual([]);
  });

  it('never lets one person both raise and approve for the same buyer', () => {
    for (const { memberships } of samplePeople)
      for (const { roles } of memberships) expect(roles.includes('requester') && roles.includes('approver')).toBe(false);
  });
});
