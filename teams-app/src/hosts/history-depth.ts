/** How many of our own pages lie behind this one: kept in the history entry itself, because `history.length` never shrinks. */
export const historyDepth = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'depth' in state && typeof state.depth === 'number' ? state.depth : 0;

/** The state of the entry that comes next: one deeper for a new page, the same for one that is replaced. */
export const nextState = (state: unknown, replace: boolean): { readonly depth: number } => ({
  depth: historyDepth(state) + (replace ? 0 : 1),
});
