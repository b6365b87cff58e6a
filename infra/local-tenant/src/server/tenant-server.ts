import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { errorReply } from '../reply.ts';
import { answer, type FrontDoor } from './answer.ts';
import type { ServerCertificates } from './certificates.ts';
import { type RequestIdentity, send } from './outgoing.ts';
import { readBody } from './read-body.ts';
import { parseTarget } from './request-target.ts';

/** A server that listens. */
export interface TenantServer {
  readonly origin: string;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

export interface TenantServerOptions {
  readonly door: FrontDoor;
  readonly certificates: ServerCertificates;
  /** 0 takes any free port. */
  readonly port: number;
  readonly now: () => Date;
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** This machine, and the host of Entra: a browser that is told to look for that here shows the pages as they are deployed. Nobody else can resolve it to anything. */
const ownHosts = /^(localhost|127\.0\.0\.1|login\.microsoftonline\.com)(:\d+)?$/i;

const handle = async (options: TenantServerOptions, origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const requestId = randomUUID();
  const identity: RequestIdentity = { requestId, clientRequestId: header(request, 'client-request-id') ?? requestId, date: options.now() };
  const target = parseTarget(request.url ?? '/');
  const reply = (status: number, code: string, message: string): void =>
    send(response, errorReply(status, code, message), target?.path ?? '/v1.0/', identity);
  // A page of another site that resolves its own name to this machine still names itself in the Host header.
  if (!ownHosts.test(request.headers.host ?? ''))
    return reply(421, 'misdirected', 'LOCAL TENANT: only localhost, 127.0.0.1 and login.microsoftonline.com are served');
  if (!target) return reply(400, 'BadRequest', 'The request URI could not be decoded.');
  const body = await readBody(request);
  if (body === 'too-large') {
    response.setHeader('Connection', 'close');
    return reply(413, 'RequestEntityTooLarge', 'The request body is larger than 4 MB.');
  }
  const answered = await answer(options.door, { method: request.method ?? 'GET', target, headers: request.headers, body, origin });
  if (answered === 'held') return;
  if (answered === 'dropped') request.socket.destroy();
  else send(response, answered, target.path, identity);
};

/** Serves the rooms over HTTPS on the loopback address only. Rejects with a plain sentence when the port is taken. */
export const startTenantServer = (options: TenantServerOptions): Promise<TenantServer> => {
  let origin = '';
  const server = createServer({ cert: options.certificates.cert, key: options.certificates.key }, (request, response) => {
    handle(options, origin, request, response).catch((failure: Error) => {
      // The caller broke off while sending, or the answer could not be written: nobody is left to be told.
      options.door.log(`${request.method} ${request.url} was not answered: ${failure.message}`);
      request.socket.destroy();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      reject(
        failure.code === 'EADDRINUSE'
          ? new Error(`Port ${options.port} is in use: stop what uses it or choose another with --port.`)
          : failure,
      );
    });
    server.listen(options.port, '127.0.0.1', () => {
      origin = `https://localhost:${(server.address() as AddressInfo).port}`;
      resolve({
        origin,
        close: () =>
          new Promise((closed, failed) => {
            server.close((failure) => (failure ? failed(failure) : closed()));
            server.closeAllConnections();
          }),
      });
    });
  });
};
