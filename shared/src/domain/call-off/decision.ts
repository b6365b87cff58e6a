import { type Effect, type EffectWork, numberEffects, withoutReceipted } from '../effect.ts';
import type { Person } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { CallOff } from './call-off.ts';
import { rememberCommand } from './call-off.ts';
import { foldToFit } from './call-off-room.ts';

/** An accepted command: the new state, with its new effects already in the outbox. */
export interface Accepted {
  readonly ok: true;
  readonly state: CallOff;
  readonly effects: readonly Effect[];
}

export type Decision = Accepted | Refusal;

/** What every command carries: its own id (an idempotency key), who gives it, and when. `now` is an ISO instant. */
export interface Command {
  readonly id: string;
  readonly by: Person;
  readonly now: string;
  /** Effects whose receipt the edge has read: they may leave the outbox. */
  readonly receipted: ReadonlySet<string>;
}

/**
 * Seals a change: version +1, history line, command remembered, effects numbered and put in the outbox of the same write. Refused when the record has
 * no room for it, which never befalls a command that ends the call-off.
 */
export const accept = (change: CallOff, command: Command, what: string, works: readonly EffectWork[], comment?: string): Decision => {
  const version = change.version + 1;
  const effects = numberEffects(change.ref, version, command.now, works);
  const line = { at: command.now, by: command.by.name, what };
  const state = foldToFit({
    ...change,
    version,
    history: [...change.history, comment === undefined ? line : { ...line, comment }],
    lastCommands: rememberCommand(change.lastCommands, command.id),
    outbox: [...withoutReceipted(change.outbox, command.receipted), ...effects],
  });
  return state ? { ok: true, state, effects } : refused('record-full', recordFull);
};

const recordFull =
  'There is no room left in this record. The request can still be withdrawn or rejected, and an order declined, cancelled or ended. Make a new request for anything else.';
