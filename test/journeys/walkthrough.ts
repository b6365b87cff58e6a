import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stackAddresses } from '@ap/local/launch/addresses';
import { explainFailure } from '@ap/local/launch/explain-failure';
import { isRunning } from '@ap/local/launch/is-running';
import { LaunchFailure } from '@ap/local/launch/launch-failure';
import { readPorts } from '@ap/local/launch/ports';
import { printedProgress } from '@ap/local/launch/progress';
import { projectFolder } from '@ap/local/launch/project-folder';
import { startStack } from '@ap/local/launch/stack';
import { guardByHand, runningStack, timersByHand } from '../support/running-stack.ts';
import { peopleOf } from '../support/signed-in.ts';
import { walkBlock } from './block-walk.ts';
import { walkInsight } from './insight-walk.ts';
import { walkMainJob } from './main-job.ts';
import { walkPlacement } from './placement-walk.ts';
import { walkSavings } from './savings-walk.ts';
import { walkTender } from './tender-walk.ts';

// `npm run walkthrough`: the main job, headless, against the running stack; starts one when none runs, and stops what it started.
// `npm run walkthrough -- placement`: one order from its request to its end; `-- block`: a joint purchase of four schools; `-- tender`: a whole round; `-- insight`: a notice to its audience, an event, a survey and what becomes of interest; each on a stack of its own, because it moves the product's clock.

const say = (line: string): void => console.log(line);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
const began = Date.now();
let stop = async (): Promise<void> => undefined;

/** Spend and savings, on a stack of their own: their walk moves the clock, and counts what looking costs. */
const walkMoney = async (): Promise<void> => {
  say('Starting a stack of its own for the savings ledger.');
  const stack = await runningStack(undefined, undefined, timersByHand);
  stop = () => stack.stop();
  await walkSavings(stack, say);
  await stop();
};

/** Each walk answers with its last line. */
const walks: Readonly<Record<string, () => Promise<string>>> = {
  'main-job': async () => {
    const stateDir = path.resolve(projectFolder, process.env.LOCAL_STATE ?? '.local');
    const addresses = stackAddresses(readPorts(process.env));
    const caPath = path.join(stateDir, 'ca', 'ca.pem');
    if (await isRunning(addresses.api)) {
      if (!existsSync(caPath))
        throw new LaunchFailure(
          `The stack that runs at ${addresses.api} was started from another folder. Stop it there, or name its state: LOCAL_STATE=<that folder>/.local.`,
        );
      say(`Using the stack that runs at ${addresses.api}.`);
    } else {
      say('No stack runs: starting one.');
      const stack = await startStack({ stateDir, only: ['azurite', 'tenant', 'register', 'functions'], progress: printedProgress(say) });
      stop = () => stack.stop();
    }
    const started = Date.now();
    const report = await walkMainJob(peopleOf({ ...addresses, caPath }), say);
    say(
      `\nResource units: ${report.unitsForSearch} for the search, ${report.unitsForCallOff} for the whole call-off (its writes, and the fresh reads that its rules demand):`,
    );
    for (const line of report.callOffByRoute) say(`  ${line}`);
    return `The main job works: ${report.callOff.ref} became order ${report.callOff.orderNumber}. Start ${seconds(started - began)} s, walk ${seconds(Date.now() - started)} s.`;
  },
  placement: async () => {
    say('Starting a stack of its own.');
    const stack = await runningStack();
    stop = () => stack.stop();
    const started = Date.now();
    await walkPlacement(stack, say);
    return `A placement runs to its end. Start ${seconds(started - began)} s, walk ${seconds(Date.now() - started)} s.`;
  },
  block: async () => {
    say('Starting a stack of its own.');
    const stack = await runningStack(undefined, undefined, guardByHand);
    stop = () => stack.stop();
    const started = Date.now();
    await walkBlock(stack, say);
    return `A block purchase runs to its settlement. Start ${seconds(started - began)} s, walk ${seconds(Date.now() - started)} s.`;
  },
  insight: async () => {
    await walkMoney();
    say('Starting a stack of its own.');
    const stack = await runningStack();
    stop = () => stack.stop();
    const started = Date.now();
    await walkInsight(stack, say);
    return `A notice reaches its audience, the last place of an event goes to one, and what a survey says of interest becomes a block purchase. Start ${seconds(started - began)} s, walk ${seconds(Date.now() - started)} s.`;
  },
  tender: async () => {
    say('Starting a stack of its own.');
    const stack = await runningStack();
    stop = () => stack.stop();
    const started = Date.now();
    await walkTender(stack, say);
    return `The way onto the framework works. Start ${seconds(started - began)} s, walk ${seconds(Date.now() - started)} s.`;
  },
};

try {
  const { positionals } = parseArgs({ options: {}, allowPositionals: true });
  const [name = 'main-job', ...more] = positionals;
  const walk = walks[name];
  if (!walk || more.length > 0)
    throw new LaunchFailure(`There is no walk "${positionals.join(' ')}": choose ${Object.keys(walks).join(' or ')}.`);
  say(`\n${await walk()}`);
  await stop();
} catch (error) {
  await stop();
  const { message, output } = explainFailure(error);
  console.error(['', ...output.map((line) => `  | ${line}`), `It does not work: ${message}`].join('\n'));
  process.exit(1);
}
process.exit(0);
