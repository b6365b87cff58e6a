import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { QueueServiceClient } from '@azure/storage-queue';
import { type Azurite, startAzurite } from '../azurite/start-azurite.ts';
import { buildFixtureApp } from './fixtures/build-app.ts';
import { type HostProcess, standbyHostProcess, startHostProcess } from './host-process.ts';

const keys = { function: 'the-function-key', master: 'the-master-key' };
let azurite: Azurite;
let root: string;
let host: HostProcess;

beforeAll(async () => {
  azurite = await startAzurite({ dir: mkdtempSync(path.join(tmpdir(), 'azurite-')) });
  root = await buildFixtureApp('sample-app');
  const settings = { AzureWebJobsStorage: azurite.connectionString, FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '4096' };
  host = await startHostProcess({ root, port: 0, admin: true, keys, settings });
});

afterAll(async () => {
  await host?.stop();
  await azurite?.stop();
});

const at = (route: string): string => `http://127.0.0.1:${host.port}${route}`;
const get = async (route: string, init?: RequestInit): Promise<string> => (await fetch(at(route), init)).text();
const status = async (route: string, init?: RequestInit): Promise<number> => (await fetch(at(route), init)).status;
const seen = async (): Promise<string[]> => JSON.parse(await get('/api/seen')) as string[];

