import type { Command } from '@ap/shared/domain/call-off/decision';
import type { Person } from '@ap/shared/domain/people/person';
import { ProblemError, type RefusedCommand, toProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { PendingEffect, Subject } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { inTurn } from './in-turn.ts';

/** A command as the edge received it. `key` is the caller's idempotency key, `content` what it was sent with. */
export interface GivenCommand {
  readonly by: Person;
  readonly key: string;
  readonly content: unknown;
}

/** What a command is decided to, of whatever kind of record. */
type Decided<State> = { readonly ok: true; readonly state: State; readonly effects: readonly PendingEffect[] } | RefusedCommand;

/** How a write ended: the record as it lies in its list now, or why not. */
type Written<Stored> =
  | { readonly ok: true; readonly stored: Stored }
  | { readonly ok: false; readonly why: 'conflict' | 'duplicate' | 'unknown'; readonly retryAfterSeconds?: number };

/** What one try found: the record with this command in it, or what is to be decided and how it is written. */
export type Found<Stored, State> =
  | { readonly done: Stored }
  | {
      readonly decide: (command: Omit<Command, 'receipted'>) => Promise<Decided<State>>;
      readonly write: (state: State) => Promise<Written<Stored>>;
    };

/** Where the effects of a kind of record are recorded. */
export interface RecordKind<Stored> {
  readonly subjectOf: (stored: Stored) => Subject;
  readonly pendingIn: (stored: Stored) => readonly PendingEffect[];
}

const maxTries = 5;

/**
 * Applies a command once, however often it is given: look for it, decide, write once, then queue the effects that the same write recorded. A conflict
 * (412, 409), a duplicate and an unanswered write all mean: look again, for it may be there already, and decide again. `turn` is what only one command
 * at a time is about in this process. Throws ProblemError when refused, ServiceBusy after five contended tries (nothing was changed).
 */
export const applyOnce = <Stored, State>(
  ports: Pick<Ports, 'effects' | 'clock' | 'log'>,
  kind: RecordKind<Stored>,
  turn: string,
  { id, by }: { readonly id: string; readonly by: Person },
  find: (tries: number) => Promise<Found<Stored, State>>,
): Promise<Stored> =>
  inTurn(ports, turn, async () => {
    let retryAfter = 2;
    for (let tries = 0; ; tries += 1) {
      const found = await find(tries);
      if ('done' in found) {
        // Our own write without an answer did arrive: its effects were never queued.
        if (tries > 0) await queueEffects(ports, kind.subjectOf(found.done), kind.pendingIn(found.done));
        return found.done;
      }
      // The last try is looked for as well: it may have arrived without an answer.
      if (tries === maxTries) throw new ServiceBusy('register', 412, retryAfter);
      const decision = await found.decide({ id, by, now: ports.clock.now() });
      if (!decision.ok) throw toProblemError(decision);
      const written = await found.write(decision.state);
      if (written.ok) {
        await queueEffects(ports, kind.subjectOf(written.stored), decision.effects);
        return written.stored;
      }
      retryAfter = written.retryAfterSeconds ?? retryAfter;
      ports.log.event('info', 'write-repeated', { turn, why: written.why, tries });
    }
  });

/** The caller's key as a hash of its own: the same key of another person is another. */
export const ownKey = ({ by, key }: GivenCommand, hashes: Ports['hashes']): string => hashes.text(`${by.tenantId}/${by.objectId}/${key}`);

/** The key with the hash of what it was sent with: 41 characters at most of the ring's line. */
export const commandId = (given: GivenCommand, hashes: Ports['hashes']): string =>
  `${ownKey(given, hashes).slice(0, 24)}.${hashes.text(JSON.stringify(given.content ?? null)).slice(0, 16)}`;

/** Whether the record knows this command. The same key with other content is a mistake of the caller, never a second command. */
export const seenBefore = (lastCommands: readonly string[], id: string): boolean => {
  const [owner] = id.split('.');
  const seen = lastCommands.find((applied) => applied.startsWith(`${owner}.`));
  if (seen !== undefined && seen !== id)
    throw new ProblemError(
      'idempotency-mismatch',
      'This was sent before with other content. Open the request under My requests to see how it stands.',
    );
  return seen !== undefined;
};

/** Queues effects after their write. A queue that cannot be reached loses nothing: the sweep finds them in the item's outbox. */
const queueEffects = async (ports: Pick<Ports, 'effects' | 'log'>, subject: Subject, effects: readonly PendingEffect[]): Promise<void> => {
  try {
    await ports.effects.enqueue(subject, effects);
  } catch (error) {
    ports.log.event('warning', 'effects-left-to-sweep', {
      ref: subject.ref,
      count: effects.length,
      error: error instanceof Error ? error.name : 'unknown',
    });
  }
};
