import { cpus } from 'node:os';
import { Stryker } from '@stryker-mutator/core';
import { type MutationPart, mutated, mutationParts, testsOf } from './parts.ts';
import { type MutationScore, percentOf, scoreOf, totalOf } from './score.ts';

/** `npm run mutation [-- PART ...]`: changes the rules of the domain one by one and asks whether a test notices. Survivors are named; exits 1 below the least score. */

const leastPercent = 90;
const reports = '.local/mutation';

const run = async (part: MutationPart): Promise<MutationScore> => {
  process.env.MUTATION_TESTS = JSON.stringify(testsOf(part));
  const mutants = await new Stryker({
    mutate: mutated(part),
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.mjs', enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    concurrency: Math.max(1, cpus().length),
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    jsonReporter: { fileName: `${reports}/${part.name}.json` },
    incremental: true,
    incrementalFile: `${reports}/incremental-${part.name}.json`,
    tempDirName: `${reports}/sandbox`,
    // A loaded machine is no infinite loop: what only takes long must not count as noticed.
    timeoutMS: 60_000,
    timeoutFactor: 3,
    ignorePatterns: ['.local', 'spfx-webpart', 'docs', 'teams-app', '**/dist'],
    thresholds: { high: 95, low: leastPercent, break: null },
  }).runMutationTest();
  return scoreOf(part.name, mutants);
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !mutationParts.some((part) => part.name === name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". The parts are ${mutationParts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const scores: MutationScore[] = [];
for (const part of mutationParts) if (asked.length === 0 || asked.includes(part.name)) scores.push(await run(part));

const rows = scores.length > 1 ? [...scores, totalOf(scores)] : scores;
console.log('\nPart | Noticed | Survived | Not covered | Per cent');
for (const row of rows) console.log(`${row.name} | ${row.killed} | ${row.survived} | ${row.uncovered} | ${percentOf(row).toFixed(1)}`);
process.exitCode = percentOf(totalOf(scores)) < leastPercent ? 1 : 0;
