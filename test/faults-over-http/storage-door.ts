import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Storage } from '../../functions/src/adapters/storage/storage.ts';
import { messagesInHand } from './messages-in-hand.ts';
import { type HeldMessage, heldBack, isPut, messageNobodyPut, signedAnew } from './queue-wire.ts';

export const storageServices = ['blob', 'queue', 'table'] as const;
type StorageService = (typeof storageServices)[number];

/** What is done to one call of the host to the storage. `before`: nothing was done when it strikes; `after`: the storage did what was asked, and its answer is lost. */
export type StorageStroke = 'kill-before' | 'kill-after' | 'busy' | 'unanswered' | 'message-twice' | 'message-lost' | 'message-late';

/** A stroke that waits for its call. */
interface Armed {
  readonly stroke: StorageStroke;
  skip: number;
  times: number;
}

export interface StorageDoor {
  /** The connection string by which the host reaches the storage through the door. */
  readonly connection: string;
  /** Strikes after so many calls have passed; those on messages count messages that are put only. */
  readonly arm: (stroke: StorageStroke, skip: number, times?: number) => void;
  readonly disarm: () => void;
  /** From now on the table of receipts looks empty, or is seen again. */
  readonly hideReceipts: (hidden: boolean) => void;
  /** How many strokes wait for their call. */
  readonly armed: () => number;
  readonly struck: (stroke: StorageStroke) => number;
  /** Shows again what a host had in hand that is dead. */
  readonly giveBack: () => Promise<void>;
  /** The longest time (seconds) for which any message asked to wait since this was asked last. */
  readonly delayAsked: () => number;
  readonly looksInVain: () => number;
  readonly longestInHand: () => number;
  readonly close: () => Promise<void>;
}

interface DoorSupplies {
  /** Azurite's own connection string. */
  readonly connection: string;
  /** The same storage, not by the door. */
  readonly storage: Pick<Storage, 'queue'>;
  readonly killHost: () => void;
}

const endpointOf = (connection: string, service: StorageService): URL => {
  const name = `${service[0]?.toUpperCase()}${service.slice(1)}Endpoint`;
  const found = new RegExp(`${name}=([^;]+)`).exec(connection)?.[1];
  if (!found) throw new Error(`The connection string names no ${name}.`);
  return new URL(found);
};

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/**
 * Stands between the Functions host and Azurite. It passes on what it is asked, and goes wrong at the calls that it is told to. Nobody waits for the queue's clock
 * behind it: what a host that died had in hand comes back when it is dead, and what waits for another try after a second, whatever it asked for.
 */
export const openStorageDoor = async ({ connection, storage, killHost }: DoorSupplies): Promise<StorageDoor> => {
  const armed: Armed[] = [];
  let receiptsHidden = false;
  const hits = new Map<StorageStroke, number>();
  const messages = messagesInHand(storage);
  const underWay = new Set<Promise<void>>();
  let longestDelay = 0;
  const strike = (isMessage: boolean): StorageStroke | undefined => {
    for (const [at, each] of armed.entries()) {
      if (each.stroke.startsWith('message-') && !isMessage) continue;
      if (each.skip > 0) {
        each.skip -= 1;
        continue;
      }
      each.times -= 1;
      if (each.times <= 0) armed.splice(at, 1);
      hits.set(each.stroke, (hits.get(each.stroke) ?? 0) + 1);
      return each.stroke;
    }
    return undefined;
  };

  const serve = async (target: URL, service: StorageService, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const asked: HeldMessage = { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers: incoming.headers };
    const isMessage = service === 'queue' && isPut(asked);
    if (receiptsHidden && service === 'table' && asked.method === 'GET' && asked.url.includes('receipts'))
      return void outgoing.writeHead(200, { 'content-type': 'application/json;odata=minimalmetadata' }).end('{"value":[]}');
    const stroke = strike(isMessage);
    const isLost = stroke === 'kill-after' || stroke === 'unanswered';
    const pass = async (asks: HeldMessage): Promise<Passed> => {
      if (service !== 'queue') return passOn(target, asks, body);
      const { sent, delay } = heldBack(asks);
      longestDelay = Math.max(longestDelay, delay);
      const passed = await passOn(target, signedAnew(sent), body);
      await messages.note(asks, passed, isLost);
      return passed;
    };
    const answer = ({ status, headers, content }: Passed): void => {
      outgoing.writeHead(status, headers).end(content);
    };
    if (stroke === 'kill-before') {
      killHost();
      incoming.socket.destroy();
      return;
    }
    if (stroke === 'busy') return answer({ status: 503, headers: { 'content-length': '0' }, content: Buffer.alloc(0) });
    if (stroke === 'message-lost') return answer(messageNobodyPut());
    const passed = await pass(stroke === 'message-late' ? { ...asked, late: true } : asked);
    if (stroke === 'message-twice') await pass(asked);
    if (stroke === 'kill-after') killHost();
    if (isLost) incoming.socket.destroy();
    else answer(passed);
  };

  const servers: Server[] = [];
  const listen = async (service: StorageService): Promise<string> => {
    const target = endpointOf(connection, service);
    const server = createServer((incoming, outgoing) => {
      const work: Promise<void> = serve(target, service, incoming, outgoing)
        .catch(() => void incoming.socket.destroy())
        .finally(() => underWay.delete(work));
      underWay.add(work);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `${target.protocol}//127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}`;
  };
  const endpoints: [StorageService, string][] = [];
  for (const service of storageServices) endpoints.push([service, await listen(service)]);
  return {
    connection: endpoints.reduce(
      (text, [service, url]) => text.replace(endpointOf(text, service).href.replace(/\/$/, ''), url),
      connection,
    ),
    arm: (stroke, skip, times = 1) => void armed.push({ stroke, skip, times }),
    disarm: () => void armed.splice(0),
    hideReceipts: (hidden) => {
      receiptsHidden = hidden;
    },
    armed: () => armed.length,
    struck: (stroke) => hits.get(stroke) ?? 0,
    giveBack: async () => {
      // A call that was on its way when the host died may have given it messages.
      await Promise.all(underWay);
      await messages.giveBack();
    },
    delayAsked: () => {
      const asked = longestDelay;
      longestDelay = 0;
      return asked;
    },
    looksInVain: messages.looksInVain,
    longestInHand: messages.longestInHand,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
};

interface Passed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly content: Buffer;
}

const passOn = ({ hostname, port }: URL, { method, url, headers }: HeldMessage, body: Buffer): Promise<Passed> =>
  new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
      bodyOf(answer).then((content) => {
        const kept = Object.entries(answer.headers).filter(([name]) => !['transfer-encoding', 'connection', 'keep-alive'].includes(name));
        const passed = Object.fromEntries(kept) as Passed['headers'];
        // Of a look at a blob the length is that of the blob.
        const length = method === 'HEAD' ? {} : { 'content-length': String(content.length) };
        resolve({ status: answer.statusCode ?? 502, headers: { ...passed, ...length }, content });
      }, reject);
    });
    sent.on('error', reject).end(body);
  });
