import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const keptLines = 25;
/** npm writes its own note and the lock file of an `npm install` within this time of each other. */
const sameInstallMs = 60_000;

/**
 * Runs `npm ci` when packages are missing or older than package-lock.json, and says how far it is.
 * Throws an Error with one sentence and npm's last lines when that fails.
 * @param {string} folder root of the repository
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureInstalled(folder, say) {
  if (isInstalled(folder)) return false;
  const total = Object.keys(JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages ?? {}).length;
  say(`Installing ${total} packages (once, a minute or two).`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const timer = setInterval(() => say(`  … about ${countPackages(folder)} of ${total} packages are there (${seconds()} s)`), 5000);
  try {
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  } finally {
    clearInterval(timer);
  }
  writeFileSync(stampFile(folder), lockHash(folder));
  say(`  ✓ packages installed (${seconds()} s)`);
  return true;
}

const stampFile = (folder) => path.join(folder, 'node_modules', '.installed-for');
const lockHash = (folder) =>
  createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');

/** npm's own note is written last: without it an installation was broken off. */
function isInstalled(folder) {
  const note = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  if (existsSync(stampFile(folder))) {
    if (readFileSync(stampFile(folder), 'utf8') === lockHash(folder)) return true;
  }
  return statSync(note).mtimeMs + sameInstallMs >= statSync(path.join(folder, 'package-lock.json')).mtimeMs;
}

function countPackages(folder) {
  try {
    return readdirSync(path.join(folder, 'node_modules')).reduce(
      (count, name) => count + (name.startsWith('@') ? readdirSync(path.join(folder, 'node_modules', name)).length : 1),
      0,
    );
  } catch {
    return 0; // npm moves folders about while it is counted
  }
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const lines = [];
    const spawned = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    for (const stream of [spawned.stdout, spawned.stderr]) {
      stream.on('data', (data) => {
        lines.push(...String(data).split('\n').filter(Boolean));
        lines.splice(0, Math.max(0, lines.length - keptLines));
      });
    }
    spawned.on('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)));
    spawned.on('close', (code) => {
      if (code === 0) return resolve();
      const full = /ENOSPC|no space left on device/i.test(lines.join('\n'));
      const sentence = full
        ? 'The disk is full: free some space and start again.'
        : `The packages could not be installed (npm ci, exit code ${code}).`;
      reject(new Error([...lines.map((line) => `  | ${line}`), sentence].join('\n')));
    });
  });
}
