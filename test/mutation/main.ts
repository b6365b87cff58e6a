import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { readExplained } from './explained.ts';
import { askedParts, explainedFile, type MutationPart, mutated, mutationParts, partNameOf, survivorsFile, testsOf } from './parts.ts';
import { type MutationScore, percentOf, scoreOf, totalOf } from './score.ts';

/** `npm run mutation [-- PART[/FILE] ...]`: changes the rules of the domain one by one and asks whether a test notices. Survivors are named; exits 1 below the least score, and where one has no written reason. */

const leastPercent = 90;
const reports = '.local/mutation';
const nodeArgs = ['--conditions=source', '--import', 'tsx'];

const linesIn = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

const explainedOf = (part: MutationPart): string[] => {
  const file = explainedFile(part);
  return [...readExplained(existsSync(file) ? readFileSync(file, 'utf8') : '').keys()];
};

/** The survivors of a part that its file of explanations does not know. */
const unexplained = (part: MutationPart): string[] => {
  const explained = new Set(explainedOf(part));
  return linesIn(survivorsFile(part)).filter((survivor) => !explained.has(survivor));
};

/** The explanations of a part that was asked about whole which no survivor needs any more. */
const needless = (part: MutationPart): string[] => {
  const survivors = new Set(linesIn(survivorsFile(part)));
  return mutationParts.includes(part) ? explainedOf(part).filter((explained) => !survivors.has(explained)) : [];
};

/** Asks about several parts in one go: they share one copy of the repository and one run without a change. */
const run = async (asked: readonly MutationPart[]): Promise<readonly MutationScore[]> => {
  // A file: the names of all tests of all parts are more than an environment may hold.
  process.env.MUTATION_TESTS = resolve(reports, 'tests.json');
  writeFileSync(process.env.MUTATION_TESTS, JSON.stringify(Object.fromEntries(asked.map((part) => [part.name, testsOf(part)]))));
  process.env.MUTATION_BASELINE = resolve(reports, 'baseline.json');
  const mutants = await new Stryker({
    mutate: mutated(asked),
    testRunner: 'domain',
    testRunnerNodeArgs: nodeArgs,
    checkerNodeArgs: nodeArgs,
    plugins: ['./test/mutation/plugins.ts'],
    ignorers: ['prose'],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    reporters: ['survivors', 'clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    jsonReporter: { fileName: `${reports}/mutation.json` },
    tempDirName: `${reports}/sandbox`,
    // Stryker guesses what tables cost from all tests; here only the near ones are asked.
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
    // A loaded machine is no infinite loop: what only takes long must not count as noticed.
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 20,
    timeoutFactor: 3,
    ignorePatterns: ['.local', 'spfx-webpart', 'docs', 'teams-app', '**/dist'],
    thresholds: { high: 95, low: leastPercent, break: null },
  }).runMutationTest();
  return [...new Set(asked.map(({ name }) => name))].map((name) =>
    scoreOf(
      name,
      mutants.filter(({ fileName }) => partNameOf(fileName) === name),
    ),
  );
};

const parts = askedParts(process.argv.slice(2));
if (typeof parts === 'string') {
  console.error(`There is no part "${parts}". The parts are ${mutationParts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

// A part in which there is nothing to change leaves none of the run before.
mkdirSync(reports, { recursive: true });
for (const part of parts) writeFileSync(survivorsFile(part), '');
const scores = await run(parts);

const open = [...new Set(parts.flatMap(unexplained))];

const rows = scores.length > 1 ? [...scores, totalOf(scores)] : scores;
console.log('\nPart | Noticed | Survived | Not covered | Per cent');
for (const row of rows) console.log(`${row.name} | ${row.killed} | ${row.survived} | ${row.uncovered} | ${percentOf(row).toFixed(1)}`);
const survivors = totalOf(scores).survived + totalOf(scores).uncovered;
console.log(`Explained ${survivors - open.length}, unexplained ${open.length}`);
for (const survivor of open) console.log(survivor);
for (const explained of parts.flatMap(needless)) console.log(`Noticed now, take its explanation out: ${explained}`);
process.exitCode = percentOf(totalOf(scores)) < leastPercent || open.length > 0 ? 1 : 0;