async function until(what: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await seen()).includes(what)) {
    if (Date.now() > deadline) throw new Error(`Not seen: ${what}\n${(await seen()).join('\n')}\n${host.child.lastLines().join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Sends bytes as they are: clients mend what a test wants broken. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(host.port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
    setTimeout(() => socket.end(), 300);
  });
}

describe('an HTTP function', () => {
  test('[host 4] gets route parameters, joined query values and its settings', async () => {
    expect(JSON.parse(await get('/api/hello/Corfe%20Castle?q=a&q=b'))).toEqual({
      name: 'Corfe Castle',
      greeting: 'from the file',
      q: 'a,b',
    });
    expect(JSON.parse(await get('/api/hello/'))).toMatchObject({ name: 'nobody' });
  });

  test('with the more exact route wins', async () => {
    expect(await get('/api/services/42')).toBe('number 42');
    expect(await get('/api/services/forty-two')).toBe('any forty-two');
    expect(await get('/api/files/a/b%2Fc.txt')).toBe('a/b%2Fc.txt');
  });

  test('[host 3] echoes bytes, headers and several cookies', async () => {
    const bytes = Buffer.from([0, 255, 10, 13]);
    const reply = await fetch(at('/api/echo'), { method: 'POST', body: bytes, headers: { 'content-type': 'application/octet-stream' } });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([201, 'application/octet-stream']);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes);
    expect(reply.headers.getSetCookie()).toEqual(['x=1; Path=/; HttpOnly; SameSite=Strict', 'y=2; Max-Age=60; Path=/']);
  });

  test('that returns nothing answers 204, one that throws a bare 500', async () => {
    expect(await status('/api/nothing', { method: 'POST' })).toBe(204);
    const reply = await fetch(at('/api/broken'));
    expect([reply.status, await reply.text()]).toEqual([500, '']);
    expect(await seen()).toContain('after broken with an error');
  });

  test('is 404 for an unknown path and for a method that it does not have', async () => {
    expect(await status('/api/unknown')).toBe(404);
    expect(await status('/hello')).toBe(404);
    expect(await status('/api/hello', { method: 'DELETE' })).toBe(404);
    expect(await status('/api/hello', { method: 'HEAD' })).toBe(404);
  });

  test('needs the key of its level', async () => {
    expect(await status('/api/guarded')).toBe(401);
    expect(await status(`/api/guarded?code=${keys.function}`)).toBe(200);
    expect(await status('/api/operator', { headers: { 'x-functions-key': keys.function } })).toBe(401);
    expect(await status('/api/operator', { headers: { 'x-functions-key': keys.master } })).toBe(200);
  });
});

describe('a bad request', () => {
  test.each(['/api/hello/%', '/api/hello/%C3%28', 'http://elsewhere.example/api/hello'])('[host 15] to %s is 400', async (target) => {
    expect(await raw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('cannot reach another host by its path', async () => {
    expect(await raw('GET //elsewhere.example/api/hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 404 /,
    );
  });

  test('[host 15] with a body beyond the limit is 413, announced or not', async () => {
    expect(await status('/api/echo', { method: 'POST', body: 'x'.repeat(4096) })).toBe(201);
    expect(await status('/api/echo', { method: 'POST', body: 'x'.repeat(4097) })).toBe(413);
    const streamed = new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(at('/api/echo'), { method: 'POST' }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      });
      sent.on('error', reject);
      sent.write('x'.repeat(4000));
      sent.write('x'.repeat(4000));
    });
    expect(await streamed).toBe(413);
  });
});

describe('a page on another origin', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(at('/api/echo'), {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
    });

  test('from the list may call, without credentials', async () => {
    const reply = await preflight('http://localhost:3001');
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-origin')).toBe('http://localhost:3001');
    expect(reply.headers.get('access-control-allow-methods')).toBe('POST');
    expect(reply.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(reply.headers.get('access-control-allow-credentials')).toBeNull();
    const broken = await fetch(at('/api/broken'), { headers: { origin: 'http://localhost:3000' } });
    expect(broken.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    const echo = await fetch(at('/api/echo'), { method: 'POST', headers: { origin: 'http://localhost:3000' } });
    expect(echo.headers.get('vary')).toBe('Origin, Accept');
  });

  test('that is not on it may not', async () => {
    const reply = await preflight('http://localhost:3001.elsewhere.example');
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([204, null]);
  });
});

describe('a timer', () => {
  test('[host 9] runs when it is triggered', async () => {
    await host.trigger('sweep');
    expect(await seen()).toContain('sweep, past due false');
  });

  test('can be triggered by this machine only, and only with JSON', async () => {
    const json = { 'content-type': 'application/json' };
    expect(await status('/admin/functions/sweep', { method: 'POST', body: '{}' })).toBe(415);
    expect(await status('/admin/functions/none', { method: 'POST', body: '{}', headers: json })).toBe(404);
    expect(
      await status('/admin/functions/sweep', { method: 'POST', body: '{}', headers: { ...json, origin: 'http://localhost:3000' } }),
    ).toBe(403);
    expect(await raw('GET /admin/host/status HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    expect(JSON.parse(await get('/admin/host/status'))).toEqual({ state: 'Running', timers: ['sweep'] });
  });
});

describe('a queue trigger', () => {
  const queue = (name: string) => QueueServiceClient.fromConnectionString(azurite.connectionString).getQueueClient(name);
  const send = (message: unknown) => queue('work').sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'));

  test('handles a message once and deletes it', async () => {
    await send({ id: 'plain' });
    await until('worked plain at try 1');
    expect((await queue('work').peekMessages()).peekedMessageItems).toEqual([]);
  });

  test('[host 7] tries again after a failure', async () => {
    await send({ id: 'flaky', fails: 2 });
    await until('worked flaky at try 3');
  });

  test('[host 6] [host 7] moves a message to the poison queue after the last try, and one that is not base64 at once', async () => {
    await send({ id: 'hopeless', fails: 9 });
    await until('poisoned {"id":"hopeless","fails":9}');
    expect((await seen()).filter((line) => line.startsWith('worked hopeless'))).toEqual([]);
    await queue('work').sendMessage('not base64!');
    await until('poisoned "not base64!"');
  });

  test('is fed by an output binding, one message per element', async () => {
    expect(await status('/api/orders', { method: 'POST', body: '[{"n":1},{"n":2},"three"]' })).toBe(202);
    const { receivedMessageItems } = await queue('echoes').receiveMessages({ numberOfMessages: 8 });
    expect(receivedMessageItems.map((item) => Buffer.from(item.messageText, 'base64').toString())).toEqual(['{"n":1}', '{"n":2}', 'three']);
  });
});

describe('the host process', () => {
  test('reports a failed timer to the one who triggered it, and runs the hooks in order', async () => {
    const settings = { AzureWebJobsStorage: azurite.connectionString, SWEEP_FAILS: '1' };
    const other = await startHostProcess({ root, port: 0, admin: true, settings });
    await expect(other.trigger('sweep')).rejects.toThrow('the sweep failed');
    const lines = JSON.parse(await (await fetch(`http://127.0.0.1:${other.port}/api/seen`)).text()) as string[];
    expect(lines).toEqual(['appStart', 'before sweep', 'after sweep with an error', 'before seen', 'after seen']);
    await other.stop();
    expect(other.child.lastLines()).toContain('appTerminate');
  });

  test('on standby holds no port and runs nothing, until it takes over from one that was killed', async () => {
    const settings = { AzureWebJobsStorage: azurite.connectionString };
    const first = await startHostProcess({ root, port: 0, settings });
    const next = await standbyHostProcess({ root, port: first.port, settings });
    process.kill(first.child.pid, 'SIGKILL');
    await first.child.ended;
    await expect(fetch(`http://127.0.0.1:${first.port}/api/seen`)).rejects.toThrow('fetch failed');
    const second = await next.takeOver();
    const lines = (await (await fetch(`http://127.0.0.1:${second.port}/api/seen`)).json()) as string[];
    expect([second.port, lines.slice(0, 2)]).toEqual([first.port, ['appStart', 'before seen']]);
    await second.stop();
  });

  test('ends with an error when the app registers nothing', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'empty-app-'));
    writeFileSync(path.join(empty, 'host.json'), readFileSync(path.join(root, 'host.json')));
    writeFileSync(path.join(empty, 'package.json'), '{"main":"main.mjs"}');
    writeFileSync(path.join(empty, 'main.mjs'), 'export {};');
    const failed = startHostProcess({ root: empty, port: 0 });
    await expect(failed).rejects.toMatchObject({ output: expect.arrayContaining([expect.stringContaining('registered no function')]) });
  });

  test('[host 13] ends when a rejection is left to nobody, and whoever started it hears of it and goes on', async () => {
    const other = await startHostProcess({ root, port: 0, settings: { AzureWebJobsStorage: azurite.connectionString } });
    const answered = fetch(`http://127.0.0.1:${other.port}/api/forgetful`, { method: 'POST' });
    expect(await other.child.ended).toMatchObject({ expected: false, sentence: expect.stringContaining('exit code') });
    expect(other.child.lastLines().join('\n')).toContain('nobody waits for this');
    await answered.catch((error: Error) => expect(error.message).toBe('fetch failed'));
    expect(await status('/api/seen')).toBe(200);
  });

  test('ends with an error when its port is taken', async () => {
    const settings = { AzureWebJobsStorage: azurite.connectionString };
    const failed = startHostProcess({ root, port: host.port, settings });
    await expect(failed).rejects.toMatchObject({ output: expect.arrayContaining([expect.stringContaining('EADDRINUSE')]) });
  });
});
