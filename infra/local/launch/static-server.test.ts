import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headersAt } from '../../../teams-app/hosting/page-headers.ts';
import { stackAddresses } from './addresses.ts';
import { readPorts } from './ports.ts';
import { type StaticServer, startStaticServer } from './static-server.ts';

let server: StaticServer;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'static-'));
  mkdirSync(path.join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'outside');
  writeFileSync(path.join(folder, 'dist/index.html'), '<h1>tab</h1>');
  writeFileSync(path.join(folder, 'dist/assets/main-1a2b.js'), 'code');
  writeFileSync(path.join(folder, 'dist/assets/main-1a2b.js.gz'), 'packed');
  server = await startStaticServer({
    folder: path.join(folder, 'dist'),
    port: 0,
    headersAt: (place) => headersAt(place, stackAddresses(readPorts({}))),
    documents: { '/config.json': { apiUrl: 'http://localhost:7071/api' } },
  });
});
afterAll(() => server.close());

/** A request whose path is sent as it is: `fetch` would tidy it up. */
function get(target: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const sent = request({ port: server.port, host: '127.0.0.1', path: target, method, headers }, (reply) => {
      let body = '';
      reply.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body, headers: reply.headers }));
    });
    sent.on('error', reject).end();
  });
}
const page = { accept: 'text/html,*/*' };

describe('the pages of the tab', () => {
  test('are index.html for every page that a browser opens', async () => {
    for (const target of ['/', '/call-offs/AP-0001', '/?tenant=1'])
      expect(await get(target, page)).toMatchObject({ status: 200, body: '<h1>tab</h1>' });
    expect((await get('/call-offs/AP-0001')).status).toBe(404);
    expect((await get('/assets/none.js', page)).status).toBe(404);
  });

  test('come with files that may be kept for ever, and settings that may not', async () => {
    expect(await get('/assets/main-1a2b.js')).toMatchObject({
      status: 200,
      body: 'code',
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(await get('/config.json')).toMatchObject({
      body: '{"apiUrl":"http://localhost:7071/api"}',
      headers: { 'cache-control': 'no-store' },
    });
  });

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%zz'])(
    'never lead outside: %s',
    async (target) => {
      const reply = await get(target);
      expect([400, 404]).toContain(reply.status);
      expect(reply.body).not.toContain('outside');
    },
  );

  test('are sent packed to those who accept it, when they lie there packed', async () => {
    const packed = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(packed).toMatchObject({ status: 200, body: 'packed', headers: { 'content-encoding': 'gzip' } });
    expect(packed.headers['content-type']).toContain('text/javascript');
    expect((await get('/assets/main-1a2b.js')).body).toBe('code');
  });

  test('are read only', async () => {
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test.each(['/offer/', '/today/', '/about/help.html'])('%s is framed by nobody, as where it is deployed', async (place) => {
    expect((await get(place, page)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test.each([
    ['/assets/none.js', 'GET', 404],
    ['/%00', 'GET', 400],
    ['/', 'POST', 405],
  ])('bear their headers where they refuse, too: %s %s', async (target, method, status) => {
    const answer = await get(target, {}, method);
    expect(answer).toMatchObject({ status, headers: { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } });
    expect(answer.headers['content-security-policy']).toContain('frame-ancestors');
  });

  test('may be framed by Microsoft 365 and the stand-in window only, and run only their own scripts', async () => {
    const { headers } = await get('/', page);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(
      "frame-ancestors 'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com https://outlook-sdf.office365.com http://localhost:3000",
    );
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain('http://localhost:7071');
    expect(headers['x-frame-options']).toBeUndefined();
  });
});
