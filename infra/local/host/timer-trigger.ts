import { randomUUID } from 'node:crypto';
import { isDisabled, resolveSettings } from './app-setting.ts';
import type { InvocationRequest } from './core-types.ts';
import { type HostLog, reasonOf } from './host-log.ts';
import { parseNcrontab, type Schedule } from './ncrontab.ts';
import type { OutputWriter } from './queue-output.ts';
import type { RegisteredFunction } from './registry.ts';
import type { Worker } from './worker.ts';

export interface TimerTriggerParts {
  readonly worker: Worker;
  readonly target: RegisteredFunction;
  readonly writeOutputs: OutputWriter;
  readonly log: HostLog;
}

export interface TimerTrigger {
  /** Runs the function now, beside its schedule. Rejects with what the function threw. */
  trigger(): Promise<void>;
  /** Ends the schedule and waits for a run that has begun, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

const longestTimeout = 2 ** 31 - 1;
const pastDueAfterMs = 1000;

/**
 * Runs a function by its NCRONTAB schedule in UTC. A scheduled run that fails is logged; the next one comes as planned. One that the settings disable runs
 * only when it is triggered by hand.
 */
export function startTimerTrigger({ worker, target, writeOutputs, log }: TimerTriggerParts): TimerTrigger {
  const schedule = scheduleOf(target);
  let last = new Date();
  let handle: NodeJS.Timeout | undefined;
  let stopped = false;
  const running = new Set<Promise<void>>();

  const run = async (due: Date, isPastDue: boolean): Promise<void> => {
    const response = await worker.invoke(target, timerInvocation(target.triggerName, last, schedule.next(new Date()), isPastDue));
    last = due;
    await writeOutputs(target, response);
  };
  const track = (work: Promise<void>): Promise<void> => {
    running.add(work);
    const forget = (): void => {
      running.delete(work);
    };
    work.then(forget, forget);
    return work;
  };
  const logged = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) =>
      log({ level: 'error', category: 'system', message: reasonOf(error), functionName: target.metadata.name }),
    );

  const arm = (): void => {
    const due = schedule.next(new Date());
    const wait = (): void => {
      if (stopped) return;
      const ms = due.getTime() - Date.now();
      if (ms > 0) handle = setTimeout(wait, Math.min(ms, longestTimeout));
      else void logged(track(run(due, -ms > pastDueAfterMs))).then(arm);
    };
    wait();
  };
  if (!isDisabled(target.metadata.name)) {
    if (target.trigger.runOnStartup === true) void logged(track(run(new Date(), false)));
    arm();
  }

  return {
    trigger: () => track(run(new Date(), false)),
    async stop(graceMs) {
      stopped = true;
      clearTimeout(handle);
      const grace = new Promise<void>((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.allSettled(running), grace]);
    },
  };
}

function scheduleOf(target: RegisteredFunction): Schedule {
  const { schedule } = target.trigger;
  if (typeof schedule !== 'string') throw new Error(`Timer "${target.metadata.name}" has no schedule.`);
  return parseNcrontab(resolveSettings(schedule));
}

/** The library turns these PascalCase names of the host into camelCase ones. */
function timerInvocation(triggerName: string, last: Date, next: Date, isPastDue: boolean): InvocationRequest {
  const timer = {
    Schedule: { AdjustForDST: true },
    ScheduleStatus: { Last: last.toISOString(), Next: next.toISOString(), LastUpdated: last.toISOString() },
    IsPastDue: isPastDue,
  };
  return { invocationId: randomUUID(), inputData: [{ name: triggerName, data: { json: JSON.stringify(timer) } }], triggerMetadata: {} };
}
