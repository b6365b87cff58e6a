import path from 'node:path';
import { fingerprint } from './fingerprint.ts';
import type { Progress } from './progress.ts';
import { projectFolder } from './project-folder.ts';
import { runProgram } from './run-program.ts';
import { createStamps } from './stamps.ts';

const inProject = (...paths: string[]): string[] => paths.map((each) => path.join(projectFolder, each));
const program = path.join(projectFolder, 'infra/tenant/src/main.ts');
const steps = [
  {
    name: 'provision',
    title: 'lists of the register',
    doing: 'making the lists of the register',
    inputs: inProject('infra/tenant/src', 'shared/src/lists'),
  },
  {
    name: 'grant',
    title: "product's permission on the lists",
    doing: 'letting the product at its lists, and no further',
    inputs: inProject('infra/tenant/src/grant', 'infra/local/sample'),
  },
  {
    name: 'seed',
    title: 'sample register',
    doing: 'filling in the sample register',
    inputs: inProject('infra/tenant/src/sample', 'infra/tenant/src/seed', 'data', 'infra/local/sample', 'shared/src/lists'),
  },
];

/**
 * Makes the lists, lets the product at them and fills in the sample with the commands of infra/tenant, which read where the local tenant is from
 * `stateDir`. What was done for the same sources is not done again.
 */
export async function prepareRegister(stateDir: string, caPath: string, progress: Progress): Promise<void> {
  const stamps = createStamps(path.join(stateDir, 'stamps'));
  for (const { name, title, doing, inputs } of steps) {
    const sources = fingerprint(inputs);
    if (stamps.isFresh(name, sources)) {
      progress.skipped(`${title}: there already`);
      continue;
    }
    await progress.step(doing, () =>
      runProgram({
        failure: `The ${title} could not be made; "npm start -- --reset" begins afresh`,
        args: ['--conditions=source', '--import', 'tsx', program, name, '--local', '--state', stateDir],
        cwd: projectFolder,
        env: { NODE_EXTRA_CA_CERTS: caPath },
      }),
    );
    stamps.set(name, sources);
  }
}
