// `npm test`: installs what is missing, then static checks, the web part's package, unit, integration and browser tests, and one plain closing line.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** Runs one Jest project and counts its tests. A suite that could not start counts as one failure. */
function jest(project, args, env) {
  const report = `${reports}/${project}.json`;
  rmSync(report, { force: true });
  console.log(`\n== ${project}`);
  run(
    process.execPath,
    [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      project,
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    env,
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** Makes the web part's package, whose build runs tests of its own, and counts them. A build that failed is a failure, whatever they say. */
function webPart() {
  const report = `${root}/spfx-webpart/jest-output/JUnit.xml`;
  rmSync(report, { force: true });
  console.log('\n== web part');
  const made = run('npm', ['run', '--silent', 'package:spfx']);
  const [, tests, failures, errors] = existsSync(report)
    ? (/<testsuites[^>]* tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(readFileSync(report, 'utf8')) ?? [])
    : [];
  const failed = Number(failures ?? 0) + Number(errors ?? 0);
  const passed = Number(tests ?? 0) - failed;
  if (passed === 0) console.error('No test of the web part was run.');
  return { passed, failed: made && passed > 0 ? failed : Math.max(1, failed) };
}

installPackages();
const chromium = findChromium();
mkdirSync(reports, { recursive: true });
console.log('== check');
const checked = run('npm', ['run', '--silent', 'check']);
const built = run(process.execPath, ['functions/build.mjs']) && run('npm', ['run', '--silent', 'build:tab']);
if (!built) fail('The build failed: the lines above say why.');

console.log('== budget');
const withinBudget = run('npm', ['run', '--silent', 'budget']);

/** What tests and browsers write beside the project lies in one folder, which goes when they have ended. */
const scratch = mkdtempSync(path.join(tmpdir(), 'ap-tests-'));
const env = { CHROMIUM_PATH: chromium, TMPDIR: scratch };
const counts = [
  webPart(),
  jest('unit', ['--maxWorkers=2'], env),
  jest('ui', ['--maxWorkers=2'], env),
  jest('integration', ['--runInBand', '--forceExit'], env),
  jest('browser', ['--runInBand', '--forceExit'], env),
];
rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
const failed = sum('failed') + (checked ? 0 : 1) + (withinBudget ? 0 : 1);
console.log(
  `\n${checked ? '' : 'The static checks failed (counted as one).\n'}${withinBudget ? '' : 'The tab is over its budget (counted as one).\n'}${sum('passed')} passed, ${failed} failed`,
);
process.exit(failed === 0 && sum('passed') > 0 ? 0 : 1);
