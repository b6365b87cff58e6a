import path from 'node:path';
import { parseArgs } from 'node:util';
import { stackAddresses } from '../launch/addresses.ts';
import { explainFailure } from '../launch/explain-failure.ts';
import { isRunning } from '../launch/is-running.ts';
import { LaunchFailure } from '../launch/launch-failure.ts';
import { readPorts } from '../launch/ports.ts';
import { printedProgress } from '../launch/progress.ts';
import { projectFolder } from '../launch/project-folder.ts';
import { startStack } from '../launch/stack.ts';
import { samplePeople } from '../sample/people.ts';
import { openPlayground } from './playground.ts';

// `npm run playground [-- --as head-teacher]`: Microsoft's Agents Playground on the chat of one sample person with the local bot.
// Uses the stack that runs, or starts one. Ctrl+C stops what it started.

const stateDir = path.resolve(projectFolder, process.env.LOCAL_STATE ?? '.local');
const standardPort = 56150;

const ends: (() => Promise<void>)[] = [];
const end = async (code: number): Promise<never> => {
  for (const stop of ends.reverse()) await stop();
  process.exit(code);
};
const fail = (error: unknown): Promise<never> => {
  const { message, output } = explainFailure(error);
  console.error(['', ...output.map((line) => `  | ${line}`), message].join('\n'));
  return end(1);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));

try {
  const { values } = parseArgs({ options: { as: { type: 'string', default: 'head-teacher' } } });
  const known = samplePeople.map(({ key }) => key);
  if (!known.includes(values.as)) throw new LaunchFailure(`"${values.as}" is none of the sample people: ${known.join(', ')}.`);
  const addresses = stackAddresses(readPorts(process.env));
  if (await isRunning(addresses.api)) console.log(`Using the stack that runs at ${addresses.api}.`);
  else {
    const stack = await startStack({ stateDir, progress: printedProgress((line) => console.log(line)) });
    ends.push(() => stack.stop());
    void stack.crashed.then(fail);
  }
  const playground = await openPlayground({
    personKey: values.as,
    tenantUrl: addresses.tenant,
    caPath: path.join(stateDir, 'ca', 'ca.pem'),
    stateDir,
    port: standardPort,
    opensBrowser: true,
  });
  ends.push(() => playground.stop());
  playground.failed.catch(fail);
  void playground.child.ended.then(({ expected, sentence }) => expected || fail(new LaunchFailure(sentence, playground.child.lastLines())));
  console.log(
    `\n  Open ${playground.url}: the chat of ${values.as} with the bot. Raise requests at ${addresses.window}.\n  Ctrl+C stops it.\n`,
  );
} catch (error) {
  await fail(error);
}
setInterval(() => {}, 60_000);
