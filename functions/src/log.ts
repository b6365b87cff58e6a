import type { Clock, Log } from './ports/clock.ts';

const printed = { info: 'log', warning: 'warn', error: 'error' } as const;

/** One JSON object a line. Values are ids, codes and numbers; control characters are escaped by JSON, so that no value can forge a line. */
export const jsonLog = (clock: Clock): Log => ({
  event: (level, name, ids) => console[printed[level]](JSON.stringify({ at: clock.now(), level, event: name, ...ids })),
});
