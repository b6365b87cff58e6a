import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { closeServer, listen } from './scripted-bot.ts';

const document = `<!doctype html><html lang="en"><title>Test tab</title>
<style>body{font:15px sans-serif;margin:16px;background:Canvas;color:CanvasText}button{margin:4px}</style>
<h1>Test tab</h1>
<dl><dt>theme</dt><dd id="theme"></dd><dt>person</dt><dd id="person"></dd><dt>place</dt><dd id="place"></dd>
<dt>host</dt><dd id="host"></dd><dt>supports</dt><dd id="supports"></dd><dt>success</dt><dd id="success"></dd></dl>
<button id="token">token</button><button id="navigate">navigate</button><button id="share">share</button>
<button id="unserved">unserved</button><button id="unknown">unknown</button>
<p id="result"></p><script src="/tab.js"></script></html>`;

export interface TabServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the test tab with the real teams-js in it, on an origin of its own. */
export const startTabServer = async (): Promise<TabServer> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./tab-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/tab.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : document);
  });
  return { url: `http://localhost:${await listen(server)}/tab`, close: () => closeServer(server) };
};
