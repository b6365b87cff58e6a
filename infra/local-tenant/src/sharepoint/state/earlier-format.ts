import type { ItemState, ItemVersion, ListState } from './list-state.ts';
import type { VersionHistory } from './version-history.ts';

/** Takes over a list that was kept before 2026-11-26: versions stood inside the items, and deleted items were not kept. */
export function adoptEarlierFormat(state: ListState, history: VersionHistory): void {
  state.recycled ??= [];
  for (const item of Object.values(state.items)) {
    const { past, ...rest } = item as ItemState & { readonly past?: readonly ItemVersion[] };
    if (past === undefined) continue;
    for (const version of past) history.add(item.id, version, 1);
    state.items[String(item.id)] = rest;
  }
}
