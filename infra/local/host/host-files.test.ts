import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entryFiles } from './entry-files.ts';
import { parseTimeSpan, readHostJson } from './host-json.ts';
import { applySettings, readLocalSettings } from './local-settings.ts';

const scratch = (): string => mkdtempSync(path.join(tmpdir(), 'host-files-'));
function fileOf(value: unknown): string {
  const file = path.join(scratch(), 'file.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

describe('host.json', () => {
  test('[host 8] has the defaults of the service', () => {
    expect(readHostJson(fileOf({ version: '2.0' }))).toEqual({
      routePrefix: 'api',
      queues: {
        batchSize: 16,
        newBatchThreshold: 8,
        maxDequeueCount: 5,
        visibilityTimeoutMs: 0,
        maxPollingIntervalMs: 60_000,
        messageEncoding: 'base64',
      },
    });
  });

  test('[host 8] sets how queues are read', () => {
    const queues = {
      batchSize: 4,
      newBatchThreshold: 2,
      visibilityTimeout: '00:01:00',
      maxPollingInterval: '00:00:02',
      messageEncoding: 'none',
    };
    expect(readHostJson(fileOf({ version: '2.0', extensions: { queues } })).queues).toMatchObject({
      batchSize: 4,
      newBatchThreshold: 2,
      visibilityTimeoutMs: 60_000,
      maxPollingIntervalMs: 2000,
      messageEncoding: 'none',
    });
  });

  test.each([
    [{ version: '1.0' }, '"version"'],
    [{ version: '2.0', extensions: { queues: { batchSize: 33 } } }, '"batchSize"'],
    [{ version: '2.0', extensions: { queues: { messageEncoding: 'rot13' } } }, '"messageEncoding"'],
    [{ version: '2.0', extensions: { queues: { visibilityTimeout: '30' } } }, 'time span'],
  ])('%j is refused', (value, message) => {
    expect(() => readHostJson(fileOf(value))).toThrow(message);
  });

  test('reads time spans', () => {
    expect(parseTimeSpan('1.02:03:04.5')).toBe(((26 * 60 + 3) * 60 + 4) * 1000 + 500);
  });
});

describe('local.settings.json', () => {
  test('may be missing', () => {
    expect(readLocalSettings(path.join(scratch(), 'none.json'))).toEqual({ Values: {}, Host: {} });
  });

  test('must hold plain strings', () => {
    expect(() => readLocalSettings(fileOf({ Values: { PORT: 1 } }))).toThrow('the value of "PORT" must be a string');
    expect(() => readLocalSettings(fileOf({ IsEncrypted: true }))).toThrow('encrypted');
  });

  test('yields to the environment, given settings win, and all is put back', () => {
    process.env.AP_TEST_PRESENT = 'present';
    const restore = applySettings({ AP_TEST_PRESENT: 'file', AP_TEST_FILE: 'file', AP_TEST_GIVEN: 'file' }, { AP_TEST_GIVEN: 'given' });
    expect([process.env.AP_TEST_PRESENT, process.env.AP_TEST_FILE, process.env.AP_TEST_GIVEN]).toEqual(['present', 'file', 'given']);
    restore();
    expect([process.env.AP_TEST_PRESENT, process.env.AP_TEST_FILE, process.env.AP_TEST_GIVEN]).toEqual(['present', undefined, undefined]);
    delete process.env.AP_TEST_PRESENT;
  });
});

describe('the entry point', () => {
  test('may be a glob, and passes over node_modules', () => {
    const root = scratch();
    for (const folder of ['dist/functions/deep', 'dist/node_modules']) mkdirSync(path.join(root, folder), { recursive: true });
    for (const file of [
      'dist/index.js',
      'dist/functions/a.js',
      'dist/functions/a.js.map',
      'dist/functions/deep/b.js',
      'dist/node_modules/c.js',
    ]) {
      writeFileSync(path.join(root, file), '');
    }
    expect(entryFiles(root, './dist/index.js')).toEqual(['dist/index.js']);
    expect(entryFiles(root, 'dist/{index.js,functions/*.js}')).toEqual(['dist/functions/a.js', 'dist/index.js']);
    expect(entryFiles(root, 'dist/**/*.js')).toEqual(['dist/functions/a.js', 'dist/functions/deep/b.js', 'dist/index.js']);
  });

  test('must exist', () => {
    expect(() => entryFiles(scratch(), 'dist/main.mjs')).toThrow('matches the entry point "dist/main.mjs"');
  });
});
