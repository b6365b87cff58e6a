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
