import { connect } from 'node:tls';
import * as z from 'zod';
import type { SeenApp, SeenPages } from './judge-web.ts';

const patience = 10_000;

/** Asks an address without following it. Status 0: nobody answered. */
export const ask = async (url: string): Promise<{ readonly status: number; readonly date: string | undefined }> => {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    return { status: response.status, date: response.headers.get('date') ?? undefined };
  } catch {
    return { status: 0, date: undefined };
  }
};

const health = z.object({ version: z.string(), commit: z.string() });

/** Asks the app how it is. Status 0: nobody answered; `version`: the release that it says it is of. */
export const askHealth = async (url: string): Promise<SeenApp> => {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const told = health.safeParse(await response.json().catch(() => undefined));
    return { url, status: response.status, ...(told.success ? told.data : {}) };
  } catch {
    return { url, status: 0 };
  }
};

/** Until when the certificate of a host is, as ISO; undefined where none was shown. */
const certificateEnds = (host: string, port: number): Promise<string | undefined> =>
  new Promise((found) => {
    const socket = connect({ host, port, servername: host, timeout: patience }, () => {
      const { valid_to: end } = socket.getPeerCertificate();
      socket.end();
      found(end === undefined ? undefined : new Date(end).toISOString());
    });
    const none = (): void => {
      socket.destroy();
      found(undefined);
    };
    socket.on('error', none);
    socket.on('timeout', none);
  });

/** Looks at the pages and at their certificate. */
export const seePages = async (url: string): Promise<SeenPages> => {
  const { protocol, hostname, port } = new URL(url);
  const { status } = await ask(url);
  const validTo = protocol === 'https:' && status > 0 ? await certificateEnds(hostname, Number(port || 443)) : undefined;
  return { url, status, validTo };
};
