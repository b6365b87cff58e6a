// `npm test`: installs what is missing, then static checks and the tests that a change breaks first, and one plain closing line.
// `npm test -- --evidence`: after them what proves claims of the whole product and takes long: the web part's package and every `*.evidence.test.ts`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a command with its output shown; returns whether it succeeded. */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status === 0;
}

function installPackages() {
  try {
    createRequire(`${root}/package.json`).resolve('jest/package.json');
  } catch {
    console.log('Installing packages (npm ci)...');
    if (!run('npm', ['ci'])) fail('npm ci failed: the lines above say why.');
  }
}

/** The browser tests need a Chromium. It is never skipped silently: installed here, or the command to type is told. */
function findChromium() {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = () => known.find((path) => path && existsSync(path));
  if (!found() && process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium (apt-get install chromium)...');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
  }
  return (
    found() ?? fail('No Chromium was found. Type `sudo apt-get install chromium`, or set CHROMIUM_PATH to one, and run `npm test` again.')
  );
}

const reports = `${root}/.local/test-reports`;

/** Runs a command beside others: each line of its output is shown after the name of what it belongs to. Resolves whether it succeeded. */
function runBeside(name, command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => console.log(`${name.padEnd(13)} ${line}`));
    }
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(false);
    });
    child.on('close', (status) => resolve(status === 0));
  });
}

/** The failed tests of a Jest report, each with its file and what it said: a long run's closing lines tell what broke, not only that something did. */
const failuresIn = ({ testResults }) =>
  testResults.flatMap(({ name, message, status, assertionResults }) => {
    const file = path.relative(root, name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0) return status === 'failed' ? [`${file}\n${message}`] : [];
    return tests.map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${failureMessages.join('\n')}`);
  });

/** Runs one Jest project and counts its tests. A suite that could not start counts as one failure. */
async function jest(project, args, env, name = project) {
  const report = `${reports}/${name.replace(' ', '-')}.json`;
  rmSync(report, { force: true });
  const options = ['--selectProjects', project, '--json', `--outputFile=${report}`, ...args];
  const ended = await runBeside(name, process.execPath, ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...options], env);
  if (!existsSync(report)) return { passed: 0, failed: 1, failures: [`${name}: Jest ended without a report.`] };
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  const failures = failuresIn(told);
  if (!ended && failed === 0) failures.push(`${name}: Jest ended with an error though no test failed.`);
  return { passed: told.numPassedTests, failed: ended ? failed : Math.max(1, failed), failures };
}

/** Makes the web part's package, whose build runs tests of its own, and counts them. A build that failed is a failure, whatever they say. */
async function webPart() {
  const report = `${root}/spfx-webpart/jest-output/JUnit.xml`;
  rmSync(report, { force: true });
  const made = await runBeside('web part', 'npm', ['run', '--silent', 'package:spfx']);
  const [, tests, failures, errors] = existsSync(report)
    ? (/<testsuites[^>]* tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(readFileSync(report, 'utf8')) ?? [])
    : [];
  const failed = Number(failures ?? 0) + Number(errors ?? 0);
  const passed = Number(tests ?? 0) - failed;
  if (passed === 0) console.error('No test of the web part was run.');
  const broken = failed > 0 || !made || passed === 0;
  return {
    passed,
    failed: broken ? Math.max(1, failed) : 0,
    failures: broken ? ['npm run package:spfx failed: its lines above say why.'] : [],
  };
}

/** A step that counts as one failure when its command fails. */
const must =
  (name, command, ...args) =>
  async () =>
    (await runBeside(name, command, args))
      ? { passed: 0, failed: 0, failures: [] }
      : { passed: 0, failed: 1, failures: [`npm run ${name} failed (counted as one): its lines above say why.`] };
const npmRun = (name) => must(name, 'npm', 'run', '--silent', name);

/** Takes steps from the first on, so many at a time. Resolves with what each counted. */
async function atATime(most, steps) {
  const counts = [];
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await step());
  };
  await Promise.all(Array.from({ length: most }, lane));
  return counts;
}

const begun = Date.now();
/** Whole minutes and seconds since the start. */
const elapsed = () => {
  const seconds = Math.round((Date.now() - begun) / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};
const args = process.argv.slice(2);
const withEvidence = args.includes('--evidence');
const unknown = args.filter((arg) => arg !== '--evidence');
if (unknown.length > 0)
  fail(`npm test knows --evidence only, not ${unknown.join(' ')}. One file: npx jest --selectProjects unit --testPathPatterns NAME`);

installPackages();
const chromium = findChromium();
mkdirSync(reports, { recursive: true });
const builds = [
  runBeside('build', process.execPath, ['functions/build.mjs']),
  runBeside('build tab', 'npm', ['run', '--silent', 'build:tab']),
];
if ((await Promise.all(builds)).includes(false)) fail('The build failed: the lines above say why.');

/** What tests and browsers write beside the project lies in one folder, which goes when they have ended. */
const scratch = mkdtempSync(path.join(tmpdir(), 'ap-tests-'));
const env = { CHROMIUM_PATH: chromium, TMPDIR: scratch };
/** One project in parts that can run beside each other. */
const inParts = (project, parts, ...args) =>
  Array.from({ length: parts }, (_, index) => {
    const name = parts === 1 ? project : `${project} ${index + 1}`;
    return () => jest(project, ['--runInBand', `--shard=${index + 1}/${parts}`, ...args], env, name);
  });
// Tests of the running stack and of browsers mostly wait, so they begin, beside those that only reckon. What is short comes last, where a lane is free.
const steps = [
  ...inParts('integration', 2, '--forceExit'),
  ...inParts('browser', 1, '--forceExit'),
  ...inParts('unit', 2),
  ...inParts('ui', 2),
  ...['types', 'lint', 'architecture', 'unused', 'budget'].map(npmRun),
];
const counts = await atATime(4, steps);
console.log(`What a change breaks first: ${elapsed()}`);
// The web part in a browser needs its package.
if (withEvidence) counts.push(await webPart(), await jest('evidence', ['--maxWorkers=2', '--forceExit'], env));
rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
// A log may be kept from its end only, so what failed is told once more, the start of each.
for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`\nFAILED ${failure.split('\n').slice(0, 25).join('\n')}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
