import type { ShortlistEntry, Shortlists } from '../../functions/src/ports/kept.ts';

/** Shortlists in memory, each buyer's own. */
export const memoryShortlists = (): Shortlists => {
  const kept = new Map<string, Map<string, ShortlistEntry>>();
  const of = (buyerRef: string): Map<string, ShortlistEntry> => {
    const own = kept.get(buyerRef) ?? new Map<string, ShortlistEntry>();
    kept.set(buyerRef, own);
    return own;
  };
  return {
    list: async (buyerRef) => [...of(buyerRef).values()],
    add: async (buyerRef, entry) => void of(buyerRef).set(entry.serviceRef, entry),
    remove: async (buyerRef, serviceRef) => of(buyerRef).delete(serviceRef),
  };
};
