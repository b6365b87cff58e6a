import { withAttention, withoutAttention } from '@ap/shared/domain/call-off/attention';
import type { Effect } from '@ap/shared/domain/effect';
import { changeAttention } from '../commands/change-attention.ts';
import { isDelayed, isTooOld } from '../effects/too-old.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'callOffs' | 'effects' | 'clock' | 'log'>;

/** Notes on the item that an effect has failed for an hour. A note that cannot be written hides nothing: the failure itself is thrown on. */
export const noteDelayed = async (ports: Needs, { itemId, callOff }: StoredCallOff, effect: Effect): Promise<void> => {
  const since = ports.clock.now();
  try {
    await changeAttention(ports, itemId, (present) => withAttention(present, { reason: 'message-delayed', since }));
  } catch (error) {
    ports.log.event('warning', 'attention-not-noted', {
      ref: callOff.ref,
      effectId: effect.id,
      error: error instanceof Error ? error.name : 'unknown',
    });
  }
};

/** Takes that note away once no effect of the item is an hour late. */
export const noteCaughtUp = async (ports: Needs, { itemId, callOff }: StoredCallOff): Promise<void> => {
  const receipted = new Set((await ports.effects.receipts(callOff.ref)).map(({ effectId }) => effectId));
  const now = ports.clock.now();
  const isLate = ({ id, madeAt }: Effect): boolean => !receipted.has(id) && isDelayed(madeAt, now) && !isTooOld(madeAt, now);
  await changeAttention(ports, itemId, (present) => (present.outbox.some(isLate) ? present : withoutAttention(present, 'message-delayed')));
};

/**
 * Notes on the item that an effect will not go out any more. An order is held, so that a commissioner can send it; whom another message was for must be
 * told. It is delayed no longer; another that still is says so with its next failure.
 */
export const noteNeverSent = (ports: Needs, itemId: number, effectId: string): Promise<void> => {
  const since = ports.clock.now();
  return changeAttention(ports, itemId, (present) => {
    const effect = present.outbox.find(({ id }) => id === effectId);
    if (!effect) return present;
    const left = withoutAttention(present, 'message-delayed');
    return effect.kind === 'mail-order-to-provider'
      ? withAttention(left, { reason: 'order-not-sent', since, detail: 'The order could not be sent for 14 days.' })
      : withAttention(left, { reason: 'message-not-sent', since });
  });
};
