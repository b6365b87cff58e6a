import type { Options } from './options.ts';

/** A history that showed a fault of the product, kept as it was: its seed with everything that is not usual, and what it showed. */
export interface Regression {
  readonly what: string;
  readonly options: Pick<Options, 'seed'> & Partial<Options>;
}

export const regressions: readonly Regression[] = [];
