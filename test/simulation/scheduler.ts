import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dice } from './seeded.ts';

/** A process. What it was doing when it died comes to nothing: none of its calls reaches anything any more. */
export interface Host {
  readonly name: string;
  alive: boolean;
}

/** One thing that a host is doing: a command, a message, a run of a timer. */
export interface Task {
  readonly id: number;
  readonly host: Host;
  readonly label: string;
  /** When it began, in turns. */
  readonly begun: number;
  /** The effect that it performs, where it performs one. */
  readonly effectId?: string | undefined;
  /** Told whenever it has looked for a record, in which list and in which turn. */
  looked?: (list: string, turn: number) => void;
}

/** Thrown at every call of a host that has died, so that what is left of its work unwinds without touching anything. */
export class HostDied extends Error {}

interface Waiting {
  readonly task: Task;
  readonly at: number;
  readonly go: () => void;
  readonly fail: (error: Error) => void;
}

export interface Scheduler {
  /** Virtual time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly pass: (milliseconds: number) => void;
  /** The task that is running. */
  readonly current: () => Task;
  /** Waits for a turn; throws HostDied when the host dies first. */
  readonly turn: (delayMilliseconds?: number) => Promise<void>;
  /** Begins work in a host. Its end is waited for by `idle`. */
  readonly begin: <T>(host: Host, label: string, work: () => Promise<T>, effectId?: string) => Promise<T>;
  /** Lets so many of the tasks that wait go on, one after another; fewer where none is left. */
  readonly steps: (count: number) => Promise<void>;
  /** Lets tasks go on until none is left. */
  readonly idle: () => Promise<void>;
  readonly kill: (host: Host) => void;
  readonly turns: () => number;
}

const tasks = new AsyncLocalStorage<Task>();

/** Every microtask that is due has run once the next tick comes. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** One task at a time, by the dice: whatever waits for a call may be overtaken by whatever else waits. */
export const schedulerOf = (dice: Dice, startsAt: number): Scheduler => {
  let now = startsAt;
  let turns = 0;
  let lastId = 0;
  let running = 0;
  let waiting: Waiting[] = [];

  const turn = (delay = 0): Promise<void> => {
    const task = current();
    if (!task.host.alive) return Promise.reject(new HostDied());
    return new Promise((go, fail) => {
      waiting.push({ task, at: now + delay, go, fail });
    });
  };
  const current = (): Task => {
    const task = tasks.getStore();
    if (!task) throw new Error('A port was called outside of every task');
    return task;
  };
  const step = (): boolean => {
    if (waiting.length === 0) return false;
    let due = waiting.filter(({ at }) => at <= now);
    if (due.length === 0) {
      now = Math.min(...waiting.map(({ at }) => at));
      due = waiting.filter(({ at }) => at <= now);
    }
    const next = dice.pick(due);
    waiting.splice(waiting.indexOf(next), 1);
    turns += 1;
    next.go();
    return true;
  };
  return {
    now: () => now,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    current,
    turn,
    begin: (host, label, work, effectId) => {
      lastId += 1;
      running += 1;
      const run = tasks.run({ id: lastId, host, label, begun: turns, effectId }, work);
      return run.finally(() => {
        running -= 1;
      });
    },
    steps: async (count) => {
      for (let left = count; left > 0 && step(); left -= 1) await settled();
    },
    idle: async () => {
      await settled();
      while (step()) await settled();
      if (running > 0) throw new Error(`${running} tasks wait for something that is no port`);
    },
    kill: (host) => {
      host.alive = false;
      const lost = waiting.filter(({ task }) => task.host === host);
      waiting = waiting.filter(({ task }) => task.host !== host);
      for (const { fail } of lost) fail(new HostDied());
    },
    turns: () => turns,
  };
};
