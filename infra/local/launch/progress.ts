/** Tells the person at the keyboard what goes on. */
export interface Progress {
  /** Runs one step: names it when it is done, with its seconds, and while it takes long. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** A step that was not needed. */
  skipped(title: string): void;
}

const tellEveryMs = 5000;

/** Progress as lines of text. */
export function printedProgress(write: (line: string) => void, now: () => number = Date.now): Progress {
  return {
    async step(title, work) {
      const began = now();
      const seconds = (): string => `${((now() - began) / 1000).toFixed(1)} s`;
      const timer = setInterval(() => write(`  … ${title} (${seconds()})`), tellEveryMs);
      try {
        const result = await work();
        write(`  ✓ ${title} (${seconds()})`);
        return result;
      } catch (error) {
        write(`  ✗ ${title} (${seconds()})`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
    skipped: (title) => write(`  ✓ ${title}`),
  };
}

/** Says nothing: for tests. */
export const silentProgress: Progress = { step: (_title, work) => work(), skipped: () => {} };
