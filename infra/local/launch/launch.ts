import path from 'node:path';
import { parseArgs } from 'node:util';
import { banner } from './banner.ts';
import { explainFailure } from './explain-failure.ts';
import { everyPart, parseParts, portsOfParts } from './parts.ts';
import { readPorts } from './ports.ts';
import { printedProgress } from './progress.ts';
import { projectFolder } from './project-folder.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';
import { resetState } from './reset.ts';
import { type Stack, startStack } from './stack.ts';

// `npm start`, after infra/local/start.mjs has seen to Node and the packages: the whole local run, until Ctrl+C.
// --reset deletes the state first; --only azurite,tenant starts just these parts. LOCAL_STATE names another folder than .local.

const began = Number(process.env.LAUNCH_BEGAN ?? Date.now());
const stateDir = path.resolve(projectFolder, process.env.LOCAL_STATE ?? '.local');
let stack: Stack | undefined;
let stoppingSince: number | undefined;
/** One Ctrl+C may arrive twice: from the terminal and passed on by the program that started us. */
const sameSignalMs = 1000;

function fail(error: unknown): never {
  const { message, output } = explainFailure(error);
  console.error(['', ...output.map((line) => `  | ${line}`), message].join('\n'));
  process.exit(1);
}

function stop(): void {
  if (stoppingSince !== undefined && Date.now() - stoppingSince < sameSignalMs) return;
  if (stoppingSince !== undefined || !stack) {
    // A second Ctrl+C, or one during the start: the programs end with this process.
    process.exit(130);
  }
  stoppingSince = Date.now();
  console.log('\nStopping…');
  stack.stop().then(() => {
    console.log('Stopped.');
    process.exit(0);
  }, fail);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('SIGHUP', stop);

try {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false }, only: { type: 'string' } } });
  const only = values.only === undefined ? everyPart : parseParts(values.only);
  const ports = readPorts(process.env);
  if (values.reset) {
    await refuseTakenPorts(ports, portsOfParts(everyPart));
    resetState(stateDir);
  }
  console.log('Starting the local run.');
  stack = await startStack({ stateDir, ports, only, progress: printedProgress((line) => console.log(line)) });
  console.log(banner(stack.addresses, (Date.now() - began) / 1000));
} catch (error) {
  fail(error);
}
// Child programs do not keep this process running, so this does.
setInterval(() => {}, 60_000);
const crash = await stack.crashed;
if (stoppingSince === undefined) fail(crash);
