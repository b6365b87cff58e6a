import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** One run of a clock: what it gave, as the product, and what was refused. */
export interface ClockRun {
  /** How many commands were accepted, and how many acts failed. */
  readonly counts: { readonly given: number; readonly failed: number };
  /** Gives what is due; `act` resolves with false where nothing was. A failure holds up no other: it is counted, and the log tells of which record and why. */
  readonly give: (ref: string, kind: string, act: () => Promise<boolean>) => Promise<void>;
}

/** Begins a run. What a rule refuses is no fault, because a copy may be behind; everything else is. */
export const byTheClock = ({ log }: Pick<Ports, 'log'>): ClockRun => {
  const counts = { given: 0, failed: 0 };
  return {
    counts,
    give: async (ref, kind, act) => {
      try {
        if (await act()) counts.given += 1;
      } catch (error) {
        counts.failed += 1;
        const isRefused = error instanceof ProblemError;
        log.event(isRefused ? 'info' : 'error', 'clock-refused', { ref, kind, code: isRefused ? error.code : 'unexpected' });
      }
    },
  };
};
