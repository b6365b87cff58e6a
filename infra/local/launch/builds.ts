import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';
import type { Progress } from './progress.ts';
import { projectFolder } from './project-folder.ts';
import { runProgram } from './run-program.ts';
import { createStamps } from './stamps.ts';

interface Build {
  readonly name: string;
  readonly title: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly cwd: string;
  readonly args: readonly string[];
}

const within = (...parts: string[]): string => path.join(projectFolder, ...parts);
const lockFile = within('package-lock.json');

/** The bundle that Azure would run: the Functions host runs the same file. */
const functionsBundle: Build = {
  name: 'functions',
  title: 'Functions bundle',
  inputs: [
    ...['src', 'build.mjs', 'bundle.mjs', 'stage.mjs', 'host.json'].map((part) => within('functions', part)),
    within('shared/src'),
    lockFile,
  ],
  output: within('functions/dist/main.mjs'),
  cwd: projectFolder,
  args: [within('functions/build.mjs')],
};

// Vite keeps the mode name `local` for itself, so a build for the sample people is called `sample`.
const tabPages = (): Build => ({
  name: 'tab',
  title: 'pages of the tab',
  inputs: [
    ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((part) => within('teams-app', part)),
    ...['domain', 'contract', 'ui'].map((room) => within('shared/src', room)),
    lockFile,
  ],
  output: within('teams-app/dist/index.html'),
  cwd: within('teams-app'),
  args: [path.join(path.dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js'), 'build', '--mode', 'sample'],
});

export type BuildName = 'functions' | 'tab';

/** Builds what is missing or older than its sources. Throws `LaunchFailure` with the compiler's last lines. */
export async function buildStale(name: BuildName, progress: Progress): Promise<void> {
  const build = name === 'functions' ? functionsBundle : tabPages();
  const stamps = createStamps(within('.local/builds'));
  const inputs = fingerprint(build.inputs);
  if (existsSync(build.output) && stamps.isFresh(build.name, inputs)) {
    progress.skipped(`${build.title}: built already`);
    return;
  }
  stamps.clear(build.name);
  const work = (): Promise<void> => runProgram({ failure: `The ${build.title} could not be built`, args: build.args, cwd: build.cwd });
  await progress.step(`building the ${build.title}`, work);
  stamps.set(build.name, inputs);
}
