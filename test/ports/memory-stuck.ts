import type { GivenUpMessages, StuckNote, StuckNotes, WatchedQueue } from '../../functions/src/ports/stuck.ts';

/** Notes of what is stuck, in memory. */
export const memoryStuck = (): StuckNotes => {
  const notes = new Map<string, string>();
  const read = (text: string): StuckNote => JSON.parse(text) as StuckNote;
  return {
    all: async () => [...notes.values()].map(read),
    find: async (id) => {
      const text = notes.get(id);
      return text === undefined ? undefined : read(text);
    },
    keep: async (note) => void notes.set(note.id, JSON.stringify(note)),
    remove: async (id) => void notes.delete(id),
  };
};

export interface MemoryGivenUp extends GivenUpMessages {
  /** What lies there, oldest first. */
  readonly lying: { readonly queue: WatchedQueue; readonly text: string }[];
}

/** Messages that the host gave up, in memory: looked at, each lies there until it is taken. */
export const memoryGivenUp = (): MemoryGivenUp => {
  const lying: { readonly queue: WatchedQueue; readonly text: string }[] = [];
  const inHand = new Set<object>();
  return {
    lying,
    next: async () =>
      lying
        .filter((message) => !inHand.has(message))
        .map((message, index) => {
          inHand.add(message);
          const take = async (): Promise<void> => void lying.splice(lying.indexOf(message), 1);
          return { ...message, messageId: String(index), take };
        }),
  };
};
