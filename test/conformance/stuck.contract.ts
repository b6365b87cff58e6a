import type { GivenUpMessages, StuckNote, StuckNotes, WatchedQueue } from '../../functions/src/ports/stuck.ts';

export interface OpenedStuck {
  readonly stuck: StuckNotes;
  readonly givenUp: GivenUpMessages;
  /** The host gives a message up. */
  readonly giveUp: (queue: WatchedQueue, text: string) => Promise<void>;
}

const poisoned: StuckNote = {
  id: 'effect-CO-7K3M-9QXT-v1-0',
  what: 'poisoned',
  list: 'CallOffs',
  itemId: 7,
  effectId: 'CO-7K3M-9QXT-v1-0',
  since: '2026-11-27T10:00:00.000Z',
  times: 1,
};
const unreadable: StuckNote = { id: 'message-0a1b', what: 'message-unreadable', queue: 'effects', since: poisoned.since, times: 1 };

/** What every keeper of what is stuck does. */
export const stuckContract = (open: () => Promise<OpenedStuck>): void => {
  test('a note is kept whole, the last word on it wins, and it is gone when it is removed, however often', async () => {
    const { stuck } = await open();
    expect(await stuck.all()).toEqual([]);
    await stuck.keep(poisoned);
    await stuck.keep(unreadable);
    await stuck.keep({ ...poisoned, times: 2 });
    expect([...(await stuck.all())].sort((a, b) => a.id.localeCompare(b.id))).toEqual([{ ...poisoned, times: 2 }, unreadable]);
    expect(await stuck.find(poisoned.id)).toEqual({ ...poisoned, times: 2 });
    await stuck.remove(poisoned.id);
    await stuck.remove(poisoned.id);
    expect(await stuck.find(poisoned.id)).toBeUndefined();
    expect(await stuck.all()).toEqual([unreadable]);
  });

  test('messages that were given up are told by queue and text, and lie there until they are taken', async () => {
    const { givenUp, giveUp } = await open();
    expect(await givenUp.next()).toEqual([]);
    await giveUp('effects', '{"v":1}');
    await giveUp('parked', 'née');
    const found = [...(await givenUp.next())].sort((a, b) => a.queue.localeCompare(b.queue));
    expect(found.map(({ queue, text }) => [queue, text])).toEqual([
      ['effects', '{"v":1}'],
      ['parked', 'née'],
    ]);
    // In hand: nobody else is given them meanwhile.
    expect(await givenUp.next()).toEqual([]);
    for (const message of found) await message.take();
    expect(await givenUp.next()).toEqual([]);
  });
};
