import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

export interface PageServer {
  readonly origin: string;
  /** The one address that the page may call, known once the stack runs: part of its content security policy. */
  readonly allow: (api: string) => void;
  readonly close: () => Promise<void>;
}

const html = `<!doctype html><html lang="en"><head><title>Alternative provision</title><link rel="icon" href="data:,">
<style>body{margin:0;font-family:'Segoe UI',sans-serif}#canvas{max-width:1204px;margin:0 auto}.full #canvas{max-width:none}</style></head>
<body><main id="canvas" aria-label="Page"></main>
<script src="/react.js"></script><script src="/react-dom.js"></script><script src="/sharepoint-page.js"></script></body></html>`;

const umd = (file: string): string => readFileSync(path.join(projectFolder, 'spfx-webpart/node_modules', file), 'utf8');

/**
 * Serves a page that stands in for SharePoint: React 17 as SharePoint has it, the packaged scripts under /assets/, and a policy that
 * allows neither inline script nor eval, which is stricter than SharePoint's own is known to be.
 */
export const startPageServer = async (scripts: Readonly<Record<string, string>>): Promise<PageServer> => {
  const files: Readonly<Record<string, string>> = {
    '/react.js': umd('react/umd/react.production.min.js'),
    '/react-dom.js': umd('react-dom/umd/react-dom.production.min.js'),
    '/sharepoint-page.js': readFileSync(path.join(import.meta.dirname, 'sharepoint-page.js'), 'utf8'),
    ...Object.fromEntries(Object.entries(scripts).map(([name, text]) => [`/assets/${name}`, text])),
  };
  let api = "'none'";
  const server = createServer((request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      const policy = `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src ${api}`;
      reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(html);
      return;
    }
    const body = files[pathname];
    reply.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/javascript; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    allow: (address) => {
      api = new URL(address).origin;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
