import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Organisation } from '../organisation.ts';
import { clientCertificate } from '../test-support/client-certificate.ts';
import { apiApp, council, sampleOrganisation } from '../test-support/sample-organisation.ts';
import { type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

const root = join(import.meta.dirname, '../../../..');

/** The sample organisation, its app allowed to do what an administrator's provisioning does. */
function provisionable(certificatePem: string): Organisation {
  const sample = sampleOrganisation(undefined, certificatePem);
  const allow = { appRoles: ['Sites.FullControl.All'] };
  const tenants = sample.tenants.map((tenant) => ({
    ...tenant,
    apps: tenant.apps.map((each) => (each.clientId === apiApp ? { ...each, ...allow } : each)),
  }));
  return { ...sample, tenants };
}

describe('the Graph client, unchanged, on lists over HTTPS', () => {
  let tenant: StartedTenant;
  let got: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    const certificate = await clientCertificate();
    const organisation = provisionable(certificate.certificatePem);
    tenant = await startedTenant(organisation);
    const plan = {
      ...{ url: tenant.url, tenantId: council, clientId: apiApp, secret: 'sample secret', certificate },
      ...{ hostname: 'council.sharepoint.example', sitePath: '/sites/framework' },
    };
    const script = join(root, 'infra/local-tenant/src/sharepoint/drive/real-graph-client.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', script, JSON.stringify(plan)],
      { cwd: root, env: { ...process.env, NODE_EXTRA_CA_CERTS: tenant.caPath } },
    );
    got = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  });

  afterAll(() => tenant.stop());

  test('its page iterator sees every row once', () => {
    expect(got.paged).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7']);
    expect(got.found).toEqual(['3']);
  });

  test('refusals reach it with status, code and message', () => {
    expect(got.stale).toEqual({ statusCode: 412, code: 'resourceModified', message: "ETag does not match current item's value" });
    expect(got.duplicate).toEqual({
      ...{ statusCode: 400, code: 'invalidRequest' },
      message: 'One or more fields with unique constraints already has the provided value.',
    });
    expect(got.notIndexed).toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  });

  test('it follows delta links and sends batches', () => {
    expect(got.changes).toMatchObject([{ id: '2', deleted: { state: 'deleted' } }]);
    expect(got.batched).toEqual([
      ['2', 404],
      ['1', 200],
    ]);
  });

  test('SharePoint REST takes a certificate and refuses a secret', () => {
    expect(got.restBySecret).toEqual({ status: 401, body: { error_description: 'Unsupported app only token.' } });
    expect(got.merged).toEqual({ status: 204, body: null });
    expect(got.settings).toEqual({ status: 200, body: { EnableVersioning: true, MajorVersionLimit: 500 } });
  });

  test('usage is told by route with its units', async () => {
    const { body } = await tenant.call('GET', '/_local/usage');
    expect(body.byRoute).toContainEqual({ method: 'POST', route: '/v1.0/sites/{site}/lists/{list}/items', count: 8, units: 16 });
  });
});
