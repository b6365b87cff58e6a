import type { Person } from '../people/person.ts';
import type { HoldCause } from './hold-cause.ts';
import type { QaStandard } from './standard.ts';

/** A hold on a provider: no new call-off while it is open. Placed by one person or by the clock, lifted by another person. */
export interface Hold {
  readonly ref: string;
  readonly cause: HoldCause;
  /** The check or the concern that it was placed for. */
  readonly about?: string | undefined;
  readonly standard?: QaStandard | undefined;
  readonly placedBy: Person;
  readonly placedAt: string;
  readonly reason?: string | undefined;
  readonly lifted?: Lifted | undefined;
}

export interface Lifted {
  readonly by: Person;
  readonly at: string;
  readonly reason: string;
  /** Who had recorded what cleared it: never the one who lifted it. */
  readonly clearedBy: readonly Person[];
}

/** The holds that still stand. */
export const openHolds = (holds: readonly Hold[]): readonly Hold[] => holds.filter(({ lifted }) => lifted === undefined);

/** Whether a hold for a concern stands: nothing is waived in the meantime. */
export const hasSafeguardingPause = (holds: readonly Hold[]): boolean => openHolds(holds).some(({ cause }) => cause === 'concern');
