import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Ports } from '../ports/ports.ts';
import { inTurn } from './in-turn.ts';

const maxTries = 3;

/**
 * Notes on the item itself that a person must look at it, or that they need not any more. No command of a person: version, history and outbox stay
 * as they are. Written with If-Match; `change` is asked again about what a rival wrote, and hands back the very object when nothing is to be written.
 * Where every try meets a rival the note is left to the next message or sweep.
 */
export const changeAttention = async (
  ports: Pick<Ports, 'callOffs' | 'log'>,
  itemId: number,
  change: (present: CallOff) => CallOff,
): Promise<void> => {
  const first = await ports.callOffs.get(itemId);
  if (!first || change(first.callOff) === first.callOff) return;
  await inTurn(ports, first.callOff.ref, async () => {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const present = await ports.callOffs.get(itemId);
      if (!present) return;
      const next = change(present.callOff);
      if (next === present.callOff || (await ports.callOffs.save(present, next)).ok) return;
    }
    ports.log.event('warning', 'attention-not-noted', { ref: first.callOff.ref, itemId });
  });
};
