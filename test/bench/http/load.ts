import net from 'node:net';

/** One connection that is kept: asks, reads the answer to its end, asks again. */
const connect = async (port: number, next: () => string, told: (bytes: number) => void, until: () => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    let held: Buffer = Buffer.alloc(0);
    const ask = (): void => {
      if (until()) {
        socket.end();
        resolve();
      } else socket.write(next());
    };
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('connect', ask);
    socket.on('data', (part) => {
      held = held.length === 0 ? part : Buffer.concat([held, part]);
      const end = held.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = held.toString('latin1', 0, end);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const chunked = /\r\ntransfer-encoding: chunked/i.test(head);
      const whole = chunked ? held.subarray(-5).toString('latin1') === '0\r\n\r\n' : held.length >= end + 4 + length;
      if (!whole) return;
      if (!/^HTTP\/1\.1 (200|304)/.test(head)) return reject(new Error(held.toString('utf8', 0, 400)));
      told(held.length);
      held = Buffer.alloc(0);
      ask();
    });
  });

export interface Rate {
  readonly answered: number;
  readonly perSecond: number;
  /** Bytes of an answer with its head, on average. */
  readonly bytes: number;
}

/** Requests a second of 16 connections for so long, in milliseconds. */
export const rateOf = async (port: number, requests: readonly string[], forMs: number): Promise<Rate> => {
  let [asked, answered, bytes] = [0, 0, 0];
  const begun = performance.now();
  const next = (): string => requests[asked++ % requests.length] as string;
  const told = (length: number): void => {
    answered += 1;
    bytes += length;
  };
  await Promise.all(Array.from({ length: 16 }, () => connect(port, next, told, () => performance.now() - begun > forMs)));
  return { answered, perSecond: (answered * 1_000) / (performance.now() - begun), bytes: bytes / answered };
};

/** A request of HTTP as it is sent. */
export const request = (path: string, headers: Readonly<Record<string, string>> = {}): string =>
  `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
