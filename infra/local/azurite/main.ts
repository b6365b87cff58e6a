import { parseArgs } from 'node:util';
import { startAzurite } from './start-azurite.ts';

// Azurite as a command: node --import tsx infra/local/azurite/main.ts --dir .local/azurite [--blob 10000 --queue 10001 --table 10002]

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: '.local/azurite' },
    blob: { type: 'string', default: '10000' },
    queue: { type: 'string', default: '10001' },
    table: { type: 'string', default: '10002' },
  },
});
const azurite = await startAzurite({
  dir: values.dir,
  ports: { blob: Number(values.blob), queue: Number(values.queue), table: Number(values.table) },
});
console.log(`Azurite ready ${JSON.stringify(azurite.ports)}\n${azurite.connectionString}`);

// The child does not keep this process running, so this does.
const alive = setInterval(() => {}, 60_000);
const stop = (): void => {
  void azurite.stop();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
const { expected, sentence } = await azurite.child.ended;
clearInterval(alive);
if (!expected) {
  console.error([sentence, ...azurite.child.lastLines()].join('\n'));
  process.exitCode = 1;
}
