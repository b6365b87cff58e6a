import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { ensureInstalled } from '../install/ensure-installed.mjs';
import { explainFailure } from '../launch/explain-failure.ts';
import { LaunchFailure } from '../launch/launch-failure.ts';
import { printedProgress } from '../launch/progress.ts';
import { projectFolder } from '../launch/project-folder.ts';
import { runProgram } from '../launch/run-program.ts';
import { faultsOfPackage } from './check-package.ts';
import { type WebPartSettings, webPartSettings } from './package-settings.ts';
import { packagedFiles } from './packaged-files.ts';

// `npm run package:spfx [-- --settings FILE]`: the .sppkg that an administrator uploads to SharePoint's app catalog. See docs/web-part.md.

const folder = path.join(projectFolder, 'spfx-webpart');
const sppkg = path.join(folder, 'sharepoint/solution/ap-directory.sppkg');
/** SPFx 1.23 asks for Node 22: the web part brings its own as a package. */
const node22 = path.join(folder, 'node_modules/node/bin/node');
const heftProgram = path.join(folder, 'node_modules/@rushstack/heft/bin/heft');

const say = (line: string): void => console.log(line);

const readSettings = (file: string | undefined): WebPartSettings | undefined => {
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new LaunchFailure(`The settings file ${file} is not there.`);
  return webPartSettings(parseEnv(readFileSync(file, 'utf8')) as Record<string, string | undefined>);
};

const makePackage = async (settings: WebPartSettings | undefined): Promise<void> => {
  const progress = printedProgress(say);
  const env = { AP_WEB_PART_SETTINGS: JSON.stringify(settings ?? {}) };
  await ensureInstalled(folder, say);
  if (!existsSync(node22))
    throw new LaunchFailure('The packages of the web part are there, but not their Node 22: run npm rebuild node --prefix spfx-webpart.');
  await progress.step('shared code compiled for the web part', () =>
    runProgram({ failure: 'The shared code could not be compiled', args: ['sync-shared.mjs'], cwd: folder }),
  );
  // heft closes its standard input in the middle of its work.
  const heft = (failure: string, args: readonly string[]): Promise<void> =>
    runProgram({ failure, node: node22, args: [heftProgram, ...args, '--production'], cwd: folder, env, lastLines: 80, endsWithUs: false });
  await progress.step('web part checked, tested and bundled', () => heft('The web part could not be built', ['test', '--clean']));
  await progress.step('package made', () => heft('The package could not be made', ['package-solution']));
  const faults = faultsOfPackage(packagedFiles(sppkg));
  if (faults.length > 0) throw new LaunchFailure(`The package must not be used.\n  ${faults.join('\n  ')}`);
};

try {
  const { values } = parseArgs({ options: { settings: { type: 'string' } } });
  const settings = readSettings(values.settings);
  await makePackage(settings);
  const addresses = settings === undefined ? 'the addresses are entered on each page' : `for ${settings.apiAddress}`;
  say(`${path.relative(process.cwd(), sppkg)} (${statSync(sppkg).size} bytes), ${addresses}.`);
} catch (error) {
  const { message, output } = explainFailure(error);
  console.error([...output.map((line) => `  | ${line}`), message].join('\n'));
  process.exit(1);
}
