import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint } from '@ap/local/launch/fingerprint';
import { freePorts } from '@ap/local/launch/ports';
import { projectFolder } from '@ap/local/launch/project-folder';
import { startStack } from '@ap/local/launch/stack';
import { toLondonDate } from '@ap/shared/domain/days/local-date';

const day = 24 * 60 * 60_000;
const folder = path.join(projectFolder, '.local', 'prepared');
const sources = [
  'infra/tenant/src',
  'infra/local',
  'infra/local-tenant/src',
  'shared/src/lists',
  'shared/src/domain',
  'data',
  'package-lock.json',
];
/** What a start of its own writes. */
const ofOneRun = new Set(['organisation.json', 'logs']);

/**
 * A new state folder with a tenant whose lists are made, granted and seeded, so that a stack which starts on it has nothing left to prepare:
 * twelve seconds of processor less for each. The first to ask, for these sources and this day, makes it; what nobody asked for in a day goes.
 */
export const preparedState = async (prefix: string): Promise<string> => {
  const name = fingerprint(
    sources.map((each) => path.join(projectFolder, each)),
    toLondonDate(new Date().toISOString()),
  ).slice(0, 16);
  const kept = path.join(folder, name);
  if (!existsSync(kept)) await prepare(kept);
  touch(kept);
  const stateDir = mkdtempSync(path.join(tmpdir(), prefix));
  cpSync(kept, stateDir, { recursive: true });
  return stateDir;
};

/** Makes a folder as young as it is by the clock of the machine: that of a process which takes pictures is turned back. */
const touch = (kept: string): void => {
  const mark = mkdtempSync(path.join(kept, 'asked-'));
  rmSync(mark, { recursive: true });
};

const prepare = async (kept: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const made = mkdtempSync(path.join(folder, 'making-'));
  try {
    const stack = await startStack({ stateDir: made, ports: await freePorts(), only: ['tenant', 'register'] });
    await stack.stop();
    touch(made);
    for (const name of ofOneRun) rmSync(path.join(made, name), { recursive: true, force: true });
    // Pictures are taken on a day of their own, beside tests of today: what another run may be copying stays.
    for (const other of readdirSync(folder)) {
      if (other.startsWith('making-')) continue;
      const age = statSync(made).mtimeMs - (statSync(path.join(folder, other), { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > day) rmSync(path.join(folder, other), { recursive: true, force: true });
    }
    renameSync(made, kept);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Two that asked at once both made it: the first one's stands.
    if (!existsSync(kept)) throw error;
  }
};
