import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from '@ap/local/launch/ports';
import { writeSettingsFile } from '@ap/local/launch/settings-file';
import { startStack } from '@ap/local/launch/stack';
import type { ListDefinition } from '@ap/shared/lists/list';
import { startLocally } from '../run-command.ts';
import { readManifest } from './manifest.ts';

export interface DrillOptions {
  readonly register: readonly ListDefinition[];
  /** A copy; without it one of the local run is taken, which must be up. */
  readonly from: string | undefined;
  readonly state: string;
  readonly say: (line: string) => void;
}

/** Runs a command as a person would. It must not hold up this process, which hears the tenant and the storage. */
const run = async (args: readonly string[], stateDir: string): Promise<void> => {
  const { exitCode, output } = await startLocally('infra/tenant/src/main.ts', path.resolve(stateDir), args).ended;
  if (exitCode !== 0) throw new Error(`${args[0]} failed: ${output.trim()}`);
};

/**
 * The drill of each term: restores a copy into a tenant that has never seen it, takes a copy of that, and holds one against the other. Reports each list with
 * its hash, and how long it took. Throws where a list does not say the same, or gives item ids that were given before.
 */
export const drill = async ({ register, from, state, say }: DrillOptions): Promise<void> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'ap-drill-'));
  const began = Date.now();
  const copy = from ?? path.join(dir, 'copy');
  const again = path.join(dir, 'again');
  const fresh = path.join(dir, 'tenant');
  if (from === undefined) await run(['backup', '--to', copy], state);
  const stack = await startStack({ stateDir: fresh, ports: await freePorts(), only: ['azurite', 'tenant'] });
  try {
    writeSettingsFile(fresh, { AzureWebJobsStorage: stack.storage ?? '', DEPLOYMENT_NAME: readManifest(copy).deployment }, []);
    await run(['provision'], fresh);
    await run(['restore', '--from', copy, '--yes', '--app-stopped'], fresh);
    await run(['backup', '--to', again], fresh);
    const [was, is] = [readManifest(copy), readManifest(again)];
    const differ = was.lists.filter(({ title, sha256 }) => is.lists.find((list) => list.title === title)?.sha256 !== sha256);
    say(`Restore drill of the copy of ${was.site} as it was at ${was.takenAt}`);
    for (const { title, rows, sha256 } of was.lists)
      say(`  ${title}: ${rows} rows, ${sha256.slice(0, 16)}${differ.some((list) => list.title === title) ? ' DIFFERS' : ''}`);
    const twice = was.lists.filter(
      ({ title, rows, highestId }) => rows > 0 && (is.lists.find((list) => list.title === title)?.highestId ?? 0) <= highestId,
    );
    if (twice.length > 0) throw new Error(`Item ids come twice: ${twice.map(({ title }) => title).join(', ')}`);
    if (differ.length > 0) throw new Error(`Not the same: ${differ.map(({ title }) => title).join(', ')}`);
    say(`All ${register.length} lists say the same in a tenant that was empty. It took ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};
