import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const usage = `npm run fuzz -- [--inputs N] [--seed N] [--operation NAME]

  --inputs     how many inputs each operation of the API is sent (1000)
  --seed       where they begin (a new one each time)
  --operation  only the operations whose names begin so

Exits 1 when an operation failed, wrote what it refused, or told more than it should; the message names the input.`;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    operation: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
const numbers = [values.inputs, values.seed].map(Number);
if (values.help || numbers.some((number) => !Number.isSafeInteger(number) || number < 1)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
console.log(`Seed ${values.seed}, ${values.inputs} inputs for each operation`);
const only = values.operation === '' ? [] : ['--testNamePattern', `^${values.operation.replace(/\W/g, '')}`];
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'evidence', '--testPathPatterns', 'test/faults/hostile-input', ...only], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_INPUTS: values.inputs, FUZZ_SEED: values.seed },
});
process.exitCode = status ?? 1;
