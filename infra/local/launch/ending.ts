import type { ChildProgram } from '../process/start-child.ts';
import { explainFailure } from './explain-failure.ts';
import { LaunchFailure } from './launch-failure.ts';

/** Ends everything that was started, in the opposite order, on request or because one program ended by itself. */
export interface Ending {
  watch(child: ChildProgram): void;
  onStop(step: () => Promise<void>): void;
  readonly crashed: Promise<LaunchFailure>;
  /** Rejects with the first step that failed, after all have been tried. */
  stop(): Promise<void>;
}

export function createEnding(): Ending {
  const steps: Array<() => Promise<void>> = [];
  let isStopping = false;
  let stopped: Promise<void> | undefined;
  let crash: (failure: LaunchFailure) => void = () => {};
  const crashed = new Promise<LaunchFailure>((resolve) => {
    crash = resolve;
  });

  const stopAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of steps.splice(0).reverse()) await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  const stop = (): Promise<void> => {
    isStopping = true;
    stopped ??= stopAll();
    return stopped;
  };
  const whenEnded = async (child: ChildProgram): Promise<void> => {
    const { expected, sentence } = await child.ended;
    if (expected || isStopping) return;
    const failure = explainFailure(new LaunchFailure(`${sentence} Everything else was stopped.`, child.lastLines()));
    // The crash is what a person must hear of; a part that then also fails to stop ends with this process.
    await Promise.allSettled([stop()]);
    crash(failure);
  };
  return {
    watch(child) {
      steps.push(() => child.stop());
      void whenEnded(child);
    },
    onStop: (step) => {
      steps.push(step);
    },
    crashed,
    stop,
  };
}
