import { type Options, usualOptions } from './options.ts';
import { runHistory } from './run-history.ts';

/** What was broken in some histories, each told with the command that shows it again. */
export const brokenIn = async (seeds: number, told: Partial<Options> = {}, from = 1): Promise<readonly string[]> => {
  const broken: string[] = [];
  for (let seed = from; seed < from + seeds; seed += 1)
    for (const { invariant, what } of (await runHistory(usualOptions(seed, told))).broken)
      broken.push(`${invariant}: ${what} (npm run faults -- --seed ${seed} --runs 1)`);
  return broken;
};
