import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Organisation } from '../organisation.ts';
import { startLocalTenant } from '../start.ts';

/** An answer of the tenant; `body` is JSON when it was JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Record<string, never> & Record<string, unknown>;
}

export interface CallOptions {
  readonly token?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as they are; `headers` says what they are. */
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A tenant in this process, with a client that trusts its authority. */
export interface StartedTenant {
  readonly url: string;
  readonly caPath: string;
  readonly logged: readonly string[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** An app-only token of the council's tenant. */
  appToken(clientId: string, secret: string, resource: string): Promise<string>;
  stop(): Promise<void>;
}

/** A client of a tenant that listens, trusting its authority. */
export const tenantCaller = (url: string, caPath: string): StartedTenant['call'] => {
  const ca = readFileSync(caPath);
  return (method, path, { token, json, form, bytes, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const body = form ? new URLSearchParams(form).toString() : json === undefined ? undefined : JSON.stringify(json);
      const sent = {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined
          ? {}
          : {
              'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
              'Content-Length': String(Buffer.byteLength(body)),
            }),
        ...headers,
      };
      const outgoing = request(`${url}${path}`, { method, ca, headers: sent, agent: false, servername: 'localhost' }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const isJson = String(incoming.headers['content-type']).startsWith('application/json');
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: isJson ? JSON.parse(text) : { text } });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(bytes ?? body);
    });
};

/** Starts a tenant on a free port with its state in a folder of its own, which `stop` removes. */
export const startedTenant = async (organisation: Organisation, now?: () => Date): Promise<StartedTenant> => {
  const dir = mkdtempSync(join(tmpdir(), 'local-tenant-'));
  const logged: string[] = [];
  const log = (sentence: string): void => {
    logged.push(sentence);
  };
  const tenant = await startLocalTenant({
    organisation,
    port: 0,
    dataDir: join(dir, 'data'),
    caDir: join(dir, 'ca'),
    log,
    ...(now ? { now } : {}),
  });
  const call = tenantCaller(tenant.url, tenant.caPath);
  return {
    url: tenant.url,
    caPath: tenant.caPath,
    logged,
    call,
    appToken: async (clientId, secret, resource) => {
      const [home] = organisation.tenants;
      const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope: `${resource}/.default` };
      const { body } = await call('POST', `/${home?.id}/oauth2/v2.0/token`, { form });
      return String(body.access_token);
    },
    stop: async () => {
      await tenant.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
