import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Notification } from '../webhooks/notification.ts';

/** How an endpoint answers the handshake; `token` is the decoded one. */
export type HandshakeAnswer = (token: string, response: ServerResponse, rawQuery: string) => void;

/** An endpoint of change notifications on plain http. */
export interface ListeningSubscriber {
  readonly url: string;
  readonly received: Notification[];
  readonly contentTypes: string[];
  /** Statuses for the next notifications, 202 afterwards. */
  readonly statuses: number[];
  shakeWith(answer: HandshakeAnswer): void;
  /** Resolves when so many notifications are there in all. */
  until(count: number): Promise<void>;
  stop(): Promise<void>;
}

export const honest: HandshakeAnswer = (token, response) => {
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(token);
};

export const listeningSubscriber = async (): Promise<ListeningSubscriber> => {
  const received: Notification[] = [];
  const contentTypes: string[] = [];
  const statuses: number[] = [];
  const awaited: { readonly count: number; readonly resolve: () => void }[] = [];
  let handshake = honest;

  const answer = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    contentTypes.push(request.headers['content-type'] ?? '');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const token = url.searchParams.get('validationToken');
    if (token !== null) {
      handshake(token, response, url.search);
      return;
    }
    const status = statuses.shift() ?? 202;
    response.writeHead(status).end();
    if (status < 300) received.push(...(JSON.parse(body) as { value: Notification[] }).value);
    for (const each of awaited) if (received.length >= each.count) each.resolve();
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/api/changes?code=a%20key`,
    received,
    contentTypes,
    statuses,
    shakeWith: (changed) => {
      handshake = changed;
    },
    until: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else awaited.push({ count, resolve });
      }),
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
