import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTimeSpan } from '@ap/local/host/host-json';
import { projectFolder } from '@ap/local/launch/project-folder';
import type { Dice } from '../simulation/seeded.ts';
import type { CouncilOverHttp } from './council-over-http.ts';
import type { CommandsOverHttp } from './given.ts';
import type { Stand } from './stand.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Every timer that has to do with requests, in the order of their seconds in a minute. */
export const timersInPlay = ['qualityClock', 'orderClock', 'sweep', 'sweepLedgers', 'sweepParked', 'takeGivenUp', 'guardLists'] as const;
export type TimerName = (typeof timersInPlay)[number];

/** Runs of every timer after faults have stopped. */
const mostRounds = 4;
/** Tries of a timer, two seconds apart: more than the minute for which msal asks Entra nothing after a 503. */
const mostTries = 40;
/** Longest time (milliseconds of the product's clock) for which a message may be tried again when nothing goes wrong: after an hour the product itself says that something is late. */
const longestTried = hour;
/** Looks of the host at each of its queues after which nothing comes any more; a message that is to be tried again is hidden for less than two of them. */
const enoughLooks = 30;

/** Longest time (milliseconds) that the product lets any of its functions work. */
const functionTimeout = parseTimeSpan(
  (JSON.parse(readFileSync(path.join(projectFolder, 'functions', 'host.json'), 'utf8')) as { readonly functionTimeout: string })
    .functionTimeout,
);

/** Milliseconds between two looks at the queues: each costs the storage as much as a message does. */
const betweenLooks = 250;

export interface ToQuiet {
  readonly stand: Stand;
  readonly dice: Dice;
  readonly commands: CommandsOverHttp;
  readonly council: CouncilOverHttp;
  readonly note: (line: string) => void;
  readonly runTimer: (timer: TimerName) => Promise<void>;
}

/** Nothing goes wrong any more: people repeat what had no answer, clocks go on, timers run, until nothing waits. Answers how many messages wait all the same. */
export const untilQuiet = async (played: ToQuiet): Promise<number> => {
  const { stand, dice, commands, council, note, runTimer } = played;
  const lapses = dice.perMille(250);
  let waiting = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    stand.clock.pass(lapses && round === 1 ? 72 * hour : 2 * minute);
    note(`quiet, round ${round + 1}: ${commands.unanswered().length} commands had no answer${lapses ? '; offers lapse' : ''}`);
    await Promise.all(commands.unanswered().map((command) => commands.give(command, functionTimeout)));
    for (const lift of await council.lifts(false)) await commands.give(lift, functionTimeout);
    for (const timer of timersInPlay) await patiently(() => runTimer(timer));
    await untilDrained(played);
    // The sweep itself learns last that what it sent was done.
    await patiently(() => runTimer('sweep'));
    waiting = await untilDrained(played);
    const isLast = !lapses || round > 0;
    if (isLast && commands.unanswered().length === 0 && !(await stand.expects())) break;
  }
  return waiting;
};

/** Runs a timer; where it fails because Graph, Entra or the storage have asked for a pause, again until that is over. */
const patiently = async (run: () => Promise<void>): Promise<void> => {
  for (let left = mostTries; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (left === 0) throw error;
      await pause(2 * second);
    }
  }
};

/**
 * Waits until no message waits, is hidden or in hand, and answers how many do all the same: those that asked to wait for longer than this (milliseconds) between them, those
 * that a function has had for longer than it may, and those that the host does not find. None of these is sooner on a slow machine.
 */
export const untilDrained = async ({ stand, note }: Pick<ToQuiet, 'stand' | 'note'>, longest = longestTried): Promise<number> => {
  let tried = 0;
  for (;;) {
    const waiting = await stand.waiting();
    if (waiting === 0) return 0;
    // What a message asks to wait for passes on the product's clock.
    const delay = stand.door.delayAsked() * second;
    if (delay > 0) stand.clock.pass(delay);
    tried += delay;
    if (tried > longest || stand.door.looksInVain() > enoughLooks || stand.door.longestInHand() > functionTimeout) {
      note(`${waiting} messages wait still`);
      return waiting;
    }
    await pause(betweenLooks);
  }
};
