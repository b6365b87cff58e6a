import type { CallOff } from '@ap/shared/domain/call-off';
import type { Command, Decision } from '@ap/shared/domain/decision';
import type { Person } from '@ap/shared/domain/person';
import { noSuchCallOff, ProblemError, toProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Ports, StoredCallOff } from '../ports.ts';
import { inTurn } from './in-turn.ts';

type Needs = Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** A command about one call-off as the edge received it. `key` is the caller's idempotency key, `content` what it was sent with. */
export interface CommandInput {
  readonly ref: string;
  readonly by: Person;
  readonly key: string;
  readonly content: unknown;
}

const maxTries = 5;

/**
 * Runs one command: load, decide, write once with If-Match, then queue the effects that the same write recorded. A conflict (412, 409) or an
 * unanswered write means: read again, look for this command's id, decide again. The same key twice answers with the present state; the same key
 * with other content is refused. Throws ProblemError when refused or not found, ServiceBusy after five contended tries (nothing was changed).
 */
export const runCommand = (
  ports: Needs,
  input: CommandInput,
  decide: (present: StoredCallOff, command: Command) => Promise<Decision>,
): Promise<StoredCallOff> =>
  inTurn(input.ref, async () => {
    const id = commandId(input, ports.hashes);
    let retryAfter = 2;
    for (let tries = 0; ; tries += 1) {
      const present = await ports.callOffs.find(input.ref);
      if (!present) throw noSuchCallOff();
      if (seenBefore(present.callOff, id)) {
        // Our own write without an answer did arrive: its effects were never queued.
        if (tries > 0) await queueEffects(ports, present, present.callOff.outbox);
        return present;
      }
      // The last try is looked for as well: it may have arrived without an answer.
      if (tries === maxTries) throw new ServiceBusy('register', 412, retryAfter);
      const receipts = await ports.effects.receipts(input.ref);
      const command: Command = {
        id,
        by: input.by,
        now: ports.clock.now(),
        receipted: new Set(receipts.map((receipt) => receipt.effectId)),
      };
      const decision = await decide(present, command);
      if (!decision.ok) throw toProblemError(decision);
      const saved = await ports.callOffs.save(present, decision.state);
      if (saved.ok) {
        await queueEffects(ports, saved.stored, decision.effects);
        return saved.stored;
      }
      retryAfter = saved.retryAfterSeconds ?? retryAfter;
      ports.log.event('info', 'write-repeated', { ref: input.ref, why: saved.why, tries });
    }
  });

/** The key with the hash of what it was sent with: 41 characters at most of the ring's line. */
const commandId = (input: CommandInput, hashes: Ports['hashes']): string => {
  const owner = hashes.text(`${input.by.tenantId}/${input.by.objectId}/${input.key}`).slice(0, 24);
  return `${owner}.${hashes.text(JSON.stringify(input.content ?? null)).slice(0, 16)}`;
};

const seenBefore = (callOff: CallOff, id: string): boolean => {
  const [owner] = id.split('.');
  const seen = callOff.lastCommands.find((applied) => applied.startsWith(`${owner}.`));
  if (seen !== undefined && seen !== id)
    throw new ProblemError('idempotency-mismatch', 'This was sent before with other content. Reload the page and try again.');
  return seen !== undefined;
};

/** Queues effects after their write. A queue that cannot be reached loses nothing: the sweep finds them in the item's outbox. */
export const queueEffects = async (
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
