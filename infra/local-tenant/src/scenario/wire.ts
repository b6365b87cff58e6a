import { readFileSync } from 'node:fs';
import { request } from 'node:https';

/** One request and its answer, as they crossed the wire. `body` is JSON where it was JSON. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly body: unknown;
}

/** How a client reaches the service: `fetch`, or something like it. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return text;
    throw failure;
  }
};

/** A transport that tells `record` of each answer, those that a client retries by itself among them. */
export const recorded =
  (transport: Transport, record: (exchange: Exchange) => void): Transport =>
  async (url, init) => {
    const response = await transport(url, init);
    record({ method: init.method ?? 'GET', url, status: response.status, body: readJson(await response.clone().text()) });
    return response;
  };

const withoutBody = (status: number): boolean => status === 204 || status === 304;

/**
 * A transport that trusts one certificate authority more. Node reads NODE_EXTRA_CA_CERTS only when it starts, which is too early for a tenant that the
 * same process starts.
 */
export const transportTrusting = (caPath: string): Transport => {
  const ca = readFileSync(caPath);
  return (url, init) =>
    new Promise((resolve, reject) => {
      const headers = Object.fromEntries(new Headers(init.headers));
      const outgoing = request(url, { method: init.method ?? 'GET', ca, headers, agent: false, servername: 'localhost' }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const status = incoming.statusCode ?? 0;
          const shown = Object.entries(incoming.headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, String(value)] as [string, string]],
          );
          resolve(new Response(withoutBody(status) ? null : Buffer.concat(chunks), { status, headers: shown }));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(init.body instanceof ArrayBuffer ? Buffer.from(init.body) : init.body);
    });
};
