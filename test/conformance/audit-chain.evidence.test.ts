import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { auditChain, readAudit } from '../../functions/src/adapters/storage/audit-chain.ts';
import { type ChainedEvent, chained } from '../../functions/src/adapters/storage/audit-line.ts';
import type { Storage } from '../../functions/src/adapters/storage/storage.ts';
import { verifyAudit } from '../../functions/src/adapters/storage/verify-audit.ts';
import { storageOfATest, type TestStorage } from '../support/storage-of-a-test.ts';
import { anEvent, auditContract } from './audit.contract.ts';

let azurite: TestStorage;
beforeAll(async () => {
  azurite = await storageOfATest();
});
afterAll(() => azurite?.stop());

/** An appender with a clock of its own: as another process would be that knows nothing of the first. */
const appender = (storage: Storage, now = '2026-11-24T10:00:00.000Z', blocksPerBlob = 40_000) => {
  const clock = { now };
  return { clock, audit: auditChain(storage, { now: () => clock.now }, { blocksPerBlob }) };
};

const lines = async (storage: Storage) =>
  (await readAudit(storage)).map(({ name, text }) => ({
    name,
    lines: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }));
const eventsOf = async (storage: Storage): Promise<readonly ChainedEvent[]> =>
  (await lines(storage)).flatMap((blob) => blob.lines).filter((line) => 'id' in line);
const shape = async (storage: Storage) => Object.fromEntries((await lines(storage)).map((blob) => [blob.name, blob.lines.length]));

describe('the audit log of the product', () => {
  auditContract(async () => {
    const storage = azurite.fresh();
    const { audit } = appender(storage);
    return {
      audit,
      recorded: async () => (await eventsOf(storage)).map(({ previous: _previous, hash: _hash, ...event }) => event),
    };
  });
});

describe('over the end of a blob', () => {
  test('it goes on in the next part when a blob is full, and holds over all of them', async () => {
    const storage = azurite.fresh();
    const { audit } = appender(storage, undefined, 3);
    for (const version of [1, 2, 3, 4, 5]) await audit.append(anEvent(version));
    // Two events and the name of the next.
    expect(await shape(storage)).toEqual({ '2026-11.jsonl': 3, '2026-11.part-0002.jsonl': 3, '2026-11.part-0003.jsonl': 1 });
    expect(verifyAudit(await readAudit(storage))).toMatchObject({ ok: true, events: 5, gaps: [] });
  });

  test('a month later it goes on in a blob of that month', async () => {
    const storage = azurite.fresh();
    const { audit, clock } = appender(storage, '2026-11-30T23:59:59.000Z');
    await audit.append(anEvent(1));
    clock.now = '2026-12-01T00:00:00.000Z';
    await audit.append(anEvent(2));
    expect(await shape(storage)).toEqual({ '2026-11.jsonl': 2, '2026-12.jsonl': 1 });
    expect(verifyAudit(await readAudit(storage))).toMatchObject({ ok: true, events: 2 });
  });

  test.each([
    ['by the same process', true],
    ['by another that has read nothing', false],
  ])('an event that is tried again after it is known there: %s', async (_who, same) => {
    const storage = azurite.fresh();
    const { audit, clock } = appender(storage, '2026-11-30T23:59:59.000Z', 3);
    const made = { at: '2026-11-30T23:59:58.000Z' };
    for (const version of [1, 2, 3]) await audit.append(anEvent(version, made));
    clock.now = '2026-12-14T09:00:00.000Z';
    await audit.append(anEvent(4));
    const again = same ? audit : appender(storage, clock.now, 3).audit;
    for (const version of [3, 1, 2]) await again.append(anEvent(version, made));
    expect((await eventsOf(storage)).map(({ subjectVersion }) => subjectVersion)).toEqual([1, 2, 3, 4]);
    expect(verifyAudit(await readAudit(storage))).toMatchObject({ ok: true, events: 4 });
  });

  test('an event made just after midnight that a slower clock recorded before it is known there', async () => {
    const storage = azurite.fresh();
    const event = anEvent(1, { at: '2026-12-01T00:00:01.000Z' });
    await appender(storage, '2026-11-30T23:59:59.000Z').audit.append(event);
    await appender(storage, '2026-12-01T00:05:00.000Z').audit.append(event);
    expect(await eventsOf(storage)).toHaveLength(1);
  });

  test('a process whose clock is slow, or that still writes to the old blob, follows: the chain never forks', async () => {
    const storage = azurite.fresh();
    const slow = appender(storage, '2026-11-30T23:59:59.000Z', 4);
    const fast = appender(storage, '2026-12-01T00:00:01.000Z', 4);
    await slow.audit.append(anEvent(1));
    await fast.audit.append(anEvent(2));
    await slow.audit.append(anEvent(3));
    await Promise.all([4, 5, 6, 7].map((version) => (version % 2 === 0 ? slow : fast).audit.append(anEvent(version))));
    expect(Object.keys(await shape(storage))[0]).toBe('2026-11.jsonl');
    expect((await shape(storage))['2026-11.jsonl']).toBe(2);
    expect(verifyAudit(await readAudit(storage))).toMatchObject({ ok: true, events: 7, gaps: [] });
  });

  test('a process that ended between the two blobs leaves nothing that the next one cannot mend', async () => {
    const storage = azurite.fresh();
    const { audit, clock } = appender(storage);
    await audit.append(anEvent(1));
    clock.now = '2026-12-01T00:00:00.000Z';
    await audit.append(anEvent(2));
    // The new blob as it was when it had just been made, and as it was before that.
    const blob = storage.container('audit').getAppendBlobClient('2026-12.jsonl');
    await blob.delete();
    expect(verifyAudit(await readAudit(storage))).toMatchObject({ ok: false, blob: '2026-12.jsonl', why: 'blob-missing' });
    await blob.create();
    await appender(storage, clock.now).audit.append(anEvent(2));
    await blob.delete();
    await appender(storage, clock.now).audit.append(anEvent(2));
    expect(verifyAudit(await readAudit(storage))).toMatchObject({ ok: true, events: 2 });
  });
});

