import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { resetState } from './reset.ts';
import { writeSettingsFile } from './settings-file.ts';
import { createStamps } from './stamps.ts';

const scratch = (): string => mkdtempSync(path.join(tmpdir(), 'launch-'));

describe('what was built', () => {
  test('is stale when a source is written, added or removed, not when a test is', () => {
    const folder = scratch();
    mkdirSync(path.join(folder, 'src/node_modules'), { recursive: true });
    writeFileSync(path.join(folder, 'src/main.ts'), 'one');
    const first = fingerprint([path.join(folder, 'src')]);
    writeFileSync(path.join(folder, 'src/main.test.ts'), 'test');
    writeFileSync(path.join(folder, 'src/node_modules/x.js'), 'package');
    expect(fingerprint([path.join(folder, 'src')])).toBe(first);

    writeFileSync(path.join(folder, 'src/more.ts'), 'two');
    const second = fingerprint([path.join(folder, 'src')]);
    utimesSync(path.join(folder, 'src/main.ts'), new Date(0), new Date(0));
    const third = fingerprint([path.join(folder, 'src')]);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(fingerprint([path.join(folder, 'none')])).toBe(fingerprint([]));
    expect(fingerprint([], { mode: 'local' })).not.toBe(fingerprint([]));
  });

  test('is remembered by a stamp', () => {
    const folder = path.join(scratch(), 'stamps');
    const stamps = createStamps(folder);
    expect(stamps.isFresh('tab', 'a')).toBe(false);
    stamps.set('tab', 'a');
    expect(createStamps(folder).isFresh('tab', 'a')).toBe(true);
    expect(stamps.isFresh('tab', 'b')).toBe(false);
    stamps.clear('tab');
    expect(stamps.isFresh('tab', 'a')).toBe(false);
  });
});

test('a reset deletes everything but the authority and what was built', () => {
  const folder = scratch();
  for (const name of ['ca', 'builds', 'tenant', 'azurite', 'stamps']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'organisation.json'), '{}');
  resetState(folder);
  expect(readdirSync(folder).sort()).toEqual(['builds', 'ca']);
  expect(() => resetState(path.join(folder, 'none'))).not.toThrow();
  expect(existsSync(path.join(folder, 'none'))).toBe(false);
});

test("the Functions host's settings are for this user only, and name who may call from a page", () => {
  const file = writeSettingsFile(scratch(), { TENANT_ID: 't' }, ['http://localhost:3001', 'http://localhost:3000']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    IsEncrypted: false,
    Values: { TENANT_ID: 't' },
    Host: { CORS: 'http://localhost:3001,http://localhost:3000', CORSCredentials: false },
  });
});
