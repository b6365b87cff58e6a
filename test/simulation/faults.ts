import { type FaultKind, faultKinds } from './fault-kinds.ts';
import type { Options } from './options.ts';
import type { Dice } from './seeded.ts';

/** Decides what goes wrong, and counts it. */
export interface Faults {
  /** Whether a kind happens here: never when it is not armed in this history, or when faults have stopped. */
  readonly befalls: (kind: FaultKind) => boolean;
  readonly stop: () => void;
  readonly hits: Readonly<Partial<Record<FaultKind, number>>>;
  readonly armed: readonly FaultKind[];
}

export const faultsOf = ({ kinds, arm }: Pick<Options, 'kinds' | 'arm'>, dice: Dice): Faults => {
  const armed = kinds.filter((kind) => dice.perMille(arm === 'all' ? 1_000 : faultKinds[kind].armed));
  const isArmed = new Set(armed);
  const hits: Partial<Record<FaultKind, number>> = {};
  let stopped = false;
  return {
    befalls: (kind) => {
      if (stopped || !isArmed.has(kind) || !dice.perMille(faultKinds[kind].fires)) return false;
      hits[kind] = (hits[kind] ?? 0) + 1;
      return true;
    },
    stop: () => {
      stopped = true;
    },
    hits,
    armed,
  };
};
