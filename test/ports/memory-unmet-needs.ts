import type { CountedNeed } from '@ap/shared/domain/insight/unmet-need';
import type { UnmetNeeds } from '../../functions/src/ports/kept.ts';

/** Unmet needs in memory. */
export const memoryUnmetNeeds = (): UnmetNeeds => {
  const kept = new Map<string, CountedNeed>();
  return {
    note: async (need) => {
      const key = JSON.stringify(need);
      kept.set(key, { ...need, searches: (kept.get(key)?.searches ?? 0) + 1 });
    },
    between: async (from, to) => [...kept.values()].filter(({ day }) => from <= day && day <= to),
  };
};
