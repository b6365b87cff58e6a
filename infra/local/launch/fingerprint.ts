import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const passedOver = /(^|\/)(node_modules|dist|fixtures|test-support)$|\.test\.tsx?$/;

/**
 * A word that changes when a file under `paths` is added, removed or written, or when `extra` differs. It reads sizes and
 * times, not contents: a thousand files cost a few milliseconds. A path that does not exist counts as empty. Tests do not count.
 */
export function fingerprint(paths: readonly string[], extra: unknown = undefined): string {
  const hash = createHash('sha256').update(JSON.stringify(extra) ?? '');
  for (const file of paths.flatMap(filesUnder).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(target: string): string[] {
  if (passedOver.test(target.split(path.sep).join('/')) || !existsSync(target)) return [];
  if (!statSync(target).isDirectory()) return [target];
  return readdirSync(target).flatMap((name) => filesUnder(path.join(target, name)));
}
