import { drawLot } from '../ranking.ts';

/** What the fair order asks of a document, by its number. */
export interface Drawing {
  readonly seed: number;
  readonly providerHash: (id: number) => number;
  readonly refHash: (id: number) => number;
  readonly serviceRef: (id: number) => string;
}

/** Fewer than this are simply put in order. */
const SMALL = 64;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Equals in fair order: by the lots of their providers, each provider's first service before anybody's second. */
export function fairOrder(ids: readonly number[], drawing: Drawing): readonly number[] {
  const { seed, providerHash, refHash, serviceRef } = drawing;
  const rows = ids
    .map((id) => ({
      id,
      provider: providerHash(id),
      providerLot: drawLot(seed, providerHash(id)),
      lot: drawLot(seed, refHash(id)),
      turn: 0,
    }))
    .sort((a, b) => a.providerLot - b.providerLot || a.lot - b.lot || compare(serviceRef(a.id), serviceRef(b.id)));
  const turns = new Map<number, number>();
  for (const row of rows) {
    row.turn = turns.get(row.provider) ?? 0;
    turns.set(row.provider, row.turn + 1);
  }
  return rows.sort((a, b) => a.turn - b.turn).map(({ id }) => id);
}

/**
 * The first `wanted` of equals in fair order. Of many, only providers with one of the lowest lots are looked at twice:
 *
 *     lowest lots so far | 12 | 40 | 77 |      a provider with lot 90 is passed by; one with lot 30 takes its place and 77 falls out
 *
 * When all providers together have fewer than `wanted`, second turns are needed and everything is put in order.
 */
export function fairFirst(ids: Uint32Array, wanted: number, drawing: Drawing): readonly number[] {
  const all = () => fairOrder([...ids], drawing).slice(0, wanted);
  if (ids.length <= SMALL || wanted * 2 > ids.length || wanted > 200) return all();
  const { seed, providerHash, refHash, serviceRef } = drawing;
  const lots: number[] = [];
  const best: { id: number; lot: number }[] = [];
  let highest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] as number;
    const providerLot = drawLot(seed, providerHash(id));
    if (providerLot > highest) continue;
    let at = lots.length;
    while (at > 0 && (lots[at - 1] as number) > providerLot) at -= 1;
    const lot = drawLot(seed, refHash(id));
    const same = at > 0 && lots[at - 1] === providerLot ? best[at - 1] : undefined;
    if (same) {
      if (lot < same.lot || (lot === same.lot && serviceRef(id) < serviceRef(same.id))) {
        same.id = id;
        same.lot = lot;
      }
      continue;
    }
    if (lots.length === wanted) {
      lots.pop();
      best.pop();
    }
    lots.splice(at, 0, providerLot);
    best.splice(at, 0, { id, lot });
    if (lots.length === wanted) highest = lots[wanted - 1] as number;
  }
  return lots.length < wanted ? all() : best.map(({ id }) => id);
}
