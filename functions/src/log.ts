import { presentTrace } from './http/span.ts';
import type { Clock, Log } from './ports/clock.ts';

const printed = { info: 'log', warning: 'warn', error: 'error' } as const;

/** What JSON leaves as it is, and a terminal or a reader of lines would act on: controls beyond ASCII, other line ends, and what reorders text. */
const leftByJson = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const escaped = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One JSON object a line. Values are ids, codes and numbers; control characters are escaped, so that no value can forge a line. Every line names its trace, where traces are kept. */
export const jsonLog = (clock: Clock): Log => ({
  event: (level, name, ids) =>
    console[printed[level]](
      JSON.stringify({ at: clock.now(), level, event: name, ...ids, trace: presentTrace() }).replace(leftByJson, escaped),
    ),
});
