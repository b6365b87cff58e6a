import type { Accepted, Command } from '@ap/shared/domain/call-off/decision';
import { noSuchCallOff, type RefusedCommand } from '../http/problem-reply.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { applyOnce, commandId, type GivenCommand, seenBefore } from './apply-once.ts';
import { callOffRecord } from './call-off-record.ts';

/** What a command about a call-off needs of the outside. */
export type CommandNeeds = Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** A command about one call-off. */
export interface CommandInput extends GivenCommand {
  readonly ref: string;
  /** The call-off as it was read just now: the first try need not read it again, because If-Match finds out whether it is out of date. */
  readonly justRead?: StoredCallOff;
}

/**
 * Runs one command about a call-off that is there, with If-Match. The same key twice answers with the present state. Throws ProblemError when refused
 * or not found, ServiceBusy when contended.
 */
export const runCommand = (
  ports: CommandNeeds,
  input: CommandInput,
  decide: (present: StoredCallOff, command: Command) => Promise<Accepted | RefusedCommand>,
): Promise<StoredCallOff> => {
  const id = commandId(input, ports.hashes);
  return applyOnce(ports, callOffRecord, input.ref, { id, by: input.by }, async (tries) => {
    const present = (tries === 0 ? input.justRead : undefined) ?? (await ports.callOffs.find(input.ref));
    if (!present) throw noSuchCallOff();
    if (seenBefore(present.callOff.lastCommands, id)) return { done: present };
    return {
      decide: async (command) => {
        const receipts = await ports.effects.receipts(input.ref);
        return decide(present, { ...command, receipted: new Set(receipts.map((receipt) => receipt.effectId)) });
      },
      write: (state) => ports.callOffs.save(present, state),
    };
  });
};
