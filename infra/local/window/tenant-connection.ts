import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';

/** One request to the local tenant. `path` carries the query. */
export interface TenantCall {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
}

export interface TenantAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The tenant did not answer at all; `message` says so in a sentence. */
export class TenantSilent extends Error {
  constructor(origin: string, cause: Error) {
    super(`The local tenant at ${origin} does not answer: ${cause.message}`, { cause });
    this.name = 'TenantSilent';
  }
}

export interface TenantConnection {
  readonly origin: string;
  /** The answer whatever its status. Throws `TenantSilent` when there is none. */
  readonly call: (call: TenantCall) => Promise<TenantAnswer>;
  readonly close: () => void;
}

const answerWithin = 30_000;

/** A connection to the local tenant over https that trusts the authority in `caPath` and nothing else. */
export const connectTenant = (tenantUrl: string, caPath: string): TenantConnection => {
  const { origin } = new URL(tenantUrl);
  // No keep-alive: a kept connection that the tenant has just closed would lose the request.
  const agent = new Agent({ ca: readFileSync(caPath) });
  const call = ({ method, path, headers = {}, json }: TenantCall): Promise<TenantAnswer> =>
    new Promise((resolve, reject) => {
      const body = json === undefined ? undefined : JSON.stringify(json);
      const fail = (cause: Error): void => reject(new TenantSilent(origin, cause));
      const sent = request(
        new URL(path, origin),
        {
          method,
          agent,
          timeout: answerWithin,
          headers: {
            Accept: 'application/json',
            ...headers,
            ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', fail);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              contentType: response.headers['content-type'] ?? 'application/octet-stream',
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${answerWithin / 1000} s`)));
      sent.on('error', fail);
      sent.end(body);
    });
  return { origin, call, close: () => agent.destroy() };
};
