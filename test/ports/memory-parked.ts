import type { AskedTry, ParkedCommand, ParkedCommands } from '../../functions/src/ports/parked.ts';

/** Commands that wait, in memory, with the tries that were asked for. */
export interface MemoryParked extends ParkedCommands {
  readonly asked: (AskedTry & { readonly delaySeconds: number })[];
}

export const memoryParked = (): MemoryParked => {
  const kept = new Map<string, string>();
  const read = (text: string): ParkedCommand => JSON.parse(text) as ParkedCommand;
  const asked: (AskedTry & { readonly delaySeconds: number })[] = [];
  return {
    asked,
    find: async (id) => {
      const text = kept.get(id);
      return text === undefined ? undefined : read(text);
    },
    keep: async (command) => void kept.set(command.id, JSON.stringify(command)),
    all: async () => [...kept.values()].map(read),
    remove: async (id) => void kept.delete(id),
    enqueue: async (asks, delaySeconds) => void asked.push({ ...asks, delaySeconds }),
  };
};
