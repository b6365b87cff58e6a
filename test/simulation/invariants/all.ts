import { approvalInvariants } from './approvals.ts';
import { blockInvariants } from './blocks.ts';
import { commandInvariants } from './commands.ts';
import { effectInvariants } from './effects.ts';
import { holdInvariants } from './holds.ts';
import type { Ended, Invariant } from './invariant.ts';
import { limitInvariants } from './limits.ts';
import { outsideInvariants } from './outside.ts';
import { schoolInvariants } from './schools.ts';
import { waitingInvariants } from './waiting.ts';

/** A promise that was not kept, by its number in the reference. */
export interface Broken {
  readonly invariant: string;
  readonly what: string;
}

const all: Readonly<Record<string, Invariant>> = {
  ...commandInvariants,
  ...approvalInvariants,
  ...effectInvariants,
  ...holdInvariants,
  ...limitInvariants,
  ...blockInvariants,
  ...outsideInvariants,
  ...schoolInvariants,
  ...waitingInvariants,
};

export const brokenInvariants = async (ended: Ended): Promise<readonly Broken[]> => {
  const broken: Broken[] = ended.journal.broken.map((what) => ({ invariant: 'unforeseen', what }));
  for (const [invariant, look] of Object.entries(all)) for (const what of await look(ended)) broken.push({ invariant, what });
  return broken;
};
