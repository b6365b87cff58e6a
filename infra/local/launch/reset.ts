import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What outlives a reset: the authority that a person may have told their browser to trust, and what was built. */
const kept = new Set(['ca', 'builds']);

/** Deletes the state of the local run, but for its certificate authority and what was built. */
export function resetState(stateDir: string): void {
  let names: string[] = [];
  try {
    names = readdirSync(stateDir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  for (const name of names) if (!kept.has(name)) rmSync(path.join(stateDir, name), { recursive: true, force: true });
}
