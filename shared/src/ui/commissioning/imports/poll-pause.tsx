import type { ImportReply } from '../../../contract/imports.ts';

const [shortest, longest] = [1_000, 10_000];

/**
 * How long to wait before asking again how far an import is, in milliseconds; 0 is not at all. Each time that nothing has moved the pause grows by half; while
 * the tenant has asked to wait, nothing is asked before that.
 */
export const pollPause = (now: () => number = Date.now): ((seen: ImportReply | undefined) => number) => {
  let pause = shortest;
  let done = -1;
  return (seen) => {
    if (!seen || seen.state === 'checked' || seen.state === 'finished') return 0;
    const moved = seen.progress?.done !== done;
    done = seen.progress?.done ?? -1;
    pause = moved ? shortest : Math.min(longest, pause * 1.5);
    const asked = seen.progress?.pausedUntil === undefined ? 0 : Date.parse(seen.progress.pausedUntil) - now();
    return Math.max(pause, Math.min(asked, 60_000));
  };
};
