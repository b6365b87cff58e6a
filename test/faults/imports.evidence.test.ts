import { createHash } from 'node:crypto';
import { samplePerson } from '@ap/local/sample/people';
import type { ImportReply } from '@ap/shared/contract/imports';
import type { AuditEvent } from '@ap/shared/domain/audit-event';
import { providerRow, providers, rates, serviceRow, services } from '@ap/shared/domain/imports/import.fixture';
import type { Sheet } from '@ap/shared/domain/imports/sheet';
import { pence } from '@ap/shared/domain/money/money';
import { importRegister } from '../../functions/src/adapters/sharepoint/import-register.ts';
import { importFiles } from '../../functions/src/adapters/storage/import-files.ts';
import { checkImport, getImport } from '../../functions/src/imports/check-import.ts';
import { confirmImport } from '../../functions/src/imports/confirm-import.ts';
import { runImport } from '../../functions/src/imports/run-import.ts';
import { stopImport } from '../../functions/src/imports/stop-import.ts';
import type { ImportFiles, ImportPorts } from '../../functions/src/ports/imports.ts';
import { memoryTenders } from '../ports/memory-tenders.ts';
import { registerOfATest, type TestRegister } from '../support/register-of-a-test.ts';
import { storageOfATest, type TestStorage } from '../support/storage-of-a-test.ts';

// The product's own adapters on the local tenant and on Azurite; the tenant is told to fail, the process to die.

let tenant: TestRegister;
let storage: TestStorage;
let lot = '';
beforeAll(async () => {
  [tenant, storage] = await Promise.all([registerOfATest(), storageOfATest()]);
  const [first] = await importRegister(tenant.graph, tenant.sitePath).lots();
  lot = first?.key ?? '';
});
afterAll(() => Promise.all([tenant?.stop(), storage?.stop()]), 60_000);

