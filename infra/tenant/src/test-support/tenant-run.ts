import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOrganisation } from '@ap/local/sample/secrets';
import type { Organisation } from '@ap/local-tenant/organisation';
import { type LocalTenant, startLocalTenant } from '@ap/local-tenant/start';
import { type CommandResult, startLocally } from '../run-command.ts';

export interface Answer {
  readonly status: number;
  /** What a test reads of it, it expects; a wrong shape fails the test. */
  readonly body: Record<string, never> & Record<string, unknown>;
}

/** A local tenant with the sample organisation, on which the commands of this package are run as a person runs them. */
export interface TenantRun {
  /** Where the organisation, the certificates and the tenant's state are. */
  readonly stateDir: string;
  /** Stops the tenant and starts it again on the same state with a changed organisation. */
  readonly restart: (change: (organisation: Organisation) => Organisation) => Promise<void>;
  readonly command: (...args: readonly string[]) => Promise<CommandResult>;
  readonly call: (method: string, path: string, options?: { readonly token?: string; readonly json?: unknown }) => Promise<Answer>;
  /** A token of an app, or of a person when `userId` is given. */
  readonly token: (asked: {
    readonly tenantId: string;
    readonly clientId: string;
    readonly userId?: string;
    readonly scope?: string;
    readonly audience?: string;
  }) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A port that was free a moment ago: sites carry their address, so it must be known before the tenant starts. */
const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

const caller =
  (origin: string, ca: Buffer): TenantRun['call'] =>
  (method, path, { token, json } = {}) =>
    new Promise((answered, failed) => {
      const headers = { ...(token ? { Authorization: `Bearer ${token}` } : {}), 'Content-Type': 'application/json' };
      const outgoing = request(`${origin}${path}`, { method, ca, headers, agent: false }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', failed);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          answered({ status: incoming.statusCode ?? 0, body: text === '' ? {} : JSON.parse(text) });
        });
      });
      outgoing.on('error', failed);
      outgoing.end(json === undefined ? undefined : JSON.stringify(json));
    });

/** Starts a tenant on a free port, with its state in a folder of its own that `stop` removes. */
export const startTenantRun = async (): Promise<TenantRun> => {
  const stateDir = mkdtempSync(join(tmpdir(), 'tenant-run-'));
  const port = await freePort();
  const organisation = await writeOrganisation(stateDir, { tenantOrigin: `https://localhost:${port}` });
  const start = (changed: Organisation): Promise<LocalTenant> =>
    startLocalTenant({ organisation: changed, port, dataDir: join(stateDir, 'tenant'), caDir: join(stateDir, 'ca') });
  let tenant = await start(organisation);
  const call = caller(tenant.url, readFileSync(tenant.caPath));
  return {
    stateDir,
    restart: async (change) => {
      await tenant.close();
      tenant = await start(change(organisation));
    },
    command: (...args) => startLocally('infra/tenant/src/main.ts', stateDir, args).ended,
    call,
    token: async (asked) => {
      const { status, body } = await call('POST', '/_local/tokens', { json: { kind: asked.userId ? 'user' : 'app', ...asked } });
      if (status !== 200) throw new Error(`No token: ${status} ${JSON.stringify(body)}`);
      return String(body.access_token);
    },
    stop: async () => {
      await tenant.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
