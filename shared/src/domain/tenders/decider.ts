import type { Sealed } from '../call-off/aggregate.ts';
import * as machines from '../call-off/decider.ts';
import type { Refusal } from '../refusal.ts';
import type { TenderAction } from './action.ts';
import type { TenderWork } from './effect.ts';
import type { TenderMachine } from './machine.ts';
import type { TenderRecord } from './record.ts';
import { type TenderRole, tenderRoleNames } from './role.ts';

/** A command about a tender as it is given. */
export type TenderCommand = machines.GivenCommand;

/** What every decision is told: in which roles the giver of the command acts here. */
export interface TenderFacts {
  readonly roles: readonly TenderRole[];
}

/** A command that was accepted, now or before (`replay`), or why it is refused. */
export type TenderDecision<S extends TenderRecord> = Sealed<S, TenderWork> | Refusal;

/** What a command does to a record, before it is sealed. */
export type Change<S extends TenderRecord> = machines.Change<S, TenderWork>;

/** Decides one command: the same one again gets its first outcome, the table is asked, then the command's own guard. `now` is an ISO instant. */
export type Decide<S extends TenderRecord, C extends TenderCommand, F> = machines.Decide<S, C, F, TenderWork, Refusal>;

/** Makes the decision function of one state machine of a tender. */
export const decider = <S extends TenderRecord, B extends TenderCommand, C extends TenderCommand, F extends TenderFacts>(
  machine: TenderMachine<S['status'], B['kind'] | C['kind']>,
  begins: machines.Begins<S, B, F, TenderWork, Refusal>,
  moves: machines.Moves<S, C, F, TenderWork, Refusal>,
): Decide<S, B | C, F> =>
  machines.deciderOf<S, B, C, TenderRole, TenderAction, F, TenderWork, Refusal>(machine, tenderRoleNames, begins, moves);
