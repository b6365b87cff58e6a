import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { confirmImport as confirmDeclared } from '@ap/shared/contract/imports';
import { isBefore } from '@ap/shared/domain/days/instants';
import { newJob, writesOf } from '@ap/shared/domain/imports/job';
import { type ImportPlan, planImport } from '@ap/shared/domain/imports/plan-import';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { ImportPorts } from '../ports/imports.ts';
import { noSuchImport, shown } from './check-import.ts';
import { viewImport } from './import-view.ts';
import { type CheckedImport, loadKept, loadRunning, saveKept, saveRunning } from './kept-import.ts';
import { gatherFacts } from './register-facts.ts';

/** Until then the job of a confirmed import must be there; afterwards its place is free again. */
const timeToBeginMilliseconds = 120_000;

/**
 * Takes a checked import for carrying out. The register is read again: what a person agreed to is what will be written, or they are asked again. Rows with
 * errors are left out only by their number. Confirming again tells how far it is.
 */
export const confirmImport =
  (ports: ImportPorts) =>
  async ({ caller, params: { importId }, body }: Call<typeof confirmDeclared>): Promise<ReplyOf<typeof confirmDeclared>> => {
    const { importFiles, clock } = ports;
    const now = clock.now();
    const checked = await loadKept(importFiles, 'checked', importId);
    if (!checked || isBefore(checked.expiresAt, now)) throw noSuchImport();
    const begun = await loadKept(importFiles, 'job', importId);
    if (begun) return viewImport(checked, begun, now);
    if (checked.read.sheetErrors.length > 0)
      throw new ProblemError('import-not-clean', 'A sheet of the file cannot be read. Mend its headings, and check the file again.');

    const { facts, stored } = await gatherFacts(ports, checked.read);
    const plan = planImport(checked.read, facts);
    await refuseChanged(ports, checked, plan);
    if (plan.counts.error !== body.leaveOut) throw notClean(plan.counts.error);

    const writes = writesOf(plan.rows, (kind, ref) => stored[kind].get(ref), body.conflicts === 'follow-file');
    const said = plan.rows.filter(({ outcome }) => outcome !== 'error').map(({ kind, ref, values }) => ({ kind, ref, values }));
    await saveKept(importFiles, 'writes', importId, writes);
    await saveKept(importFiles, 'said', importId, said);
    await takePlace(ports, importId);
    const job = newJob(importId, caller.person, writes.length, now);
    await saveKept(importFiles, 'job', importId, job);
    ports.log.event('info', 'import-confirmed', { importId, writes: writes.length, leftOut: plan.counts.error });
    return viewImport(checked, job, now);
  };

const notClean = (errors: number): ProblemError =>
  errors === 1
    ? new ProblemError('import-not-clean', 'One row has errors. Leave it out on purpose, or mend the file and check it again.', {
        pointer: '/leaveOut',
      })
    : new ProblemError('import-not-clean', `${errors} rows have errors. Leave them out on purpose, or mend the file and check it again.`, {
        pointer: '/leaveOut',
      });

/** Refuses when the file would do something else by now, and keeps what that is for the person to look at. */
const refuseChanged = async (
  { importFiles }: Pick<ImportPorts, 'importFiles'>,
  checked: CheckedImport,
  plan: ImportPlan,
): Promise<void> => {
  const rows = plan.rows.map(shown);
  if (JSON.stringify(rows) === JSON.stringify(checked.rows)) return;
  await saveKept(importFiles, 'checked', checked.importId, { ...checked, rows, counts: plan.counts });
  throw new ProblemError(
    'import-changed',
    'The register has changed since the file was checked. Look at the rows again, and confirm them.',
  );
};

/** Only one import is carried out at a time: two would compare with a register that the other is changing. */
const takePlace = async ({ importFiles, clock }: Pick<ImportPorts, 'importFiles' | 'clock'>, importId: string): Promise<void> => {
  const claimedUntil = new Date(Date.parse(clock.now()) + timeToBeginMilliseconds).toISOString();
  if (await saveRunning(importFiles, { importId, claimedUntil }, 'nothing')) return;
  const running = await loadRunning(importFiles);
  if (running?.importId === importId) return;
  throw new ProblemError('import-running', 'Another import is being carried out. Confirm this one when it has finished.');
};
