import type { Choices } from '../../functions/src/ports/kept.ts';

/** Choices in memory, each buyer's own. */
export const memoryChoices = (): Choices => {
  const kept = new Map<string, Awaited<ReturnType<Choices['keep']>>>();
  return {
    list: async (buyerRef) => [...kept].filter(([key]) => key.startsWith(`${buyerRef} `)).map(([, choice]) => choice),
    all: async () => [...kept].map(([key, choice]) => ({ buyerRef: key.split(' ')[0] as string, choice })),
    keep: async (buyerRef, choice) => {
      const key = `${buyerRef} ${choice.choiceRef}`;
      const there = kept.get(key) ?? choice;
      kept.set(key, there);
      return there;
    },
  };
};
