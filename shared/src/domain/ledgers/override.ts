import { compareDates, type LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import { type Person, type PersonId, samePerson } from '../people/person.ts';
import type { ThresholdPolicy } from '../quality/registration-load.ts';

/** Up to what a commissioner allows more than the limit: a value ex VAT, or so many full-time pupils and so many of them with a plan. */
export type Allowed =
  | { readonly kind: 'value'; readonly upTo: Pence }
  | { readonly kind: 'pupils'; readonly pupils: number; readonly withPlan: number };

/** A commissioner's recorded view that a limit may be passed, up to a point and until a day. */
export interface Override {
  readonly ref: string;
  readonly allowed: Allowed;
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
  readonly until: LocalDate;
  readonly endedBy?: Person | undefined;
  readonly endedAt?: string | undefined;
}

/** Those that hold today. Nobody's view helps a request that they made themselves. */
export const inForce = (overrides: readonly Override[], today: LocalDate, requester?: PersonId): readonly Override[] =>
  overrides.filter(
    ({ until, endedAt, by }) =>
      endedAt === undefined && compareDates(today, until) <= 0 && (requester === undefined || !samePerson(by, requester)),
  );

/** R34: the highest value that may be reached today; `undefined` where there is no limit. In pence ex VAT. */
export const valueLimit = (max: Pence | undefined, overrides: readonly Override[]): Pence | undefined =>
  max === undefined
    ? undefined
    : overrides.reduce((limit, { allowed }) => (allowed.kind === 'value' && allowed.upTo > limit ? allowed.upTo : limit), max);

/** R12: where the threshold of registration lies today. So many are allowed: with one more it is reached. */
export const thresholdWith = (policy: ThresholdPolicy, overrides: readonly Override[]): ThresholdPolicy => {
  const allowed = overrides.flatMap((override) => (override.allowed.kind === 'pupils' ? [override.allowed] : []));
  return {
    ...policy,
    pupils: Math.max(policy.pupils, ...allowed.map(({ pupils }) => pupils + 1)),
    withPlan: Math.max(policy.withPlan, ...allowed.map(({ withPlan }) => withPlan + 1)),
  };
};
