import type { CallOff } from '@ap/shared/domain/call-off';
import type { Command, Decision } from '@ap/shared/domain/decision';
import type { Person } from '@ap/shared/domain/person';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { AddOutcome, Ports, SaveOutcome, StoredCallOff } from '../ports.ts';
import { inTurn } from './in-turn.ts';

export type CommandNeeds = Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** A command as the edge received it. `key` is the caller's idempotency key, `content` what it was sent with. */
export interface GivenCommand {
  readonly by: Person;
  readonly key: string;
  readonly content: unknown;
}

/** What one try found: the record with this command in it, or what is to be decided and how it is written. */
export type Found =
  | { readonly done: StoredCallOff }
  | {
      readonly decide: (command: Omit<Command, 'receipted'>) => Promise<Decision>;
      readonly write: (state: CallOff) => Promise<SaveOutcome | AddOutcome>;
    };

const maxTries = 5;

/**
 * Applies a command once, however often it is given: look for it, decide, write once, then queue the effects that the same write recorded. A conflict
 * (412, 409), a duplicate and an unanswered write all mean: look again, for it may be there already, and decide again. `turn` is what only one command
 * at a time is about in this process. Throws ProblemError when refused, ServiceBusy after five contended tries (nothing was changed).
 */
export const applyOnce = (
  ports: CommandNeeds,
  turn: string,
  { id, by }: { readonly id: string; readonly by: Person },
  find: (tries: number) => Promise<Found>,
): Promise<StoredCallOff> =>
  inTurn(turn, async () => {
    let retryAfter = 2;
    for (let tries = 0; ; tries += 1) {
      const found = await find(tries);
      if ('done' in found) {
        // Our own write without an answer did arrive: its effects were never queued.
        if (tries > 0) await queueEffects(ports, found.done, found.done.callOff.outbox);
        return found.done;
      }
      // The last try is looked for as well: it may have arrived without an answer.
      if (tries === maxTries) throw new ServiceBusy('register', 412, retryAfter);
      const decision = await found.decide({ id, by, now: ports.clock.now() });
      if (!decision.ok) throw toProblemError(decision);
      const written = await found.write(decision.state);
      if (written.ok) {
        await queueEffects(ports, written.stored, decision.effects);
        return written.stored;
      }
      retryAfter = written.retryAfterSeconds ?? retryAfter;
      ports.log.event('info', 'write-repeated', { ref: decision.state.ref, why: written.why, tries });
    }
  });

/** The caller's key as a hash of its own: the same key of another person is another. */
export const ownKey = ({ by, key }: GivenCommand, hashes: Ports['hashes']): string => hashes.text(`${by.tenantId}/${by.objectId}/${key}`);

/** The key with the hash of what it was sent with: 41 characters at most of the ring's line. */
export const commandId = (given: GivenCommand, hashes: Ports['hashes']): string =>
  `${ownKey(given, hashes).slice(0, 24)}.${hashes.text(JSON.stringify(given.content ?? null)).slice(0, 16)}`;

/** Whether the record knows this command. The same key with other content is a mistake of the caller, never a second command. */
export const seenBefore = (callOff: CallOff, id: string): boolean => {
  const [owner] = id.split('.');
  const seen = callOff.lastCommands.find((applied) => applied.startsWith(`${owner}.`));
  if (seen !== undefined && seen !== id)
    throw new ProblemError(
      'idempotency-mismatch',
      'This was sent before with other content. Open the request under My requests to see how it stands.',
    );
  return seen !== undefined;
};

/** Queues effects after their write. A queue that cannot be reached loses nothing: the sweep finds them in the item's outbox. */
const queueEffects = async (
  ports: Pick<Ports, 'effects' | 'log'>,
  stored: StoredCallOff,
  effects: Parameters<Ports['effects']['enqueue']>[1],
): Promise<void> => {
  try {
    await ports.effects.enqueue(stored, effects);
  } catch (error) {
    ports.log.event('warning', 'effects-left-to-sweep', {
      ref: stored.callOff.ref,
      count: effects.length,
      error: error instanceof Error ? error.name : 'unknown',
    });
  }
};
