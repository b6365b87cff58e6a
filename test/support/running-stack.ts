import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { moveClock } from '@ap/local/launch/clock';
import type { PartName } from '@ap/local/launch/parts';
import { freePorts } from '@ap/local/launch/ports';
import { startStack } from '@ap/local/launch/stack';
import { type TimerName, timers } from '../../functions/src/timers.ts';
import { preparedState } from './prepared-state.ts';
import { type People, peopleOf, type RunningStack } from './signed-in.ts';

export interface TestStack extends RunningStack {
  readonly people: People;
  readonly window: string;
  readonly organisation: Awaited<ReturnType<typeof startStack>>['organisation'];
  readonly storage: string;
  /** Where the stack keeps everything: the tenant, Azurite, settings and logs. */
  readonly stateDir: string;
  /** Runs a timer of the product now, and waits for it. */
  readonly runTimer: (name: string) => Promise<void>;
  /** Runs the sweep now, as its timer does every minute. */
  readonly sweep: () => Promise<void>;
  /** Moves the product's clock to a time (ISO instant); it goes on from there. Tokens and timers keep this machine's time. */
  readonly moveClock: (to: string) => void;
  readonly stop: () => Promise<void>;
}

/** Settings by which these timers run only when a test says so. */
const byHand = (names: readonly TimerName[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [`AzureWebJobs.${name}.Disabled`, 'true']));

const names = Object.keys(timers) as readonly TimerName[];

/** Lists are judged only when a test says so: for tests that make by hand what nobody may, or that look at each step. */
export const guardByHand = byHand(['guardLists']);

/** No timer runs by itself: for tests that count requests, among which a timer's would be somebody else's. */
export const timersByHand = byHand(names);

/** What time brings about happens when a test says so: at a moment of its own it would move a state, or send a card, in the midst of any test. */
const clocksByHand = byHand(names.filter((name) => name.endsWith('Clock')));

/** The very stack of `npm start` on free ports, with state of its own that is removed at the end: the esbuild bundle on the local host, the local tenant, Azurite. */
export const runningStack = async (
  only: readonly PartName[] = ['azurite', 'tenant', 'register', 'functions'],
  moreOrigins: readonly string[] = [],
  extraSettings: Readonly<Record<string, string>> = {},
  mayBeNotified = false,
): Promise<TestStack> => {
  const stateDir = only.includes('register') ? await preparedState('ap-stack-') : mkdtempSync(path.join(tmpdir(), 'ap-stack-'));
  const stack = await startStack({
    stateDir,
    ports: await freePorts(),
    only,
    moreOrigins,
    extraSettings: { ...clocksByHand, ...extraSettings },
    mayBeNotified,
  });
  const where = { ...stack.addresses, caPath: stack.caPath };
  const runTimer = async (name: string): Promise<void> => {
    if (!stack.functions) throw new Error('This stack runs no timers: it has no Functions host.');
    await stack.functions.trigger(name);
  };
  return {
    ...where,
    people: peopleOf(where),
    organisation: stack.organisation,
    storage: stack.storage ?? '',
    stateDir,
    runTimer,
    sweep: () => runTimer('sweep'),
    moveClock: (to) => moveClock(stateDir, to),
    stop: async () => {
      await stack.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
