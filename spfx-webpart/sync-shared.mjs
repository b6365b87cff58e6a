import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compiles shared with the root's TypeScript and puts the result into this project's copy of it. npm copies the package once, at install
 * (`install-links`), and never again: without this a build would quietly use the old code.
 */
const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const installed = join(here, 'node_modules/@ap/shared');
if (!existsSync(compiler)) throw new Error('TypeScript is missing at the root of the project: run npm ci there first.');

rmSync(join(root, 'shared/dist'), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', join(root, 'shared/tsconfig.build.json')], { stdio: 'inherit' });
if (existsSync(installed)) {
  rmSync(join(installed, 'dist'), { recursive: true, force: true });
  cpSync(join(root, 'shared/dist'), join(installed, 'dist'), { recursive: true });
  cpSync(join(root, 'shared/package.json'), join(installed, 'package.json'));
}
