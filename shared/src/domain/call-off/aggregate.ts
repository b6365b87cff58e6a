import { type Numbering, numberEffects, withoutReceipted } from '../effect.ts';
import type { HistoryEntry } from './call-off.ts';
import { foldHistory, stateRoom } from './call-off-room.ts';
import type { Command } from './decision.ts';

/** A command that was accepted, and the version that it made. */
export interface Remembered {
  readonly id: string;
  readonly version: number;
}

/**
 * What every record has that fits in one list item and is moved by decisions only: its version, its history for people, its outbox and the last
 * commands that it accepted. `Work` is what its decisions may ask the world to do.
 */
export interface Aggregate<Work extends object> {
  readonly ref: string;
  /** +1 for each accepted command; 0 before the first. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly (Work & Numbering)[];
  /** The last accepted commands, 20 where nothing else is said: a command that comes again is answered with what it did. */
  readonly lastCommands: readonly Remembered[];
}

/** An accepted command. `replay`: it had been accepted before, as the version named; nothing was changed by its coming again. */
export interface Sealed<S, Work extends object> {
  readonly ok: true;
  readonly state: S;
  readonly effects: readonly (Work & Numbering)[];
  readonly replay?: { readonly version: number };
}

/** What a decision says that a change is: a line for people, and the work that follows from it. */
export interface ChangeToSeal<S, Work extends object> {
  readonly state: S;
  readonly what: string;
  readonly works: readonly Work[];
  readonly comment?: string | undefined;
  /** A change that protects a child finds room in a record that is full to every other. */
  readonly protects?: boolean;
}

const ringSize = 20;
/** Kept free for the changes that protect a child: six texts of 2,000 characters that JSON writes as two each. */
const keptForProtection = 24_000;

/** A record before its first command. */
export const unwritten = { version: 0, history: [], outbox: [], lastCommands: [] } as const;

/** The answer to a command that was accepted before: the record as it is, and nothing to be done again. */
export const replayOf = <S extends Aggregate<Work>, Work extends object>(present: S, command: Command): Sealed<S, Work> | undefined => {
  const first = present.lastCommands.find(({ id }) => id === command.id);
  return first && { ok: true, state: present, effects: [], replay: { version: first.version } };
};

/**
 * Seals a change: version +1, one history line, command remembered, effects numbered and put in the outbox of the same write. `undefined` when the
 * record has no room for it. `kept`: characters that only a change that `protects` may use. `remembers`: how many commands it knows again.
 */
export const seal = <S extends Aggregate<Work>, Work extends object>(
  { state: changed, what, works, comment, protects = false }: ChangeToSeal<S, Work>,
  command: Command,
  kept: number = keptForProtection,
  remembers: number = ringSize,
): Sealed<S, Work> | undefined => {
  const version = changed.version + 1;
  const effects = numberEffects(changed.ref, version, command.now, works);
  const line = { at: command.now, by: command.by.name, what };
  const state = foldHistory<S>(
    {
      ...changed,
      version,
      history: [...changed.history, comment === undefined ? line : { ...line, comment }],
      lastCommands: [...changed.lastCommands, { id: command.id, version }].slice(-remembers),
      outbox: [...withoutReceipted(changed.outbox, command.receipted), ...effects],
    },
    protects ? stateRoom : stateRoom - kept,
  );
  return state && { ok: true, state, effects };
};
