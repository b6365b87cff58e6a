import { type Outbox, outboxOf } from '../effects/outbox.ts';
import type { NoteStuck } from '../effects/perform-effect.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import type { GivenUp, GivenUpMessages, ReadMessage, StuckNotes, WatchedQueue } from '../ports/stuck.ts';

export interface StuckNeeds extends Pick<Ports, 'effects' | 'clock' | 'log' | 'hashes'> {
  readonly stuck: StuckNotes;
  readonly givenUp: GivenUpMessages;
  readonly readMessage: ReadMessage;
}

/** An order that is held says so itself, and is sent from the page of its request, once. */
export const isSentFromItsPage = (kind: string): boolean => kind === 'mail-order-to-provider';

/** Notes an effect that cannot be done as things stand. */
export const noteNotDone =
  ({ stuck, clock }: Pick<StuckNeeds, 'stuck' | 'clock'>): NoteStuck =>
  async (effect, kind) => {
    if (!isSentFromItsPage(kind))
      await stuck.keep({ ...effect, id: `effect-${effect.effectId}`, what: 'not-done', since: clock.now(), times: 1 });
  };

/** Notes a message that is none of ours. Under the hash of what it says: the same again counts, and what it says is kept nowhere. */
export const noteUnreadable =
  ({ stuck, clock, log, hashes }: Pick<StuckNeeds, 'stuck' | 'clock' | 'log' | 'hashes'>) =>
  async (queue: WatchedQueue, text: string): Promise<void> => {
    const id = `message-${hashes.text(`${queue} ${text}`).slice(0, 40)}`;
    const before = await stuck.find(id);
    await stuck.keep({ id, what: 'message-unreadable', queue, since: before?.since ?? clock.now(), times: (before?.times ?? 0) + 1 });
    log.event('error', 'message-unreadable', { queue, note: id });
  };

/**
 * Takes what the host gave up back to where it belongs, and then from its queue: an effect to its own record and to the notes that an operator reads, what is
 * none of ours to the notes. What waits in a table of its own (a parked command) or is looked at every minute anyway (a list that changed) is sent again by
 * its sweep. A crash between the two notes a thing twice, never not at all.
 */
export const takeGivenUp = (needs: StuckNeeds, outboxes: readonly Outbox[]) => async (): Promise<number> => {
  let taken = 0;
  for (let messages = await needs.givenUp.next(); messages.length > 0; messages = await needs.givenUp.next())
    for (const message of messages) {
      await noteGivenUp(needs, outboxes, message);
      await message.take();
      taken += 1;
    }
  return taken;
};

const noteGivenUp = async (needs: StuckNeeds, outboxes: readonly Outbox[], { queue, text }: GivenUp): Promise<void> => {
  const { log, readMessage } = needs;
  const read = readMessage(queue, text);
  if (!read) return noteUnreadable(needs)(queue, text);
  if (read.of === 'other') {
    log.event('error', 'message-poisoned', { queue });
    return;
  }
  const { list, itemId, effectIds } = read;
  for (const effectId of effectIds) await noteEffectGivenUp(needs, outboxes, queue, { list, itemId, effectId });
};

const noteEffectGivenUp = async (
  { stuck, clock, log }: StuckNeeds,
  outboxes: readonly Outbox[],
  queue: WatchedQueue,
  { list, itemId, effectId }: Parameters<NoteStuck>[0],
): Promise<void> => {
  const id = `effect-${effectId}`;
  const before = await stuck.find(id);
  await stuck.keep({
    id,
    what: 'poisoned',
    list,
    itemId,
    effectId,
    since: before?.since ?? clock.now(),
    times: (before?.times ?? 0) + 1,
  });
  log.event('error', 'message-poisoned', { queue, list, itemId, effectId });
  try {
    const item = await outboxOf(outboxes, list).get(itemId);
    if (item?.pending.some((effect) => effect.id === effectId)) await item.noteDelayed(effectId);
  } catch (error) {
    // The note stands; a row that cannot be read now says nothing itself.
    log.event('warning', 'poison-not-on-its-row', {
      list,
      itemId,
      effectId,
      error: error instanceof ProblemError ? error.code : String(error),
    });
  }
};
