import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bot that answers as it is told. It stands for any bot: the window knows nothing of the product's. */
export interface ScriptedBot {
  readonly endpoint: string;
  /** Activities in the order in which they came. */
  readonly received: Record<string, unknown>[];
  answer: (activity: Record<string, unknown>) => unknown;
  close(): Promise<void>;
}

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((failure) => (failure ? reject(failure) : resolve()));
    server.closeAllConnections();
  });

export const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

export const startScriptedBot = async (): Promise<ScriptedBot> => {
  const received: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      received.push(activity);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(bot.answer(activity) ?? {}));
    });
  });
  const endpoint = `http://127.0.0.1:${await listen(server)}/api/messages`;
  const bot: ScriptedBot = { endpoint, received, answer: () => ({}), close: () => closeServer(server) };
  return bot;
};
