import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Organisation } from '../organisation.ts';
import type { Strictness } from '../sharepoint/strictness.ts';
import { startLocalTenant } from '../start.ts';
import { type Transport, transportTrusting } from './wire.ts';

const tenantId = '10000000-0000-4000-8000-0000000000f0';
const clientId = '40000000-0000-4000-8000-0000000000f0';
/** Of a tenant that lives as long as its process and listens on this machine only. */
const secret = 'of a fresh tenant';

/** The site that the scenario is run on. */
export const freshSite = { hostname: 'fresh.sharepoint.example', path: '/sites/scratch' };

export const freshPeople = {
  person: '20000000-0000-4000-8000-0000000000f1',
  guest: '20000000-0000-4000-8000-0000000000f2',
  group: '30000000-0000-4000-8000-0000000000f1',
};

const domain = 'fresh.example';

/** One council with one site, two people, one group, and one app that may do everything there. */
const organisation: Organisation = {
  tenants: [
    {
      ...{ id: tenantId, displayName: 'Fresh Council', domain },
      users: [
        { id: freshPeople.person, displayName: 'Dora Finch', mail: `dora@${domain}`, userPrincipalName: `dora@${domain}` },
        {
          id: freshPeople.guest,
          displayName: 'Eli Guest',
          mail: 'eli@other.example',
          userPrincipalName: `eli#EXT#@${domain}`,
          guest: true,
        },
      ],
      groups: [{ id: freshPeople.group, displayName: 'Scratchers', members: [freshPeople.person, freshPeople.guest] }],
      apps: [
        {
          ...{ clientId, displayName: 'Scenario', secret },
          appRoles: ['Sites.FullControl.All', 'User.Read.All', 'GroupMember.Read.All', 'Organization.Read.All'],
        },
      ],
      sites: [
        {
          id: `${freshSite.hostname},50000000-0000-4000-8000-0000000000f1,50000000-0000-4000-8000-0000000000f2`,
          ...{ hostname: freshSite.hostname, path: freshSite.path, displayName: 'Scratch' },
        },
      ],
    },
  ],
};

/** A tenant with nothing in it, whose state is gone after `stop`. */
export interface FreshTenant {
  readonly url: string;
  readonly caPath: string;
  readonly transport: Transport;
  /** A token of the app, as the tenant's own authority gives it. */
  readonly token: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

export const startFreshTenant = async (strictness: Strictness): Promise<FreshTenant> => {
  const dir = mkdtempSync(join(tmpdir(), 'fresh-tenant-'));
  const state = { dataDir: join(dir, 'data'), caDir: join(dir, 'ca') };
  const tenant = await startLocalTenant({ organisation, strictness, port: 0, ...state });
  const transport = transportTrusting(tenant.caPath);
  return {
    ...{ url: tenant.url, caPath: tenant.caPath, transport },
    token: async () => {
      const scope = 'https://graph.microsoft.com/.default';
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope }).toString();
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await transport(`${tenant.url}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', headers, body });
      return String(((await answer.json()) as { access_token?: unknown }).access_token);
    },
    stop: async () => {
      await tenant.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
