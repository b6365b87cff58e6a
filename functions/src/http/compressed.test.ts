import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressed } from './compressed.ts';

const body = JSON.stringify(Array.from({ length: 200 }, (_, number) => ({ number, name: 'Forest school' })));
const response = { status: 200, headers: { 'content-type': 'application/json' }, body };
const headersOf = async (accepted: string | null) => (await compressed(response, accepted)).headers as Record<string, string>;
const bytesOf = async (accepted: string | null) => (await compressed(response, accepted)).body as Uint8Array;

test('who takes Brotli or gzip gets the same text in a fraction of its bytes, Brotli first', async () => {
  expect(brotliDecompressSync(await bytesOf('gzip, deflate, br')).toString()).toBe(body);
  expect(gunzipSync(await bytesOf('gzip')).toString()).toBe(body);
  expect((await bytesOf('br')).length * 5).toBeLessThan(body.length);
  expect((await headersOf('gzip;q=1.0, br;q=0'))['content-encoding']).toBe('gzip');
});

test.each([null, '', 'identity', 'deflate', 'gzip;q=0, br;q=0.0'])('who takes neither (%s) gets it as it is', async (accepted) => {
  expect(await compressed(response, accepted)).toEqual({ ...response, headers: { ...response.headers, vary: 'accept-encoding' } });
});

test('what is short, empty or a file goes as it is', async () => {
  for (const each of [{ ...response, body: '{"ok":true}' }, { status: 204 }, { ...response, body: new Uint8Array(5_000) }])
    expect(await compressed(each, 'br')).toBe(each);
});