describe('a write without an answer', () => {
  test('that arrived is found when the event is tried again', async () => {
    const storage = azurite.fresh();
    let broken = true;
    // The connection breaks after the block was taken.
    const deaf: Storage = {
      ...storage,
      container: (name) => {
        const container = storage.container(name);
        const real = container.getAppendBlobClient.bind(container);
        container.getAppendBlobClient = (blob) => {
          const client = real(blob);
          const appendBlock = client.appendBlock.bind(client);
          client.appendBlock = async (...told) => {
            const answer = await appendBlock(...told);
            if (!broken) return answer;
            broken = false;
            throw new Error('socket hang up');
          };
          return client;
        };
        return container;
      },
    };
    const { audit } = appender(deaf);
    await expect(audit.append(anEvent(1))).rejects.toThrow('socket hang up');
    await audit.append(anEvent(1));
    await audit.append(anEvent(2));
    expect((await eventsOf(storage)).map(({ subjectVersion }) => subjectVersion)).toEqual([1, 2]);
  });
});

describe('npm run audit:verify', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const verify = (deployment: string) =>
    spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', 'infra/tenant/src/audit-verify.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, AzureWebJobsStorage: azurite.connectionString, DEPLOYMENT_NAME: deployment },
    });

  test('says that a chain holds, and after an edit by hand which event is the first that does not', async () => {
    const storage = azurite.fresh();
    const { audit } = appender(storage, undefined, 3);
    for (const version of [1, 2, 3, 4]) await audit.append(anEvent(version));
    const before = verify(storage.deployment);
    expect([before.status, before.stdout]).toEqual([0, expect.stringMatching(/^The chain holds: 4 events\. Last hash [0-9a-f]{64}/)]);

    const blob = storage.container('audit').getAppendBlobClient('2026-11.part-0002.jsonl');
    const edited = (await blob.downloadToBuffer()).toString('utf8').replace('call-off-submitted', 'order-made');
    await blob.delete();
    await blob.create();
    await blob.appendBlock(edited, Buffer.byteLength(edited));
    const after = verify(storage.deployment);
    expect([after.status, after.stderr]).toEqual([
      1,
      'The audit log is broken first at event CO-7K3M-9QXT-v3-0, line 1 of 2026-11.part-0002.jsonl: its content is not what was recorded.\n',
    ]);
  });

  test('says which version nobody recorded, and that a log of another name is not there', async () => {
    const storage = azurite.fresh();
    const { audit } = appender(storage);
    for (const version of [1, 3]) await audit.append(anEvent(version));
    const gap = verify(storage.deployment);
    expect([gap.status, gap.stderr]).toEqual([1, expect.stringMatching(/^No event tells of version 2 of CO-7K3M-9QXT/)]);
    expect([verify('nowhere').status, verify('nowhere').stderr]).toEqual([
      2,
      'The audit log could not be read: there is no container nowhere-audit\n',
    ]);
  });
});

describe('after the register was restored', () => {
  const restored = anEvent(1, { id: 'RESTORE-1-v1-0', action: 'register-restored', subject: 'RESTORE-1', actor: 'administrator' });

  test.each(['2026-11-30T11:00:00.000Z', '2026-12-02T10:00:00.000Z'])(
    'an event under the id of a lost one is recorded, once, at %s; the chain holds',
    async (now) => {
      const storage = azurite.fresh();
      const before = appender(storage, '2026-11-30T10:00:00.000Z');
      for (const event of [anEvent(1), anEvent(2), restored]) await before.audit.append(event);
      const again = anEvent(2, { at: now });
      await appender(storage, now).audit.append(again);
      await appender(storage, now).audit.append(again);
      expect((await eventsOf(storage)).map(({ id }) => id)).toEqual([anEvent(1).id, anEvent(2).id, restored.id, anEvent(2).id]);
      expect(verifyAudit(await readAudit(storage))).toMatchObject({ ok: true, events: 4, gaps: [] });
    },
  );

  test('an event that is recorded twice after it is told', async () => {
    const storage = azurite.fresh();
    const { audit } = appender(storage);
    for (const event of [restored, anEvent(1)]) await audit.append(event);
    const [blob] = await readAudit(storage);
    const line = blob?.text.split('\n')[1] ?? '';
    const copied = chained(anEvent(1), (JSON.parse(line) as { hash: string }).hash);
    const doubled = { name: blob?.name ?? '', text: `${blob?.text}${JSON.stringify(copied)}\n` };
    expect(verifyAudit([doubled])).toMatchObject({ ok: false, why: 'recorded-twice', line: 3 });
  });
});
