import type { ParkedInput } from '../ports/parked.ts';
import type { Caller } from './caller.ts';
import type { ServiceBusy } from './service-busy.ts';

/** Where commands of endpoints that park wait when the register stays busy. */
export interface Parking {
  /** Says how a parked command of an endpoint is run, by its caller as the register knows them by then. */
  readonly join: (endpoint: string, run: (caller: Caller, input: ParkedInput) => Promise<unknown>) => void;
  /** Parks a command, and has it tried again by itself. Answers with the id under which its outcome is found. */
  readonly park: (endpoint: string, caller: Caller, input: ParkedInput, busy: ServiceBusy) => Promise<string>;
}

/** In place of a reply: the command waits. */
export class Parked {
  readonly commandId: string;
  constructor(commandId: string) {
    this.commandId = commandId;
  }
}
