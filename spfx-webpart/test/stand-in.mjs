import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replyTo } from './scripted-api.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { resolve } = createRequire(import.meta.url);
const script = (path) => readFileSync(path, 'utf8');

export const pageOrigin = 'https://council.sharepoint.example';
export const apiOrigin = 'https://ap-api.example';

const html = `<!doctype html><html lang="en"><head><title>Alternative provision</title>
<style>body{margin:0;font-family:'Segoe UI',sans-serif}#canvas{max-width:1204px;margin:0 auto}</style></head>
<body><main id="canvas" aria-label="Page"></main>
<script src="/react.js"></script><script src="/react-dom.js"></script><script src="/sharepoint-page.js"></script></body></html>`;

/** Neither inline script nor eval: stricter than SharePoint's own policy is known to be. */
const policy = `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src ${apiOrigin}`;

/** Answers everything that the browser asks: the stand-in page, the packaged scripts, the scripted API. Nothing leaves the machine. */
export const serveStandIn = async (page, scripts) => {
  const files = {
    '/react.js': script(resolve('react/umd/react.production.min.js')),
    '/react-dom.js': script(resolve('react-dom/umd/react-dom.production.min.js')),
    '/sharepoint-page.js': script(join(here, 'sharepoint-page.js')),
    ...Object.fromEntries(Object.entries(scripts).map(([name, text]) => [`/assets/${name}`, text])),
  };
  const calls = [];
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin === apiOrigin) {
      calls.push({ url, authorization: (await request.allHeaders()).authorization });
      const reply = replyTo(url);
      return route.fulfill({ status: reply ? 200 : 404, json: reply ?? {}, headers: { 'access-control-allow-origin': pageOrigin } });
    }
    if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: html, headers: { 'content-security-policy': policy } });
    const body = files[url.pathname];
    return body === undefined ? route.fulfill({ status: 204 }) : route.fulfill({ contentType: 'text/javascript', body });
  });
  return calls;
};
