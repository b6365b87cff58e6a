import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { diceOf } from '../simulation/seeded.ts';
import { callersOf, refusalOf } from './caller.ts';
import { crowdOf } from './crowd.ts';
import { lost, reportOf } from './report.ts';
import { stopwatch } from './samples.ts';
import { schoolDay } from './school-day.ts';
import { stageOf } from './stage.ts';
import { watch } from './watch.ts';

/**
 * `npm run load [-- --schools 200 --minutes 10 --outage 10 --seed 1]`: the rush at the start of term, then the same while Graph is away, then the backlog.
 * Prints what it measured; exits 1 when something was lost, when the backlog did not drain, or when the quota of the smallest tenant was passed after it.
 */
const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '10' },
    outage: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    searches: { type: 'string', default: '10' },
  },
});
const whole = (name: keyof typeof values, least: number): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least) {
    console.error(`--${name} must be a whole number from ${least}.`);
    process.exit(2);
  }
  return value;
};
const asked = {
  schools: whole('schools', 2),
  minutes: whole('minutes', 1),
  outage: whole('outage', 0),
  seed: whole('seed', 0),
  searches: whole('searches', 1),
};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
console.log(`${asked.schools} schools on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); starting the stack.`);
// One school in ten comes while Graph is away, the others in the rush.
const teams = crowdOf(asked.schools);
const later = asked.outage > 0 ? teams.filter((_, index) => index % 10 === 9) : [];
const rush = teams.filter((team) => !later.includes(team));
const stage = await stageOf(teams);
try {
  // The copies of who is whose member are read anew when they are half a minute old; the limit is set when the seeding is forgotten.
  await sleep(40_000);
  await stage.people.control('PUT', '/_local/throttling', { licences: 1 });
  await stage.people.resetUsage();
  await sleep(60_000);
  const idle = await stage.people.usage();
  await stage.people.resetUsage();
  const callers = callersOf(stage);
  const seen = watch(stage, 5);
  const day = (watchOf: ReturnType<typeof stopwatch>, team: (typeof teams)[number], index: number) => {
    const dice = diceOf(asked.seed * 10_000 + index);
    const think = (seconds: number) => sleep(seconds * 1000);
    return { dice, run: () => schoolDay(team, { stage, callers, stopwatch: watchOf, dice, think, searches: asked.searches }) };
  };
  const timed = () => stopwatch(() => performance.now(), refusalOf);

  console.log(
    `The rush: ${rush.length} schools in ${asked.minutes} minutes, against the quota of the smallest tenant (1,250 units a minute).`,
  );
  const inRush = timed();
  const rushOutcomes = await Promise.all(
    rush.map(async (team, index) => {
      const { dice, run } = day(inRush, team, index);
      await sleep(dice.fraction() * asked.minutes * 60_000 * 0.8);
      return run();
    }),
  );
  const afterRush = await seen.look();
  const { byCall } = await stage.people.usage();

  const inOutage = timed();
  let back = afterRush;
  let outageOutcomes: typeof rushOutcomes = [];
  if (asked.outage > 0) {
    console.log(`Graph is away for ${asked.outage} minutes; ${later.length} schools go on.`);
    const { id } = await stage.people.fault(
      { path: '^/v1\\.0/(sites|\\$batch)' },
      { status: 503, retryAfter: 10 },
      Number.MAX_SAFE_INTEGER,
    );
    const days = later.map(async (team, index) => {
      const { dice, run } = day(inOutage, team, rush.length + index);
      await sleep(dice.fraction() * asked.outage * 60_000 * 0.5);
      return run();
    });
    await sleep(asked.outage * 60_000);
    await stage.people.control('DELETE', `/_local/faults?id=${id}`);
    back = await seen.look();
    outageOutcomes = await Promise.all(days);
  }

  // What waits must go by itself.
  const until = Date.now() + 10 * 60_000;
  let drained = await seen.look();
  while ((drained.queued > 0 || drained.expected > 0) && Date.now() < until) {
    await sleep(5_000);
    drained = await seen.look();
  }
  await seen.stop();

  const missing = await lost(stage, [...rushOutcomes, ...outageOutcomes]);
  const report = reportOf({
    asked,
    sightings: seen.sightings,
    afterRush,
    byCall,
    idle,
    back,
    drained,
    rush: { outcomes: rushOutcomes, figures: inRush.figures() },
    outage: { outcomes: outageOutcomes, figures: inOutage.figures() },
    statuses: callers.statuses,
    missing,
  });
  console.log(report.text);
  mkdirSync('.local', { recursive: true });
  writeFileSync('.local/load.json', `${JSON.stringify({ asked, sightings: seen.sightings }, undefined, 1)}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
} finally {
  await stage.stop();
}
