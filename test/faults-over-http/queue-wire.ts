import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { leaseSeconds } from '@ap/local/host/message-lease';

/** A call to the queue service, as it goes over the wire. */
export interface HeldMessage {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** It is put, and shown some seconds later, after messages that are put after it. */
  readonly late?: boolean;
}

/** For how long (seconds) a message stays out of sight behind the door that is to be tried again later, and how late a late one is. */
const triedAgainAfter = 1;
const lateBy = 3;

/** Azurite's published account and key: they open nothing else. */
const account = 'devstoreaccount1';
const publishedKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export const isPut = ({ method, url }: HeldMessage): boolean => method === 'POST' && /\/messages(\?|$)/.test(url);

/**
 * The same call, whose message comes back after a second where it asked for minutes; and the seconds that it asked for. What a function has in hand stays its own.
 */
export const heldBack = (asked: HeldMessage): { readonly sent: HeldMessage; readonly delay: number } => {
  const url = new URL(asked.url, 'http://door');
  const hidden = Number(url.searchParams.get('visibilitytimeout') ?? '0');
  const delay = asked.method === 'GET' || hidden >= leaseSeconds ? 0 : hidden;
  if (delay > triedAgainAfter) url.searchParams.set('visibilitytimeout', String(triedAgainAfter));
  if (asked.late) url.searchParams.set('visibilitytimeout', String(lateBy));
  return { sent: { ...asked, url: `${url.pathname}${url.search}` }, delay };
};

const header = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? '');

/** Signs a call again (Shared Key), because the door may have changed what it asks for. */
export const signedAnew = (asked: HeldMessage): HeldMessage => {
  const { method, headers } = asked;
  const url = new URL(asked.url, 'http://door');
  const length = header(headers, 'content-length');
  const ownHeaders = Object.keys(headers)
    .filter((name) => name.startsWith('x-ms-'))
    .sort()
    .map((name) => `${name}:${header(headers, name)}`);
  const query = [...url.searchParams].map(([name, value]) => `${name.toLowerCase()}:${value}`).sort();
  const signed = [
    method,
    ...['content-encoding', 'content-language'].map((name) => header(headers, name)),
    length === '0' ? '' : length,
    ...['content-md5', 'content-type', 'date', 'if-modified-since', 'if-match', 'if-none-match', 'if-unmodified-since', 'range'].map(
      (name) => header(headers, name),
    ),
    ...ownHeaders,
    [`/${account}${url.pathname}`, ...query].join('\n'),
  ].join('\n');
  const signature = createHmac('sha256', Buffer.from(publishedKey, 'base64')).update(signed, 'utf8').digest('base64');
  return { ...asked, headers: { ...headers, authorization: `SharedKey ${account}:${signature}` } };
};

/** What the service answers to a message that was put: here it was not. */
export const messageNobodyPut = () => {
  const now = new Date().toUTCString();
  const content = Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><QueueMessagesList><QueueMessage><MessageId>${randomUUID()}</MessageId><InsertionTime>${now}</InsertionTime><ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime><PopReceipt>bG9zdA==</PopReceipt><TimeNextVisible>${now}</TimeNextVisible></QueueMessage></QueueMessagesList>`,
  );
  return { status: 201, headers: { 'content-type': 'application/xml', 'content-length': String(content.length) }, content };
};
