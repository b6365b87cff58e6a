import { needsAttention } from '@ap/shared/domain/attention';
import type { Effect } from '@ap/shared/domain/effect';
import type { Ports, StoredCallOff } from '../ports.ts';
import { noteCaughtUp, noteDelayed } from './note-unsent.ts';
import type { Performed } from './performed.ts';
import { isDelayed, isTooOld } from './too-old.ts';

/** One performer for each kind of effect, from the features; they meet in app.ts. */
export type Performers = {
  readonly [K in Effect['kind']]: (stored: StoredCallOff, effect: Extract<Effect, { kind: K }>) => Promise<Performed>;
};

/**
 * Performs one queued effect: reads the item, finds the effect in its outbox, skips it when a receipt exists, performs it and writes the receipt.
 * Throws when it could not be performed: the caller puts the message back with a delay. When that has gone on for an hour the item itself says so, until
 * the effect is performed. One that waited too long is left, without a receipt, to a person.
 */
export const performEffect =
  (ports: Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'log'>, performers: Performers) =>
  async (itemId: number, effectId: string): Promise<void> => {
    const stored = await ports.callOffs.get(itemId);
    const effect = stored?.callOff.outbox.find((pending) => pending.id === effectId);
    if (!stored || !effect) {
      // A later write pruned it after its receipt was read, or the item is gone: nothing is owed.
      ports.log.event('info', 'effect-not-pending', { itemId, effectId });
      return;
    }
    const { ref } = stored.callOff;
    if ((await ports.effects.receipts(ref)).some((receipt) => receipt.effectId === effectId)) return;
    if (isTooOld(effect.madeAt, ports.clock.now())) {
      // The sweep tells the operator, once, however often its message comes.
      ports.log.event('info', 'effect-left', { ref, effectId, kind: effect.kind });
      return;
    }
    const performed = await perform(performers, stored, effect).catch(async (error: unknown) => {
      if (isDelayed(effect.madeAt, ports.clock.now())) await noteDelayed(ports, stored, effect);
      throw error;
    });
    await ports.effects.confirm(ref, { effectId, kind: effect.kind, at: ports.clock.now(), ...performed });
    ports.log.event(performed.state === 'stuck' ? 'error' : 'info', 'effect-performed', {
      ref,
      effectId,
      kind: effect.kind,
      state: performed.state,
      reason: performed.reason,
    });
    if (needsAttention(stored.callOff, 'message-delayed')) await noteCaughtUp(ports, stored);
  };

const perform = <K extends Effect['kind']>(
  performers: Performers,
  stored: StoredCallOff,
  effect: Extract<Effect, { kind: K }>,
): Promise<Performed> => performers[effect.kind as K](stored, effect);
