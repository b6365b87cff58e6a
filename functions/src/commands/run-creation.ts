import type { Command, Decision } from '@ap/shared/domain/decision';
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

/** Makes one record for each key of a person: 'duplicate' and 'no answer' both mean that it is read by its key, for it may be made already. */
export const runCreation = (
  ports: CommandNeeds,
  given: GivenCommand,
  decide: (creation: Creation) => Promise<Decision>,
): Promise<StoredCallOff> => {
  const hash = ownKey(given, ports.hashes).slice(0, 40);
  const id = commandId(given, ports.hashes);
  return applyOnce(ports, callOffRecord, hash, { id, by: given.by }, async (attempt) => {
    const earlier = await ports.callOffs.findByKey(hash);
    if (earlier) {
      seenBefore(earlier.callOff.lastCommands, id);
      return { done: earlier };
    }
    return {
      decide: (command) => decide({ command: { ...command, receipted: new Set() }, hash, attempt }),
      write: (state) => ports.callOffs.add(state),
    };
  });
};
