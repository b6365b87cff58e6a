import type { Problem } from '@ap/shared/contract/problem';
import type { VerifiedUser } from '../http/user-token.ts';

/** What a command was sent with, in the shapes of its endpoint. */
export interface ParkedInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly key: string;
}

/** How a parked command ended: done, or with the problem that its caller would have been answered. */
export type ParkedEnd = Pick<Problem, 'code' | 'detail' | 'pointer' | 'errors'> | 'done';

/** A command that waits for a busy register, or how it ended. */
export interface ParkedCommand {
  /** 40 hexadecimal digits, of person, endpoint, key and content: the same command parks once. */
  readonly id: string;
  readonly endpoint: string;
  readonly by: VerifiedUser;
  /** Since when it waits (ISO instant). */
  readonly parkedAt: string;
  /** Only as long as it waits: what people wrote is kept no longer than it is needed. */
  readonly input?: ParkedInput | undefined;
  readonly ended?: { readonly at: string; readonly how: ParkedEnd } | undefined;
  /** Whether the person has asked for the outcome, or was told of it by mail. */
  readonly told?: true | undefined;
}

/** A try that is asked for. `tries`: how many there were. `once`: when it fails it does not ask for another, for whoever asked comes again. */
export interface AskedTry {
  readonly id: string;
  readonly tries: number;
  readonly once?: true | undefined;
}

/** Commands that had to wait. Their queue carries ids only. */
export interface ParkedCommands {
  readonly find: (id: string) => Promise<ParkedCommand | undefined>;
  /** Keeps it as it is now, in place of what was kept under its id. */
  readonly keep: (command: ParkedCommand) => Promise<void>;
  readonly all: () => Promise<readonly ParkedCommand[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Asks for another try after so many seconds. */
  readonly enqueue: (asked: AskedTry, delaySeconds: number) => Promise<void>;
}
