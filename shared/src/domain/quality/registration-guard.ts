import type { CallOff, CallOffRequest, FrozenPrice } from '../call-off/call-off.ts';
import { cameToNothing } from '../orders/order.ts';
import { plannedParts } from '../orders/order-plan.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Provider } from '../register/provider.ts';
import { type PlacementFact, type ThresholdPolicy, whyNotMore } from './registration-load.ts';

/** What the guard at the threshold of registration asks about: the orders that a provider has by now, and where the threshold lies (R12 to R14). */
export interface RegistrationFacts {
  readonly placements: readonly PlacementFact[];
  readonly policy: ThresholdPolicy;
  /** How these placements call a pupil of a buyer (its own reference in capitals), where they were read from a ledger: there a hash stands for both. */
  readonly pupilKey?: ((buyerRef: string, pupilRef: string) => string) | undefined;
}

const placementOf = (request: Omit<CallOffRequest, 'pattern'>, { hoursPerWeek }: Pick<FrozenPrice, 'hoursPerWeek'>): PlacementFact => ({
  buyerRef: request.buyerRef,
  pupilRef: request.pupilRef,
  hoursPerWeek,
  compulsorySchoolAge: request.compulsorySchoolAge,
  ehcPlan: request.ehcPlan,
  lookedAfter: request.lookedAfter,
  startDate: request.startDate,
  endDate: request.endDate,
});

/** Whether a call-off is an order that counts: made, not come to nothing and not ended by its school because of a hold. */
const counts = ({ status, order, hold }: CallOff): boolean =>
  status === 'ordered' && order !== undefined && !cameToNothing(order.state) && hold?.state !== 'ended';

/** The placements that a provider's call-offs have made: one for each part of what is planned by now. */
export const placementsOf = (callOffs: readonly CallOff[]): readonly PlacementFact[] => callOffs.filter(counts).flatMap(plannedPlacements);

/** The parts of a plan as the threshold counts them: each with its own days and hours. */
const plannedPlacements = (callOff: CallOff): readonly PlacementFact[] =>
  plannedParts(callOff).map(({ from, to, pattern }) =>
    placementOf({ ...callOff.request, startDate: from, endDate: to }, { hoursPerWeek: pattern.days.length * pattern.hoursPerDay }),
  );

/** The placements that were made before this order: of two that were approved in the same moment only the later is stopped when it is sent. */
export const placementsBefore = (ordered: CallOff, callOffs: readonly CallOff[]): readonly PlacementFact[] => {
  const made = ({ order }: CallOff): string => JSON.stringify([order?.madeAt, order?.number]);
  return placementsOf(callOffs.filter((other) => other.ref !== ordered.ref && made(other) < made(ordered)));
};

/** R12 to R14: why this provider may not be ordered from for so many hours; `undefined` when it may. No number is told; a commissioner's recorded view is in the policy. */
export const whyNotRegistered = (
  request: CallOffRequest,
  price: Pick<FrozenPrice, 'hoursPerWeek'>,
  { registeredSchool }: Pick<Provider, 'registeredSchool'>,
  { placements, policy, pupilKey }: RegistrationFacts,
): Refusal | undefined => {
  // The threshold counts pupils of compulsory school age only (R12): another pupil brings nobody nearer to it.
  if (!request.compulsorySchoolAge) return undefined;
  const added = placementOf(request, price);
  const named = pupilKey ? { ...added, buyerRef: '', pupilRef: pupilKey(added.buyerRef, added.pupilRef.trim().toUpperCase()) } : added;
  const refusal = whyNotMore(placements, named, registeredSchool, policy);
  return refusal && refused('registration-threshold', refusal.detail);
};
