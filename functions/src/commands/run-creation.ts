import type { Command, Decision } from '@ap/shared/domain/call-off/decision';
import { ProblemError } from '../http/problem-reply.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import { applyOnce, commandId, type GivenCommand, ownKey, seenBefore } from './apply-once.ts';
import { callOffRecord } from './call-off-record.ts';
import type { CommandNeeds } from './run-command.ts';

/** What a new record takes from its command. `hash` is 40 characters of the caller's own key, unique in the register. */
export interface Creation {
  readonly command: Command;
  readonly hash: string;
  /** Counts up where a reference made from the hash was taken by chance. */
  readonly attempt: number;
}

/**
 * Makes one record for each key of a person. The list takes a key once, so the first try looks for no earlier one but in what is known already: 'duplicate', 'no answer'
 * and a refusal all mean that it is read by its key, for it may be made already.
 */
export const runCreation = async (
  ports: CommandNeeds,
  given: GivenCommand,
  decide: (creation: Creation) => Promise<Decision>,
): Promise<StoredCallOff> => {
  const hash = ownKey(given, ports.hashes).slice(0, 40);
  const id = commandId(given, ports.hashes);
  const same = (earlier: StoredCallOff | undefined): StoredCallOff | undefined => {
    if (earlier) seenBefore(earlier.callOff.lastCommands, id);
    return earlier;
  };
  const madeBefore = async () => same(await ports.callOffs.findByKey(hash));
  /** The key is never changed, so whoever is known to have it has it. */
  const knownBefore = async () => {
    const known = (await ports.callOffs.known()).find(({ callOff }) => callOff.idempotencyKey === hash);
    return known && same(await ports.callOffs.get(known.itemId));
  };
  try {
    return await applyOnce(ports, callOffRecord, hash, { id, by: given.by }, async (attempt) => {
      const earlier = await (attempt === 0 ? knownBefore() : madeBefore());
      if (earlier) return { done: earlier };
      return {
        decide: (command) => decide({ command: { ...command, receipted: new Set() }, hash, attempt }),
        write: (state) => ports.callOffs.add(state),
      };
    });
  } catch (error) {
    // What was made before may be refused by now: it is answered as it stands.
    if (!(error instanceof ProblemError) || error.code === 'idempotency-mismatch') throw error;
    const earlier = await madeBefore();
    if (earlier) return earlier;
    throw error;
  }
};
