import fc from 'fast-check';
import type { Sealed } from '../call-off/aggregate.ts';
import type { Refusal } from '../refusal.ts';
import type { TenderDecision } from './decider.ts';
import type { TenderWork } from './effect.ts';
import type { TenderRecord } from './record.ts';
import { type TenderRole, tenderRoles } from './role.ts';

/** Mostly the roles that a command needs, sometimes others. */
export const anyRoles: fc.Arbitrary<readonly TenderRole[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(tenderRoles) },
  { weight: 1, arbitrary: fc.subarray([...tenderRoles]) },
);

/** The accepted decision; throws with the refusal where there is none. */
export const acceptedTender = <S extends TenderRecord>(decision: TenderDecision<S>): Sealed<S, TenderWork> => {
  if (decision.ok) return decision;
  throw new Error(`Refused: ${decision.code} ${decision.field ?? ''} ${decision.detail}`);
};

/** The refusal; throws where the command was accepted. */
export const refusedTender = <S extends TenderRecord>(decision: TenderDecision<S>): Refusal => {
  if (!decision.ok) return decision;
  throw new Error(`Accepted at version ${decision.state.version}`);
};
