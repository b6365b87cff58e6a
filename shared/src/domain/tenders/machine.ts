import type { Machine } from '../machine/machine.ts';
import type { TenderAction } from './action.ts';
import type { TenderRole } from './role.ts';

/** A state machine on the way onto the framework. */
export type TenderMachine<Status extends string, Command extends string> = Machine<Status, Command, TenderRole, TenderAction>;
