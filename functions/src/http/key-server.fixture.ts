import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** A signing key with its id and whatever else its key set says of it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly published: Readonly<Record<string, unknown>>;
}

export const aSigningKey = async (kid: string, more: Readonly<Record<string, unknown>> = {}): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, published: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256', ...more } };
};

export const signed = (key: SigningKey, payload: JWTPayload, header: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT', ...header }).sign(key.privateKey);

/** A key service on loopback: what it serves can be changed, and it remembers what it was asked. */
export interface KeyServer {
  readonly url: string;
  readonly asked: string[];
  readonly serve: (path: string, status: number, body: unknown) => void;
  readonly close: () => Promise<void>;
}

export const startKeyServer = async (): Promise<KeyServer> => {
  const pages = new Map<string, { status: number; body: unknown }>();
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    const page = pages.get(request.url ?? '') ?? { status: 404, body: { error: 'not here' } };
    response.writeHead(page.status, { 'content-type': 'application/json' });
    response.end(typeof page.body === 'string' ? page.body : JSON.stringify(page.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    serve: (path, status, body) => pages.set(path, { status, body }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
