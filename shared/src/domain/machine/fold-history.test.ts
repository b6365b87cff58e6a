import type { HistoryEntry } from '../call-off/call-off.ts';
import { foldHistory } from '../call-off/call-off-room.ts';

const lines = (count: number): readonly HistoryEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    at: `2026-11-2${at}T10:00:00Z`,
    by: `Person ${at}`,
    what: 'Told',
    comment: 'x'.repeat(500),
  }));
const size = (history: readonly HistoryEntry[]): number => JSON.stringify({ history }).length;
const folded = (history: readonly HistoryEntry[], room: number) => foldHistory({ history }, room)?.history;
const earlier = (at: number, count: number): HistoryEntry => ({
  at: `2026-11-2${at}T10:00:00Z`,
  by: `Person ${at}`,
  what: 'Earlier entries',
  folded: count,
});

describe('the history of a record that fills up', () => {
  const five = lines(5);

  test('is left whole while it fits, to the character', () => {
    expect(folded(five, size(five))).toBe(five);
    expect(folded(five, size(five) - 1)).not.toBe(five);
  });

  test('has its older half folded into one line, with the time and person of the last of them', () => {
    expect(folded(five, size(five) - 1)).toStrictEqual([earlier(2, 3), ...five.slice(3)]);
    expect(folded(lines(4), size(lines(4)) - 1)).toStrictEqual([earlier(1, 2), ...lines(4).slice(2)]);
  });

  test('is folded again where that is not enough, and what was folded counts', () => {
    expect(folded(five, 900)).toStrictEqual([earlier(3, 4), ...five.slice(4)]);
    expect(folded([earlier(0, 7), ...five.slice(1)], 900)).toStrictEqual([earlier(3, 10), ...five.slice(4)]);
  });

  test('keeps its newest line whatever happens: then there is no room', () => {
    expect(folded(five, 400)).toBeUndefined();
    expect(folded(lines(1), 400)).toBeUndefined();
    expect(folded([], 5)).toBeUndefined();
    expect(folded(lines(2), 900)).toStrictEqual([earlier(0, 1), ...lines(2).slice(1)]);
  });
});
