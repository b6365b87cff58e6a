import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filePersistence } from './file-persistence.ts';

describe('keeping state', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'persistence-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const open = () => filePersistence(dir, (sentence) => expect(sentence).toBe(''));

  test('what was saved last is there after a restart', async () => {
    const before = open();
    const mails = ['first'];
    before.save('mail', mails);
    mails.push('second');
    before.save('mail', mails);
    await before.flush();
    expect(open().load('mail')).toEqual(['first', 'second']);
    expect(open().load('chats')).toBeUndefined();
    expect(readdirSync(dir)).toEqual(['mail.json']);
  });

  test('a start that failed writes nothing', async () => {
    const failed = open();
    failed.save('mail', []);
    failed.discard();
    await failed.flush();
    expect(readdirSync(dir)).toEqual([]);
  });

  test('a file that is not whole is named, not replaced', () => {
    writeFileSync(join(dir, 'mail.json'), '[{"id"');
    expect(() => open().load('mail')).toThrow(/mail\.json cannot be read.*begin afresh/);
    expect(readFileSync(join(dir, 'mail.json'), 'utf8')).toBe('[{"id"');
  });

  test('a write that fails is told to the one who flushes, and is not forgotten', async () => {
    const store = open();
    store.save('mail', ['kept']);
    rmSync(dir, { recursive: true });
    await expect(store.flush()).rejects.toThrow('ENOENT');
  });

  test('a name cannot leave the folder', () => {
    expect(() => open().save('../mail', [])).toThrow('cannot name a document');
  });
});

describe('journals', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'persistence-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const open = () => filePersistence(dir, (sentence) => expect(sentence).toBe(''));

  test('grow by a line for each entry, and are there after a restart', async () => {
    const before = open();
    before.append('versions', { item: 1 });
    before.append('versions', { item: 2 });
    expect(before.entries('versions')).toEqual([{ item: 1 }, { item: 2 }]);
    await before.flush();
    const after = open();
    after.append('versions', { item: 3 });
    expect(after.entries('versions')).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }]);
    await after.flush();
    expect(readFileSync(join(dir, 'versions.jsonl'), 'utf8')).toBe('{"item":1}\n{"item":2}\n{"item":3}\n');
  });

  test('lose only the line that a crash cut off', async () => {
    writeFileSync(join(dir, 'versions.jsonl'), '{"item":1}\n{"ite');
    const after = open();
    expect(after.entries('versions')).toEqual([{ item: 1 }]);
    after.append('versions', { item: 2 });
    await after.flush();
    expect(open().entries('versions')).toEqual([{ item: 1 }, { item: 2 }]);
  });

  test('a line in the midst that cannot be read is named', () => {
    writeFileSync(join(dir, 'versions.jsonl'), '{"ite\n{"item":2}\n');
    expect(() => open().entries('versions')).toThrow(/versions\.jsonl, line 1 cannot be read/);
  });

  test('are rewritten whole, and removed when nothing is left', () => {
    const store = open();
    store.append('versions', { item: 1 });
    store.rewrite('versions', [{ item: 9 }]);
    expect(store.entries('versions')).toEqual([{ item: 9 }]);
    store.rewrite('versions', []);
    expect(readdirSync(dir)).toEqual([]);
    expect(store.entries('versions')).toEqual([]);
  });
});
