import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { closeServer, listenOnLoopback } from '../host/loopback-server.ts';

export interface StaticServerOptions {
  readonly folder: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The headers of each address, by its path without a query. */
  readonly headersAt: (path: string) => Readonly<Record<string, string>>;
  /** Files that are made at run time, by path, e.g. `/config.json`. */
  readonly documents?: Readonly<Record<string, unknown>>;
}

export interface StaticServer {
  readonly port: number;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves a built single-page app: files by their path, `index.html` for any other page that a browser opens, 404 for the rest.
 * Files with a hash in `/assets/` may be cached for ever, everything else never. A `.gz` beside a file is sent to those who accept it.
 */
export async function startStaticServer({ folder, port, headersAt, documents = {} }: StaticServerOptions): Promise<StaticServer> {
  const root = path.resolve(folder);
  const server = createServer((request, reply) => answer(root, headersAt, documents, request, reply));
  await listenOnLoopback(server, port);
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server, 1000) };
}

function answer(
  root: string,
  headersAt: StaticServerOptions['headersAt'],
  documents: Readonly<Record<string, unknown>>,
  request: IncomingMessage,
  reply: ServerResponse,
): void {
  const wanted = pathOf(request.url ?? '/');
  for (const [name, value] of Object.entries(headersAt(wanted ?? '/'))) reply.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  if (wanted === undefined) {
    reply.writeHead(400).end();
    return;
  }
  if (Object.hasOwn(documents, wanted)) {
    reply.setHeader('Cache-Control', 'no-store');
    reply.setHeader('Content-Type', types['.json'] ?? '');
    reply.end(request.method === 'HEAD' ? undefined : JSON.stringify(documents[wanted]));
    return;
  }
  const file = fileFor(root, wanted, request.headers.accept ?? '');
  if (file === undefined) {
    reply.writeHead(404, { 'Content-Type': types['.txt'] ?? '' }).end('Not found');
    return;
  }
  reply.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
  reply.setHeader('Cache-Control', wanted.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  const packed = `${file}.gz`;
  const sendPacked = (request.headers['accept-encoding'] ?? '').includes('gzip') && isFile(packed);
  if (sendPacked) reply.setHeader('Content-Encoding', 'gzip');
  if (request.method === 'HEAD') reply.end();
  else
    createReadStream(sendPacked ? packed : file)
      .on('error', () => reply.destroy())
      .pipe(reply);
}

function pathOf(target: string): string | undefined {
  try {
    const decoded = decodeURIComponent(target.split(/[?#]/)[0] ?? '/');
    return decoded.includes('\0') ? undefined : path.posix.normalize(`/${decoded}`);
  } catch {
    return undefined;
  }
}

function fileFor(root: string, wanted: string, accept: string): string | undefined {
  const file = path.join(root, wanted);
  if (isInside(root, file) && isFile(file)) return file;
  const page = path.join(root, 'index.html');
  const isPage = !wanted.startsWith('/assets/') && (wanted === '/' || accept.includes('text/html'));
  return isPage && isFile(page) ? page : undefined;
}

const isInside = (root: string, file: string): boolean => file.startsWith(root + path.sep);
const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
