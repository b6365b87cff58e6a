import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot was sent. */
export interface Received {
  readonly authorization: string;
  readonly activity: Record<string, unknown>;
}

/** A bot on plain http that keeps what it gets and answers what it is told. */
export interface ListeningBot {
  readonly endpoint: string;
  readonly received: Received[];
  answerWith(status: number, body?: unknown): void;
  stop(): Promise<void>;
}

export const listeningBot = async (): Promise<ListeningBot> => {
  const received: Received[] = [];
  let answer: { status: number; body: unknown } = { status: 200, body: undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ authorization: request.headers.authorization ?? '', activity: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    received,
    answerWith: (status, body) => {
      answer = { status, body };
    },
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
