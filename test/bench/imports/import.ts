import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { samplePerson } from '@ap/local/sample/people';
import { importRegister } from '../../../functions/src/adapters/sharepoint/import-register.ts';
import { importFiles } from '../../../functions/src/adapters/storage/import-files.ts';
import { ServiceBusy } from '../../../functions/src/http/service-busy.ts';
import { checkImport, getImport } from '../../../functions/src/imports/check-import.ts';
import { confirmImport } from '../../../functions/src/imports/confirm-import.ts';
import { runImport } from '../../../functions/src/imports/run-import.ts';
import type { ImportPorts } from '../../../functions/src/ports/imports.ts';
import { memoryTenders } from '../../ports/memory-tenders.ts';
import { registerOfATest } from '../../support/register-of-a-test.ts';
import { storageOfATest } from '../../support/storage-of-a-test.ts';
import { sampleFile } from './sample-file.ts';

/** What the smallest tenant gives one application in a minute (sharepoint-graph.md, section 2). */
const unitsOfAMinute = 1_250;

/**
 * `npm run bench:import [-- --rows 5000]`: so many rows, by 25, through the product's own use cases and adapters, against the local tenant with its meter. Waiting is
 * counted, not done. Exits 1 when a row is not written, when the file read again finds anything to do, or when a minute has more units than the smallest tenant gives.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '5000' } } });
const rows = Number(values.rows);
if (!Number.isInteger(rows / 25) || rows < 25) {
  console.error('--rows must be a multiple of 25.');
  process.exit(2);
}
const [tenant, storage] = await Promise.all([registerOfATest(), storageOfATest()]);
try {
  const register = importRegister(tenant.graph, tenant.sitePath);
  let waited = 0;
  const now = () => Date.now() + waited;
  const sent: { readonly at: number; readonly units: number }[] = [];
  const ports: ImportPorts = {
    clock: { now: () => new Date(now()).toISOString() },
    audit: { append: async () => undefined },
    hashes: { rate: () => '', text: (text) => createHash('sha256').update(text).digest('hex') },
    log: { event: () => undefined },
    tenders: memoryTenders(),
    importFiles: importFiles(storage.fresh()),
    importRegister: {
      ...register,
      write: (writes) => {
        sent.push({ at: now(), units: writes.length * 2 });
        return register.write(writes);
      },
    },
  };
  const { tenantId, userId: objectId } = samplePerson('commissioner');
  const caller = { person: { tenantId, objectId, name: 'Commissioner', email: 'commissioner@example.org' } };
  const row = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
  const measured = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    await tenant.people.resetUsage();
    const [began, wall] = [now(), Date.now()];
    const result = await act();
    const { requests, units } = await tenant.people.usage();
    row([what, requests, units, ((now() - began) / 1000).toFixed(0), ((Date.now() - wall) / 1000).toFixed(1)]);
    return result;
  };

  const [lot] = await register.lots();
  const content = Buffer.from(await sampleFile(lot?.key ?? '', rows)).toString('base64');
  const checkOnce = () => checkImport(ports)({ caller, body: { fileName: 'county.xlsx', content } } as never);
  // A machine that is busy for seconds finds its connections closed: a person is told to try again, and does.
  const check = () => checkOnce().catch((error: unknown) => (error instanceof ServiceBusy ? checkOnce() : Promise.reject(error)));
  row(['step', 'requests', 'resource units', 'seconds with its waits', 'seconds of this machine']);
  row(['---', '---:', '---:', '---:', '---:']);
  const first = await measured(`check ${rows.toLocaleString('en-GB')} new rows`, check);
  await measured('confirm', () =>
    confirmImport(ports)({ caller, params: { importId: first.importId }, body: { leaveOut: 0, conflicts: 'keep-register' } } as never),
  );
  let runs = 0;
  await measured('write', async () => {
    const pause = async (milliseconds: number) => {
      waited += milliseconds;
    };
    const run = runImport(ports, { pause });
    for (;;) {
      runs += 1;
      if ((await run()) === 'finished') return;
      // The timer comes twice a minute.
      waited += 15_000;
    }
  });
  const { progress } = await getImport(ports)({ params: { importId: first.importId } } as never);
  const again = await measured('check the same file again', check);

  const busiest = Math.max(
    ...sent.map(({ at }) => sent.filter((other) => other.at >= at && other.at < at + 60_000).reduce((sum, { units }) => sum + units, 0)),
  );
  console.log(`\n${sent.length} batches in ${runs} runs; created ${progress?.created}, not written ${progress?.notWritten.length}.`);
  console.log(`Busiest minute: ${busiest} units of ${unitsOfAMinute} that the smallest tenant gives.`);
  console.log(`Same file again: ${JSON.stringify(again.counts)}`);
  const right = progress?.created === rows && again.counts.same === rows && busiest <= unitsOfAMinute;
  if (!right) process.exitCode = 1;
} finally {
  await Promise.all([tenant.stop(), storage.stop()]);
}
