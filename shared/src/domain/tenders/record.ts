import type { HistoryEntry } from '../call-off.ts';
import type { TenderEffect } from './effect.ts';

/** A command that was applied, with the version it made: the same command again is answered with that. */
export interface AppliedCommand {
  readonly id: string;
  readonly version: number;
}

/** What every record of a tender keeps beside its own facts. One record is one list item: state, history and outbox change in one conditional write. */
export interface TenderRecord {
  readonly ref: string;
  readonly status: string;
  /** +1 for each accepted command. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly TenderEffect[];
  /** The last 20 commands. */
  readonly lastCommands: readonly AppliedCommand[];
}

/** The parts that only `decider` writes. */
export type Bookkeeping = 'version' | 'history' | 'outbox' | 'lastCommands';

const ringSize = 20;
export const rememberApplied = (ring: readonly AppliedCommand[], applied: AppliedCommand): readonly AppliedCommand[] =>
  [...ring, applied].slice(-ringSize);
