/** What could be on a page, by number, and the key that each is sorted by, lower first; no keys where all are equal. */
export interface Candidates {
  readonly ids: Uint32Array;
  readonly keys: Float64Array | undefined;
}

/** Room for all results of a search: made once, for there is one search at a time. */
export const scratch = { ids: new Uint32Array(1_024), group: new Uint32Array(1_024), keys: new Float64Array(1_024) };

export function makeRoom(results: number): void {
  if (scratch.keys.length >= results) return;
  scratch.ids = new Uint32Array(results * 2);
  scratch.group = new Uint32Array(results * 2);
  scratch.keys = new Float64Array(results * 2);
}
