import { randomUUID } from 'node:crypto';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { checkImport as checkDeclared, getImport as getDeclared } from '@ap/shared/contract/imports';
import { planImport } from '@ap/shared/domain/imports/plan-import';
import { readImport } from '@ap/shared/domain/imports/read-sheet';
import type { PlannedRow } from '@ap/shared/domain/imports/row';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { ImportPorts } from '../ports/imports.ts';
import { FileRefusal } from './file-refusal.ts';
import { viewImport } from './import-view.ts';
import { type CheckedImport, checkLastsMilliseconds, loadKept, removeOld, type ShownRow, saveKept } from './kept-import.ts';
import { readFile } from './read-file.ts';
import { gatherFacts } from './register-facts.ts';

/** Checks a file against the register and keeps what was found for a day. Nothing is written to any list. */
export const checkImport =
  (ports: ImportPorts) =>
  async ({ body }: Call<typeof checkDeclared>): Promise<ReplyOf<typeof checkDeclared>> => {
    const now = ports.clock.now();
    await removeOld(ports.importFiles, now);
    const read = readImport(await sheetsOf(Buffer.from(body.content, 'base64'), body.fileName));
    if (read.sheets.length === 0 && read.sheetErrors.length === 0)
      throw new ProblemError(
        'file-unreadable',
        'No sheet of this file has the headings of providers, sites, services, rates, QA checks or buyers. Take a template and paste the rows into it.',
        { pointer: '/content' },
      );
    const plan = planImport(read, (await gatherFacts(ports, read)).facts);
    const checked: CheckedImport = {
      importId: randomUUID().replaceAll('-', ''),
      fileName: body.fileName,
      checkedAt: now,
      expiresAt: new Date(Date.parse(now) + checkLastsMilliseconds).toISOString(),
      read,
      rows: plan.rows.map(shown),
      counts: plan.counts,
    };
    await saveKept(ports.importFiles, 'checked', checked.importId, checked);
    ports.log.event('info', 'import-checked', { importId: checked.importId, ...plan.counts });
    return viewImport(checked, undefined, now);
  };

export const shown = ({ values: _values, record: _record, ...row }: PlannedRow): ShownRow => row;

const sheetsOf = async (bytes: Uint8Array, fileName: string) => {
  try {
    return await readFile(bytes, fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 31) || 'File');
  } catch (error) {
    if (error instanceof FileRefusal) throw new ProblemError('file-unreadable', error.message, { pointer: '/content' });
    throw error;
  }
};

export const noSuchImport = (): ProblemError =>
  new ProblemError('not-found', 'There is no such import, or its check is more than a day old. Choose the file again.');

/** What a file would do, or how far its import is. */
export const getImport =
  ({ importFiles, clock }: Pick<ImportPorts, 'importFiles' | 'clock'>) =>
  async ({ params: { importId } }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    const checked = await loadKept(importFiles, 'checked', importId);
    if (!checked) throw noSuchImport();
    const [job, stop] = await Promise.all([loadKept(importFiles, 'job', importId), loadKept(importFiles, 'stop', importId)]);
    return viewImport(checked, job, clock.now(), stop);
  };
