import { needsAttention } from '@ap/shared/domain/call-off/attention';
import type { Effect } from '@ap/shared/domain/effect';
import { callOffRecord } from '../commands/call-off-record.ts';
import type { Outbox, OutboxItem } from '../effects/outbox.ts';
import type { Performed } from '../effects/performed.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { noteCaughtUp, noteDelayed, noteNeverSent } from './note-unsent.ts';

/** One performer for each kind of effect of a call-off, from the features; they meet in app.ts. */
export type CallOffPerformers = {
  readonly [K in Effect['kind']]: (stored: StoredCallOff, effect: Extract<Effect, { kind: K }>) => Promise<Performed>;
};

/** The outboxes of call-offs. What is late or lost is noted on the call-off itself, where requesters and commissioners see it. */
export const callOffOutbox = (ports: Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'log'>, performers: CallOffPerformers): Outbox => {
  const item = (stored: StoredCallOff): OutboxItem => {
    const { outbox } = stored.callOff;
    const pending = (effectId: string): Effect => {
      const found = outbox.find(({ id }) => id === effectId);
      if (!found) throw new Error(`${effectId} is not in the outbox of ${stored.callOff.ref}`);
      return found;
    };
    return {
      subject: callOffRecord.subjectOf(stored),
      pending: outbox,
      perform: (effectId) => perform(performers, stored, pending(effectId)),
      noteDelayed: (effectId) => noteDelayed(ports, stored, pending(effectId)),
      noteCaughtUp: async () => {
        if (needsAttention(stored.callOff, 'message-delayed')) await noteCaughtUp(ports, stored);
      },
    };
  };
  return {
    list: 'CallOffs',
    get: async (itemId) => {
      const stored = await ports.callOffs.get(itemId);
      return stored && item(stored);
    },
    changes: async (from) => {
      const { changed, cursor } = await ports.callOffs.changes(from);
      return { changed: changed.map(item), cursor };
    },
    noteNeverSent: (itemId, effectId) => noteNeverSent(ports, itemId, effectId),
  };
};

const perform = <K extends Effect['kind']>(
  performers: CallOffPerformers,
  stored: StoredCallOff,
  effect: Extract<Effect, { kind: K }>,
): Promise<Performed> => performers[effect.kind as K](stored, effect);
