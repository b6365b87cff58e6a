import type { JudgedEdit } from '@ap/shared/domain/hand-edits/review-row';
import type { CarryOut, GoodCopies, GuardedList } from '../ports/hand-edits.ts';
import type { Ports } from '../ports/ports.ts';
import type { KeyBook } from './key-book.ts';

export interface GuardPorts extends Pick<Ports, 'audit' | 'effects' | 'cards' | 'mail' | 'buyers' | 'clock' | 'log'> {
  readonly goodCopies: GoodCopies;
  readonly lists: readonly GuardedList[];
  readonly carryOut: CarryOut;
}

/** What one run over one list needs beside. */
export interface RunPorts extends GuardPorts {
  readonly keys: KeyBook;
}

/** What became of an edit, with the number under which it is recorded and told of, once. */
export interface SettledEdit extends Omit<JudgedEdit, 'version'> {
  readonly id: string;
  readonly list: string;
  readonly key: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Whoever is told of it is not told which row: the list is not for everybody. */
  readonly restricted: boolean;
  /** The row as a whole was taken away, or made again. */
  readonly whole?: 'removed' | 'made-again' | undefined;
}

/** The number of an edit: list, item and version make it, so that the same edit never becomes a second event. */
export const editId = (list: string, itemId: number, version: number | 'deleted'): string => `EDIT-${list}-${itemId}-${version}`;
