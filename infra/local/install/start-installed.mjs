import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

// Sees to the packages, then runs the launcher, or the walkthrough, in a process that resolves our packages from source.

const began = Date.now();
const folder = fileURLToPath(new URL('../../..', import.meta.url));
const here = (relative) => new URL(relative, import.meta.url);

try {
  await ensureInstalled(folder, (line) => console.log(line));
} catch (failure) {
  console.error(failure.message);
  process.exit(1);
}

// `npm run walkthrough`, `npm run playground` and `npm run package:spfx` are the same start with another program.
const others = {
  walkthrough: '../../../test/journeys/walkthrough.ts',
  playground: '../playground/main.ts',
  'package-web-part': '../web-part/main.ts',
};
const other = others[process.argv[2]];
const program = other ?? '../launch/launch.ts';
const args = ['--import', here('../process/end-with-parent.mjs').href, '--conditions=source', '--import', 'tsx'];
const launcher = spawn(process.execPath, [...args, fileURLToPath(here(program)), ...process.argv.slice(other ? 3 : 2)], {
  cwd: folder,
  env: { ...process.env, LAUNCH_BEGAN: String(began) },
  stdio: ['pipe', 'inherit', 'inherit'],
});
// Ctrl+C reaches the launcher by itself; it ends, and this follows.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
launcher.on('error', (error) => {
  console.error(`The launcher could not be started: ${error.message}`);
  process.exitCode = 1;
});
launcher.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
