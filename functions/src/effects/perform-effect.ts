import { inSpan } from '../http/span.ts';
import type { Subject } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { type Outbox, type OutboxItem, outboxOf } from './outbox.ts';
import { isDelayed, isTooOld } from './too-old.ts';

export interface AskedEffect extends Pick<Subject, 'list' | 'itemId'> {
  readonly effectId: string;
  /** A person asked for it. */
  readonly byHand?: true | undefined;
}

/** Effects that one write recorded in one item. */
export interface AskedEffects extends Omit<AskedEffect, 'effectId'> {
  readonly effectIds: readonly string[];
}

/** Tells the operator's notes of an effect that cannot be done as things stand. */
export type NoteStuck = (effect: Pick<AskedEffect, 'list' | 'itemId' | 'effectId'>, kind: string) => Promise<void>;

/**
 * Performs the queued effects of one item, each for itself: one that fails holds up no other. The item is read once for all of them, now: what one write recorded
 * costs one request of the list. Answers with the end of each, in their order.
 */
export const performEffects =
  (outboxes: readonly Outbox[], perform: ReturnType<typeof performEffect>) =>
  ({ effectIds, ...asked }: AskedEffects): readonly Promise<void>[] => {
    const item = outboxOf(outboxes, asked.list).get(asked.itemId);
    return effectIds.map((effectId) => perform({ ...asked, effectId }, item));
  };

/**
 * Performs one queued effect: reads the item (or takes it as it was just read), finds the effect in its outbox, skips it when a receipt exists, performs it and writes the receipt.
 * Throws when it could not be performed: the caller puts the message back with a delay. When that has gone on for an hour the item itself says so, until
 * the effect is performed. One that waited too long is left, without a receipt, to a person, and performed when that person asks for it. What cannot be done as
 * things stand is noted for the operator before its receipt says so.
 */
export const performEffect =
  (ports: Pick<Ports, 'effects' | 'clock' | 'log'>, outboxes: readonly Outbox[], noteStuck?: NoteStuck) =>
  async ({ list, itemId, effectId, byHand }: AskedEffect, justRead?: Promise<OutboxItem | undefined>): Promise<void> => {
    const item = await (justRead ?? outboxOf(outboxes, list).get(itemId));
    const effect = item?.pending.find(({ id }) => id === effectId);
    if (!item || !effect) {
      // A later write pruned it after its receipt was read, or the item is gone: nothing is owed.
      ports.log.event('info', 'effect-not-pending', { list, itemId, effectId });
      return;
    }
    const { ref } = item.subject;
    if ((await ports.effects.receipts(ref)).some((receipt) => receipt.effectId === effectId)) return;
    if (!byHand && isTooOld(effect.madeAt, ports.clock.now())) {
      // The sweep tells the operator, once, however often its message comes.
      ports.log.event('info', 'effect-left', { ref, effectId, kind: effect.kind });
      return;
    }
    const performed = await inSpan(`effect ${effect.kind}`, 'inside', { 'ap.list': list, 'ap.effect': effect.kind }, async (span) => {
      const ended = await item.perform(effectId);
      span.say({ 'ap.state': ended.state });
      return ended;
    }).catch(async (error: unknown) => {
      if (isDelayed(effect.madeAt, ports.clock.now())) await item.noteDelayed(effectId);
      throw error;
    });
    if (performed.state === 'stuck') await noteStuck?.({ list, itemId, effectId }, effect.kind);
    await ports.effects.confirm(ref, { effectId, kind: effect.kind, at: ports.clock.now(), ...performed });
    ports.log.event(performed.state === 'stuck' ? 'error' : 'info', 'effect-performed', {
      ref,
      effectId,
      kind: effect.kind,
      state: performed.state,
      reason: performed.reason,
    });
    await item.noteCaughtUp();
  };
