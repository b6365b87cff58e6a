import type { RegisteredFunction } from './registry.ts';
import { startTimerTrigger, type TimerTriggerParts } from './timer-trigger.ts';

/** The timers of the app, to be run by hand. */
export interface Timers {
  readonly names: readonly string[];
  /** Runs a timer function now and waits for it. Rejects with what it threw, or when there is no such timer. */
  trigger(name: string): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

/** Starts the schedule of every timer function. Throws when a schedule cannot be read. */
export function startTimers(functions: readonly RegisteredFunction[], parts: Omit<TimerTriggerParts, 'target'>): Timers {
  const targets = functions.filter((each) => each.trigger.type.toLowerCase() === 'timertrigger');
  const started = targets.map((target) => ({ name: target.metadata.name, timer: startTimerTrigger({ ...parts, target }) }));
  return {
    names: started.map((each) => each.name),
    async trigger(name) {
      const found = started.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (!found) throw new Error(`There is no timer "${name}".`);
      await found.timer.trigger();
    },
    async stop(graceMs) {
      await Promise.all(started.map((each) => each.timer.stop(graceMs)));
    },
  };
}