const csvOf = ({ rows }: Sheet): string =>
  rows.map((cells) => cells.map((cell) => `"${cell === undefined ? '' : String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n');

const began = Date.parse('2026-11-26T10:00:00Z');
let files = 0;
const commissioner = {
  person: { ...samplePerson('commissioner'), objectId: samplePerson('commissioner').userId, name: 'C', email: 'c@example.org' },
};

/** Somebody who imports, with a store of their own and a clock that stands still but for what is waited. */
const opened = (change: (files: ImportFiles) => ImportFiles = (same) => same) => {
  const events: AuditEvent[] = [];
  let waited = 0;
  const ports: ImportPorts = {
    clock: { now: () => new Date(began + waited).toISOString() },
    audit: { append: async (event) => void (events.some(({ id }) => id === event.id) || events.push(event)) },
    hashes: { rate: () => '', text: (text) => createHash('sha256').update(text).digest('hex') },
    log: { event: () => undefined },
    tenders: memoryTenders(),
    importRegister: importRegister(tenant.graph, tenant.sitePath),
    importFiles: change(importFiles(storage.fresh())),
  };
  const pause = async (milliseconds: number) => {
    waited += milliseconds;
  };
  const id = (importId: string) => ({ caller: commissioner, params: { importId } }) as never;
  files += 1;
  return {
    ports,
    events,
    waited: () => waited,
    later: (milliseconds: number) => pause(milliseconds),
    check: (sheet: Sheet) =>
      checkImport(ports)({
        caller: commissioner,
        body: { fileName: `${sheet.name}.csv`, content: Buffer.from(csvOf(sheet)).toString('base64') },
      } as never),
    confirm: (importId: string, leaveOut = 0, conflicts: 'keep-register' | 'follow-file' = 'keep-register') =>
      confirmImport(ports)({ ...(id(importId) as object), body: { leaveOut, conflicts } } as never),
    get: (importId: string): Promise<ImportReply> => getImport(ports)(id(importId)),
    stop: (importId: string): Promise<ImportReply> => stopImport(ports)(id(importId)),
    run: (sliceMilliseconds = 3_600_000) => runImport(ports, { pause, sliceMilliseconds })(),
  };
};

/** References that no other test has. */
const own = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}-T${files}-${index + 1}`);
const providerFile = (refs: readonly string[], cells: Parameters<typeof providerRow>[1] = {}) =>
  providers(...refs.map((ref) => providerRow(ref, { Lots: lot, ...cells })));
const rowsIn = async (refs: readonly string[]) => {
  const { stored } = await importRegister(tenant.graph, tenant.sitePath).read('providers');
  return refs.flatMap((ref) => stored.get(ref) ?? []);
};
const fault = (respond: object, times = 1) =>
  tenant.people.control('POST', '/_local/faults', { match: { method: 'POST', path: '/\\$batch$' }, respond, times });

describe('an import', () => {
  test('writes nothing when it is checked, everything when it is confirmed, and nothing the second time', async () => {
    const it = opened();
    const refs = own('P', 45);
    const checked = await it.check(providerFile(refs));
    expect(checked).toMatchObject({ state: 'checked', counts: { new: 45, error: 0 } });
    expect(await rowsIn(refs)).toEqual([]);

    expect(await it.confirm(checked.importId)).toMatchObject({ state: 'running', progress: { total: 45, done: 0, left: 45 } });
    expect(await it.run()).toBe('finished');
    expect(await it.get(checked.importId)).toMatchObject({ state: 'finished', progress: { done: 45, created: 45, notWritten: [] } });
    expect((await rowsIn(refs)).map(({ record }) => record)).toMatchObject(
      refs.map((ref) => ({ ref, status: 'prospective', lotKeys: [lot] })),
    );
    expect(it.events).toMatchObject([{ action: 'import-applied', subject: checked.importId, refs }]);

    expect((await it.check(providerFile(refs))).counts).toEqual({ new: 0, changed: 0, same: 45, conflict: 0, error: 0 });
    await tenant.people.resetUsage();
    const again = await it.check(providerFile(refs));
    await it.confirm(again.importId);
    expect(await it.run()).toBe('finished');
    expect((await tenant.people.usage()).byRoute.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('keeps the pace of the smallest tenant: no minute has more than three fifths of its units', async () => {
    const it = opened();
    const checked = await it.check(providerFile(own('P', 100)));
    await it.confirm(checked.importId);
    await it.run();
    // Five batches of twenty at two units each: the fifth is sent when four have had their time, 3.2 seconds each.
    expect(it.waited()).toBe(4 * 3_200);
  });

  test('leaves out rows with errors only on purpose, by their number', async () => {
    const it = opened();
    const [good = '', bad = ''] = own('P', 2);
    const file = providers(providerRow(good, { Lots: lot }), providerRow(bad, { Lots: lot, Phone: 'none' }));
    const checked = await it.check(file);
    expect(checked).toMatchObject({
      counts: { new: 1, error: 1 },
      rows: [{ ref: bad, errors: [{ address: 'Providers!H3', value: 'none' }] }, { ref: good }],
    });
    await expect(it.confirm(checked.importId)).rejects.toMatchObject({ code: 'import-not-clean', pointer: '/leaveOut' });
    await it.confirm(checked.importId, 1);
    await it.run();
    expect((await rowsIn([good, bad])).map(({ record }) => record.ref)).toEqual([good]);
  });

  test('goes no further once a person has stopped it: what is written stays, and the same file tells what is left', async () => {
    const it = opened();
    const refs = own('P', 60);
    const { importId } = await it.check(providerFile(refs));
    expect(await it.stop(importId)).toMatchObject({ state: 'checked' });
    await it.confirm(importId);
    expect(await it.run(1_000)).toBe('goes on');
    expect(await it.stop(importId)).toMatchObject({ state: 'stopping', progress: { done: 20, left: 40, stoppedBy: 'C' } });
    expect(await it.run()).toBe('finished');
    expect(await it.get(importId)).toMatchObject({ state: 'finished', progress: { done: 20, left: 40, created: 20, stoppedBy: 'C' } });
    expect(await rowsIn(refs)).toHaveLength(20);
    expect(it.events).toMatchObject([{ action: 'import-applied', subject: importId, refs: refs.slice(0, 20) }]);
    expect(await it.stop(importId)).toMatchObject({ state: 'finished' });
    expect((await it.check(providerFile(refs))).counts).toMatchObject({ new: 40, same: 20 });
  });

  test('waits as long as the tenant asks, says so, and goes on', async () => {
    const it = opened();
    const refs = own('P', 30);
    const checked = await it.check(providerFile(refs));
    await it.confirm(checked.importId);
    await fault({ status: 429, code: 'activityLimitReached', retryAfter: 97 });
    expect(await it.run(60_000)).toBe('goes on');
    expect(await it.get(checked.importId)).toMatchObject({
      state: 'paused',
      progress: { done: 0, left: 30, pausedUntil: expect.any(String) as string },
    });
    expect(await it.run(60_000)).toBe('goes on');
    expect(await rowsIn(refs)).toEqual([]);
    await it.later(100_000);
    expect(await it.run(60_000)).toBe('finished');
    expect(await it.get(checked.importId)).toMatchObject({ progress: { created: 30, alreadyThere: 0 } });
  });

  test('writes no row twice when an answer is lost', async () => {
    const it = opened();
    const refs = own('P', 25);
    const checked = await it.check(providerFile(refs));
    await it.confirm(checked.importId);
    await fault({ status: 503, code: 'serviceNotAvailable', retryAfter: 9, applied: true });
    expect(await it.run()).toBe('finished');
    expect(await rowsIn(refs)).toHaveLength(25);
    expect(await it.get(checked.importId)).toMatchObject({ progress: { created: 5, alreadyThere: 20, notWritten: [] } });
  });

  test.each([1, 2, 3])('goes on where it was when the process dies before it can note batch %i', async (batch) => {
    let noted = 0;
    const it = opened((kept) => ({
      ...kept,
      save: async (name, content, over) => {
        // The first save of a job is its confirmation.
        if (name.startsWith('job/')) noted += 1;
        if (name.startsWith('job/') && noted === batch + 1) throw new Error('killed');
        return kept.save(name, content, over);
      },
    }));
    const refs = own('P', 50);
    const checked = await it.check(providerFile(refs));
    await it.confirm(checked.importId);
    await expect(it.run()).rejects.toThrow('killed');
    // Nobody else may work at it until its claim has run out.
    if (batch > 1) expect(await it.run()).toBe('somebody works at it');
    await it.later(400_000);
    expect(await it.run()).toBe('finished');
    expect(await rowsIn(refs)).toHaveLength(50);
    const { progress } = await it.get(checked.importId);
    expect((progress?.created ?? 0) + (progress?.alreadyThere ?? 0)).toBe(50);
    expect(progress?.alreadyThere).toBe(batch === 3 ? 10 : 20);
    expect(it.events).toHaveLength(1);
    expect((await it.check(providerFile(refs))).counts).toMatchObject({ same: 50 });
  });

  test('does not overwrite what a person changes between the check, the confirmation and the write', async () => {
    const it = opened();
    const [ref = ''] = own('P', 1);
    const first = await it.check(providerFile([ref]));
    await it.confirm(first.importId);
    await it.run();
    const edit = async (phone: string) => {
      const [row] = await rowsIn([ref]);
      await tenant.graph.api(`${await tenant.sitePath()}/lists/Providers/items/${row?.itemId}/fields`).patch({ Phone: phone });
    };

    const second = await it.check(providerFile([ref], { Phone: '01305 222222' }));
    expect(second.rows).toMatchObject([{ outcome: 'changed', changes: [{ heading: 'Phone', from: '01305 251000', to: '01305 222222' }] }]);
    await edit('01305 333333');
    await expect(it.confirm(second.importId)).rejects.toMatchObject({ code: 'import-changed' });
    expect((await it.get(second.importId)).rows).toMatchObject([
      { outcome: 'conflict', changes: [{ from: '01305 333333', to: '01305 222222' }] },
    ]);
    await it.confirm(second.importId, 0, 'follow-file');
    await edit('01305 444444');
    await it.run();
    expect(await it.get(second.importId)).toMatchObject({
      progress: { updated: 0, notWritten: [{ ref, sentence: expect.stringContaining('left as it is') as string }] },
    });
    expect((await rowsIn([ref]))[0]?.record).toMatchObject({ phone: '01305 444444' });
  });

  test('takes its turn: another is not carried out at the same time', async () => {
    const it = opened();
    const one = await it.check(providerFile(own('P', 1)));
    const other = await it.check(providerFile(own('X', 1)));
    await it.confirm(one.importId);
    await expect(it.confirm(other.importId)).rejects.toMatchObject({ code: 'import-running' });
    await it.confirm(one.importId);
    await it.run();
    await it.confirm(other.importId);
    expect(await it.run()).toBe('finished');
  });

  test('brings a service and its draft price for a provider of the register, and a draft may be corrected by the next file', async () => {
    const it = opened();
    const [provider = ''] = own('P', 1);
    for (const sheet of [providerFile([provider]), services(serviceRow(`S-${provider}`, provider, lot))]) {
      const { importId } = await it.check(sheet);
      await it.confirm(importId);
      await it.run();
    }
    for (const [price, amount] of [
      ['45.00', 4500],
      ['46.10', 4610],
    ] as const) {
      const { importId, counts } = await it.check(rates([`R-${provider}`, `S-${provider}`, 'hour', price, '01/09/2026', '31/08/2027']));
      expect(counts.error).toBe(0);
      await it.confirm(importId);
      await it.run();
      const found = await it.ports.importRegister.find('rates', `R-${provider}`);
      expect(found?.record).toMatchObject({ status: 'draft', price: pence(amount), lotKey: lot });
    }
  });

  test('is forgotten after a day when nobody confirms it', async () => {
    const it = opened();
    const { importId } = await it.check(providerFile(own('P', 1)));
    await it.later(25 * 60 * 60 * 1000);
    await expect(it.confirm(importId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
