import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const packages = { '': {}, 'node_modules/a': {}, 'node_modules/b': {} };

/** A repository whose `npm` is a script of ours. */
function repository(npm: string): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(path.join(tmpdir(), 'install-'));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  mkdirSync(path.join(folder, 'bin'));
  writeFileSync(path.join(folder, 'bin/npm'), `#!/bin/sh\n${npm}\n`);
  chmodSync(path.join(folder, 'bin/npm'), 0o755);
  return { folder, env: { ...process.env, PATH: `${folder}/bin:${process.env.PATH}` } };
}
const installs = 'mkdir -p node_modules/a && echo "$@" >> npm.log && echo {} > node_modules/.package-lock.json';

interface Run {
  readonly code: number;
  readonly output: string;
}
function node(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}
function ensureInstalled({ folder, env }: ReturnType<typeof repository>): Promise<Run> {
  const module = pathToFileURL(path.resolve('infra/local/install/ensure-installed.mjs')).href;
  const script = `import { ensureInstalled } from '${module}';
    await ensureInstalled(${JSON.stringify(folder)}, console.log).catch((failure) => { console.error(failure.message); process.exitCode = 1; });`;
  return node(['--input-type=module', '-e', script], env);
}
const touch = (file: string, minutesAgo: number): void => {
  const at = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(file, at, at);
};

describe('the packages', () => {
  test('are installed from the lock file when they are missing, and only then', async () => {
    const repo = repository(installs);
    expect((await ensureInstalled(repo)).output).toContain('Installing 3 packages');
    expect(existsSync(path.join(repo.folder, 'node_modules/.installed-for'))).toBe(true);
    expect(await ensureInstalled(repo)).toEqual({ code: 0, output: '' });
  });

  test('are installed again when the lock file has changed, or the installation was broken off', async () => {
    const repo = repository(installs);
    await ensureInstalled(repo);
    touch(path.join(repo.folder, 'node_modules/.package-lock.json'), 10);
    expect((await ensureInstalled(repo)).output).toBe('');
    writeFileSync(path.join(repo.folder, 'package-lock.json'), JSON.stringify({ packages: { ...packages, 'node_modules/c': {} } }));
    expect((await ensureInstalled(repo)).output).toContain('Installing 4 packages');

    const broken = repository(installs);
    mkdirSync(path.join(broken.folder, 'node_modules/a'), { recursive: true });
    expect((await ensureInstalled(broken)).output).toContain('Installing 3 packages');
  });

  test('that somebody installed by hand are taken as they are', async () => {
    const repo = repository('exit 9');
    mkdirSync(path.join(repo.folder, 'node_modules'));
    writeFileSync(path.join(repo.folder, 'node_modules/.package-lock.json'), '{}');
    expect(await ensureInstalled(repo)).toEqual({ code: 0, output: '' });
  });

  test('that cannot be installed are one sentence, after the last words of npm', async () => {
    const failed = await ensureInstalled(repository('echo "npm error 404 no such package" >&2; exit 1'));
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('  | npm error 404 no such package\nThe packages could not be installed (npm ci, exit code 1).');
    const full = await ensureInstalled(repository('echo "npm error code ENOSPC" >&2; exit 1'));
    expect(full.output).toContain('The disk is full: free some space and start again.');
  });
});

describe('an old Node', () => {
  test('is told so in one sentence', async () => {
    const pretend = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.4"}})';
    expect(await node(['--import', pretend, path.resolve('infra/local/start.mjs')], process.env)).toEqual({
      code: 1,
      output: 'This needs Node 20.19 or later, and this is Node 18.20.4: install a newer one from https://nodejs.org.\n',
    });
  });
});
