import { PublicClientApplication } from '@azure/msal-node';
import { strToU8, zipSync } from 'fflate';
import { decodeJwt } from 'jose';
import {
  administeredOrganisation,
  applicationAdministrator,
  codeOf,
  delegatedToken,
  globalAdministrator,
  schoolAdministrator,
  setupClient,
} from '../test-support/administered.ts';
import { commissioner, commissioners, council, head, school, teamsClient } from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';
import { trustedNetwork } from '../test-support/trusted-network.ts';
import { graphAppId, graphRoles } from './microsoft-services.ts';

const scopeId = '60000000-0000-4000-8000-000000000001';
const access = { id: scopeId, value: 'access_as_user', isEnabled: true };
const firstOf = ({ body }: Answer): Record<string, string> => (body.value as unknown as Record<string, string>[])[0] ?? {};

describe('what an administrator registers through Graph', () => {
  let tenant: StartedTenant;
  let token: string;
  const call = (method: string, path: string, json?: unknown, as = token): Promise<Answer> =>
    tenant.call(method, `/v1.0${path}`, { token: as, ...(json === undefined ? {} : { json }) });
  const principalOf = async (appId: string): Promise<string> =>
    firstOf(await call('GET', `/servicePrincipals?$filter=appId eq '${appId}'`)).id ?? '';
  const anApp = async (more: object = {}): Promise<Record<string, string>> => {
    const { status, body } = await call('POST', '/applications', { displayName: 'An app', ...more });
    expect(status).toBe(201);
    return body;
  };
  const signIn = (userId: string, scope: string, tenantId = council, clientId = teamsClient): Promise<Answer> =>
    tenant.call('POST', '/_local/sign-in', { json: { tenantId, userId, clientId, scope } });

  beforeAll(async () => {
    tenant = await startedTenant(administeredOrganisation());
    token = await delegatedToken(tenant, globalAdministrator);
  });
  afterAll(() => tenant.stop());

  test('[5.17 D] needs the permission of the program and the role of the person: either alone is refused', async () => {
    const without = await delegatedToken(tenant, globalAdministrator, ['User.Read']);
    const powerless = await delegatedToken(tenant, commissioner);
    for (const each of [without, powerless])
      expect(await call('POST', '/applications', { displayName: 'x' }, each)).toMatchObject({
        status: 403,
        body: { error: { code: 'Authorization_RequestDenied' } },
      });
    const apps = await delegatedToken(tenant, applicationAdministrator);
    const made = await call('POST', '/applications', { displayName: 'Robot' }, apps);
    expect(made.status).toBe(201);
    await call('POST', '/servicePrincipals', { appId: made.body.appId }, apps);
    const graph = await principalOf(graphAppId);
    const assignment = { principalId: await principalOf(String(made.body.appId)), resourceId: graph, appRoleId: graphRoles[0]?.id };
    expect((await call('POST', `/servicePrincipals/${graph}/appRoleAssignedTo`, assignment, apps)).status).toBe(403);
    expect((await call('POST', `/servicePrincipals/${graph}/appRoleAssignedTo`, assignment)).status).toBe(201);
  });

  test('[5.18 D] refuses an identifier that is taken, even in the recycle bin, or that is nobody of the tenant', async () => {
    const first = await anApp();
    const uri = `api://pages.council.example/${first.appId}`;
    expect((await call('PATCH', `/applications/${first.id}`, { identifierUris: [uri] })).status).toBe(204);
    const second = await anApp();
    const foreign = await call('PATCH', `/applications/${second.id}`, { identifierUris: ['api://pages.another.example/x'] });
    expect([foreign.status, codeOf(foreign)]).toEqual([400, 'HostNameNotOnVerifiedDomain']);
    const again = () => call('PATCH', `/applications/${second.id}`, { identifierUris: [uri] });
    expect((await again()).body.error).toMatchObject({ message: expect.stringContaining('identifierUris already exists') });
    await call('DELETE', `/applications/${first.id}`);
    expect((await again()).status).toBe(400);
    expect((await call('DELETE', `/directory/deletedItems/${first.id}`)).status).toBe(204);
    expect((await again()).status).toBe(204);
    expect(codeOf(await call('PATCH', `/applications/${first.id}`, {}))).toBe('Request_ResourceNotFound');
    expect((await call('PATCH', `/applications/${second.id}`, { colour: 'red' })).status).toBe(400);
  });

  test('[5.19 D] refuses what is there already and what is not there, each in its own words', async () => {
    const app = await anApp({
      appRoles: [{ id: scopeId, value: 'Use', displayName: 'Use', description: 'Use', isEnabled: true, allowedMemberTypes: ['User'] }],
    });
    const principal = (await call('POST', '/servicePrincipals', { appId: app.appId })).body.id as unknown as string;
    const twice = await call('POST', '/servicePrincipals', { appId: app.appId });
    expect([twice.status, codeOf(twice)]).toEqual([409, 'Request_MultipleObjectsWithSameKeyValue']);
    const groundless = await call('POST', '/servicePrincipals', { appId: scopeId });
    expect([groundless.status, codeOf(groundless)]).toEqual([400, 'Request_BadRequest']);
    expect(groundless.body).toMatchObject({ error: { details: [{ code: 'NoBackingApplicationObject' }] } });
    const assign = (principalId: string, appRoleId = scopeId) =>
      call('POST', `/servicePrincipals/${principal}/appRoleAssignedTo`, { principalId, resourceId: principal, appRoleId });
    expect((await assign(commissioners)).status).toBe(201);
    expect(await assign(commissioners)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('already exists') } },
    });
    expect(await assign(commissioners, council)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('not found') } },
    });
    expect((await assign(head)).status).toBe(404);
    const trusted = { name: 'program', issuer: 'https://issuer.example', subject: 's', audiences: ['api://AzureADTokenExchange'] };
    const trust = (more: object = {}) => call('POST', `/applications/${app.id}/federatedIdentityCredentials`, { ...trusted, ...more });
    expect((await trust()).status).toBe(201);
    expect((await trust({ name: 'another' })).status).toBe(409);
    expect((await trust({ audiences: [] })).status).toBe(400);
    const grant = { clientId: principal, consentType: 'AllPrincipals', resourceId: principal, scope: 'access_as_user' };
    expect((await call('POST', '/oauth2PermissionGrants', grant)).status).toBe(201);
    expect((await call('POST', '/oauth2PermissionGrants', grant)).status).toBe(409);
  });

  test('[5.20 D] lets in whom the registration and the administrator let in, and nobody else', async () => {
    const app = await anApp({ signInAudience: 'AzureADMultipleOrgs', spa: { redirectUris: ['https://pages.council.example/joined'] } });
    const { appId = '', id = '' } = app;
    const scope = `api://${appId}/access_as_user`;
    await call('PATCH', `/applications/${id}`, { identifierUris: [`api://${appId}`], api: { oauth2PermissionScopes: [access] } });
    expect(await signIn(commissioner, scope)).toMatchObject({ status: 400, body: { error_codes: [500011] } });
    const principal = (await call('POST', '/servicePrincipals', { appId })).body.id as unknown as string;
    expect(await signIn(commissioner, scope)).toMatchObject({ status: 400, body: { error_codes: [65001] } });
    const known = { preAuthorizedApplications: [{ appId: teamsClient, delegatedPermissionIds: [scopeId] }] };
    await call('PATCH', `/applications/${id}`, { api: known });
    const withoutAcct = decodeJwt(String((await signIn(commissioner, scope)).body.access_token));
    expect(withoutAcct).not.toHaveProperty('acct');
    await call('PATCH', `/applications/${id}`, { optionalClaims: { accessToken: [{ name: 'acct' }] } });
    expect(decodeJwt(String((await signIn(commissioner, scope)).body.access_token))).toMatchObject({ acct: 0, aud: appId });
    await call('PATCH', `/servicePrincipals/${principal}`, { appRoleAssignmentRequired: true });
    expect(await signIn(commissioner, scope)).toMatchObject({ status: 400, body: { error_codes: [50105] } });
    const everybody = { principalId: commissioners, resourceId: principal, appRoleId: '00000000-0000-0000-0000-000000000000' };
    await call('POST', `/servicePrincipals/${principal}/appRoleAssignedTo`, everybody);
    expect((await signIn(commissioner, scope)).status).toBe(200);

    // Another tenant: by its own administrator's consent, and no sooner.
    expect(await signIn(head, scope, school)).toMatchObject({ status: 400, body: { error_codes: [500011] } });
    const consent = (userId: string, link: string) =>
      tenant.call('POST', '/_local/admin-consent', { json: { tenantId: school, userId, link } });
    const back = encodeURIComponent('https://pages.council.example/joined');
    const link = `${tenant.url}/${school}/v2.0/adminconsent?client_id=${appId}&scope=${encodeURIComponent(scope)}&redirect_uri=${back}&state=s1`;
    expect((await consent(head, link)).body.location).toContain('error=access_denied');
    expect((await consent(schoolAdministrator, link.replace(back, 'https%3A%2F%2Felsewhere.example'))).body.location).toContain(
      'error=invalid_request',
    );
    expect((await consent(schoolAdministrator, link)).body.location).toContain('admin_consent=True');
    expect((await signIn(head, scope, school)).status).toBe(200);
  });

  test('[4.5 D] signs a person in by device code, for one resource after another', async () => {
    const application = new PublicClientApplication({
      auth: { clientId: setupClient, authority: `${tenant.url}/${council}`, knownAuthorities: [new URL(tenant.url).host] },
      system: { networkClient: trustedNetwork(tenant.url, tenant.caPath) },
    });
    const result = await application.acquireTokenByDeviceCode({
      scopes: ['https://graph.microsoft.com/Application.ReadWrite.All'],
      deviceCodeCallback: ({ userCode }) => {
        void tenant.call('POST', '/_local/device', { json: { userCode, tenantId: council, userId: globalAdministrator } });
      },
    });
    expect((await call('GET', '/applications', undefined, result?.accessToken)).status).toBe(200);
    if (!result?.account) throw new Error('nobody signed in');
    const scopes = ['https://council.sharepoint.example/Sites.FullControl.All'];
    const other = await application.acquireTokenSilent({ scopes, account: result.account });
    expect(decodeJwt(other.accessToken)).toMatchObject({ aud: 'https://council.sharepoint.example', oid: globalAdministrator });
  });

  test('[5.21 D] keeps the packages of Teams apps that a Teams administrator uploads, and no app does', async () => {
    const zip = (version: string): Buffer => {
      const manifest = {
        id: scopeId,
        version,
        name: { short: 'AP' },
        icons: { color: 'c.png', outline: 'o.png' },
        webApplicationInfo: { id: council },
      };
      return Buffer.from(zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), 'c.png': strToU8('c'), 'o.png': strToU8('o') }));
    };
    const upload = (path: string, bytes: Buffer, as = token) =>
      tenant.call('POST', `/v1.0/appCatalogs/teamsApps${path}`, { token: as, bytes, headers: { 'Content-Type': 'application/zip' } });
    expect((await upload('', zip('1.0.0'), await delegatedToken(tenant, applicationAdministrator))).status).toBe(403);
    expect((await upload('', Buffer.from('no zip'))).status).toBe(400);
    const made = await upload('', zip('1.0.0'));
    expect(made).toMatchObject({ status: 201, body: { externalId: scopeId, distributionMethod: 'organization' } });
    expect(codeOf(await upload('', zip('1.0.0')))).toBe('Conflict');
    const path = `/${made.body.id}/appDefinitions`;
    expect((await upload(path, zip('1.0.0'))).status).toBe(409);
    expect((await upload(path, zip('1.1.0'))).status).toBe(201);
    const listed = await call('GET', `/appCatalogs/teamsApps?$filter=externalId eq '${scopeId}'&$expand=appDefinitions`);
    expect(firstOf(listed)).toMatchObject({ appDefinitions: [{ version: '1.1.0' }] });
    expect((await call('DELETE', `/appCatalogs/teamsApps/${made.body.id}`)).status).toBe(204);
  });
});
