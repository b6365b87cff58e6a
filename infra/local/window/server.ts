import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { controlRoutes } from './control-routes.ts';
import { listRoutes } from './list-routes.ts';
import { BadLocalRequest, type LocalAnswer, type LocalRoute, refusal } from './local-exchange.ts';
import { subPageOf } from './page/link-target.ts';
import { writeAddress } from './page/window-address.ts';
import { bundlePage, type PageBundle } from './page-bundle.ts';
import { readJson } from './read-json.ts';
import { reasonToRefuse } from './request-guard.ts';
import { createSignIn } from './sign-in.ts';
import { connectTenant, TenantSilent } from './tenant-connection.ts';
import { contentSecurityPolicy, windowDocument } from './window-document.ts';
import type { WindowOptions } from './window-options.ts';

export interface RunningWindow {
  readonly url: string;
  close(): Promise<void>;
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The tab's pages in a plain browser fetch a sample person's token from here; nothing else is open to them. */
const openToTab: readonly string[] = ['/local/token', '/local/people'];

const send = (
  response: ServerResponse,
  { status, contentType, body }: LocalAnswer,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { 'Content-Type': contentType, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers });
  response.end(body);
};

const ask = async (routes: readonly LocalRoute[], request: IncomingMessage, url: URL): Promise<LocalAnswer> => {
  const ifMatch = request.headers['if-match'];
  try {
    const json = await readJson(request);
    for (const route of routes) {
      const answer = await route({ method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, ifMatch, json });
      if (answer) return answer;
    }
    return refusal(404, 'notFound', `The stand-in window does not serve ${request.method} ${url.pathname}.`);
  } catch (failure) {
    if (failure instanceof BadLocalRequest) return refusal(400, 'badRequest', failure.message);
    if (failure instanceof TenantSilent) return refusal(502, 'tenantSilent', failure.message);
    throw failure;
  }
};

/**
 * Serves the stand-in for the Teams window on loopback: its page, and what the page asks of the local tenant on behalf of a
 * chosen person. Rejects with a plain sentence when the port is taken.
 */
export const startWindow = async (options: WindowOptions): Promise<RunningWindow> => {
  const { log = () => {} } = options;
  const tenant = connectTenant(options.tenantUrl, options.caPath);
  const signIn = createSignIn(tenant, options.teamsClientId);
  const tabOrigin = new URL(options.tabUrl).origin;
  const site = { hostname: options.siteHostname, path: options.sitePath };
  const routes = [controlRoutes(tenant, signIn, options), listRoutes(tenant, signIn, site)];
  const bundle: PageBundle = await bundlePage(pathOf('.'), pathOf('../../../package-lock.json'), pathOf('../../../.local/window'));
  const page = windowDocument({
    tabUrl: options.tabUrl,
    apiUrl: options.apiUrl,
    tenantUrl: tenant.origin,
    apiClientId: options.apiClientId,
    apiScope: options.apiScope,
    listsAt: `${options.siteHostname}${options.sitePath}`,
    searchCommand: options.searchCommand,
  });
  const files: Readonly<Record<string, LocalAnswer>> = {
    '/': { status: 200, contentType: 'text/html; charset=utf-8', body: page },
    '/window.js': { status: 200, contentType: 'text/javascript; charset=utf-8', body: bundle.script },
    '/window.css': { status: 200, contentType: 'text/css; charset=utf-8', body: bundle.style },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const openToOthers = openToTab.includes(url.pathname) ? [tabOrigin] : [];
    const reason = reasonToRefuse(request, openToOthers);
    if (reason) return send(response, refusal(403, 'forbidden', reason));
    if (openToOthers.length > 0) {
      response.setHeader('Vary', 'Origin');
      response.setHeader('Access-Control-Allow-Origin', tabOrigin);
    }
    // A Teams link that was copied in this run and pasted into the browser's address bar.
    if (url.pathname.startsWith('/l/entity/')) {
      response.writeHead(302, { Location: `/${writeAddress({ person: undefined, area: 'tab', subPage: subPageOf(url) })}` }).end();
      return;
    }
    const file = files[url.pathname];
    if (file) return send(response, file, { 'Content-Security-Policy': contentSecurityPolicy(tabOrigin) });
    send(response, await ask(routes, request, url));
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((failure: Error) => {
      log(`${request.method} ${request.url} failed: ${failure.message}`);
      if (response.headersSent) response.destroy();
      else send(response, refusal(500, 'windowFailed', failure.message));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) =>
      reject(failure.code === 'EADDRINUSE' ? new Error(`Port ${options.port} is in use: the stand-in Teams window needs it.`) : failure),
    );
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  log(`stand-in Teams window at ${url}`);
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => {
        tenant.close();
        server.close((failure) => (failure ? reject(failure) : resolve()));
        server.closeAllConnections();
      }),
  };
};
