import { orderIsOver } from '../orders/order.ts';
import type { CallOff, HistoryEntry } from './call-off.ts';

/** Most characters that a call-off's state takes in its list item as JSON: the column holds 63,999, and nothing is ever cut off. */
export const stateRoom = 60_000;

/**
 * Kept free for the one command that ends a call-off: twice a comment of 2,000 characters that JSON writes as two each, two people, three effects.
 * Whatever lies in the record, it can be withdrawn, rejected, declined, cancelled or ended.
 */
const keptForEnding = 12_000;

/** Whether nothing more happens to this call-off. */
const hasEnded = ({ status, order }: CallOff): boolean =>
  status === 'rejected' || status === 'withdrawn' || (order !== undefined && orderIsOver(order.state));

/**
 * The state with as many of its oldest history entries folded into one as it needs to fit its item; `undefined` where even that is not enough.
 * Nothing else is folded: steps, price and order decide, and no effect leaves the outbox without its receipt. What was folded is still in the
 * version history of the item.
 */
export const foldToFit = (state: CallOff): CallOff | undefined => {
  const room = hasEnded(state) ? stateRoom : stateRoom - keptForEnding;
  return foldHistory(state, room);
};

/** The state with as much of its history folded as it needs to take no more than `room` characters as JSON; `undefined` when that is not enough. */
export const foldHistory = <S extends { readonly history: readonly HistoryEntry[] }>(state: S, room: number): S | undefined => {
  let folded = state;
  while (JSON.stringify(folded).length > room) {
    const history = foldOlderHalf(folded.history);
    if (history === undefined) return undefined;
    folded = { ...folded, history };
  }
  return folded;
};

/** The older half of the entries as one that says how many it stands for; the newest stays. `undefined` when nothing is left to fold. */
const foldOlderHalf = (history: readonly HistoryEntry[]): readonly HistoryEntry[] | undefined => {
  const older = history.slice(0, Math.min(Math.ceil(history.length / 2), history.length - 1));
  const last = older.at(-1);
  if (last === undefined || last.folded !== undefined) return undefined;
  const count = older.reduce((sum, entry) => sum + (entry.folded ?? 1), 0);
  return [{ at: last.at, by: last.by, what: 'Earlier entries', folded: count }, ...history.slice(older.length)];
};
