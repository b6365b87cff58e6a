import path from 'node:path';
import { parseArgs } from 'node:util';
import { stackAddresses } from '@ap/local/launch/addresses';
import { explainFailure } from '@ap/local/launch/explain-failure';
import { isRunning } from '@ap/local/launch/is-running';
import { readPorts } from '@ap/local/launch/ports';
import { printedProgress } from '@ap/local/launch/progress';
import { projectFolder } from '@ap/local/launch/project-folder';
import { startStack } from '@ap/local/launch/stack';
import { peopleOf } from '../support/signed-in.ts';
import { walkMainJob } from './main-job.ts';

// `npm run walkthrough`: the main job, headless, against the running stack; starts one when none runs, and stops what it started.

const stateDir = path.resolve(projectFolder, process.env.LOCAL_STATE ?? '.local');
const say = (line: string): void => console.log(line);

const began = Date.now();
parseArgs({ options: {} });
let stop = async (): Promise<void> => undefined;
try {
  const addresses = stackAddresses(readPorts(process.env));
  if (await isRunning(addresses.api)) say(`Using the stack that runs at ${addresses.api}.`);
  else {
    say('No stack runs: starting one.');
    const stack = await startStack({ stateDir, only: ['azurite', 'tenant', 'register', 'functions'], progress: printedProgress(say) });
    stop = () => stack.stop();
  }
  const started = Date.now();
  const report = await walkMainJob(peopleOf({ ...addresses, caPath: path.join(stateDir, 'ca', 'ca.pem') }), say);
  say(
    `\nResource units: ${report.unitsForSearch} for the search, ${report.unitsForCallOff} for the whole call-off (its writes, and the fresh reads that its rules demand):`,
  );
  for (const line of report.callOffByRoute) say(`  ${line}`);
  say(
    `\nThe main job works: ${report.callOff.ref} became order ${report.callOff.orderNumber}. Start ${seconds(started - began)} s, walk ${seconds(Date.now() - started)} s.`,
  );
  await stop();
} catch (error) {
  await stop();
  const { message, output } = explainFailure(error);
  console.error(['', ...output.map((line) => `  | ${line}`), `The main job does not work: ${message}`].join('\n'));
  process.exit(1);
}
process.exit(0);

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
