import { allFaultKinds } from './fault-kinds.ts';
import type { Options } from './options.ts';

/** A history that showed a fault of the product, kept as it was: its seed with everything that is not usual, and what it showed. */
export interface Regression {
  readonly what: string;
  readonly options: Pick<Options, 'seed'> & Partial<Options>;
}

const answeredTwice = 'a provider that pressed twice was told that its link was used, though its answer was written';

/** Kinds and scenes that came later would have changed what these seeds play. */
const kinds = allFaultKinds.filter((kind) => !['F5', 'F12', 'token'].includes(kind));
const scenes = [] as const;

const neverTold = 'whoever had to wait and was refused was never told, for the sweep had not run for a day';

export const regressions: readonly Regression[] = [
  ...[1514, 1935, 2186, 2241, 2343].map((seed) => ({ what: answeredTwice, options: { seed, kinds, scenes } })),
  ...[243, 437].map((seed) => ({ what: neverTold, options: { seed, play: 'all' as const, scenes: ['waiting'] as const, kinds } })),
];
