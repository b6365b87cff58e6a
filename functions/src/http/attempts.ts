import { ProblemError } from './problem-reply.ts';

/** Counts what comes from an address in a minute. In this process only: it slows a flood down; what a link may do does not hang on it. */
export interface Attempts {
  /** Throws 'too-many-attempts' above the limit. */
  readonly count: (address: string, now: string) => void;
}

const minute = 60_000;

export const attemptsOf = (mostPerMinute: number): Attempts => {
  let window = 0;
  const counts = new Map<string, number>();
  return {
    count: (address, now) => {
      const current = Math.floor(Date.parse(now) / minute);
      if (current !== window) {
        window = current;
        counts.clear();
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      if (count > mostPerMinute)
        throw new ProblemError('too-many-attempts', 'This was tried too often. Wait a minute, then try again.', { retryAfterSeconds: 60 });
    },
  };
};

/** The address that the platform's front end saw, without its port: the last of the list, for everything before it is the caller's own word. */
export const addressOf = (forwardedFor: string | null): string => {
  const last = forwardedFor?.split(',').at(-1)?.trim() || 'unknown';
  return /^(?:\[[^\]]+\]|[^:]+):\d+$/.test(last) ? last.replace(/:\d+$/, '') : last;
};
