import type { UnmetReason } from './unmet-need.ts';

/** What of an unmet need is shown on a map: lots by their names. */
export interface NeedOfArea {
  readonly outcode?: string | undefined;
  readonly lots: readonly string[];
  readonly reason: UnmetReason;
  readonly searches: number;
}

/** The unmet needs of one area, by why they were not met. */
export interface AreaNeeds {
  readonly outcode: string;
  readonly counts: Readonly<Record<UnmetReason, number>>;
  readonly total: number;
}

/** How needs are narrowed that name no lot. */
export const noLotNamed = '';

/** Every lot that needs name, by name; `noLotNamed` last where there is a need that names none. */
export const lotsNamed = (needs: readonly NeedOfArea[]): readonly string[] => {
  const named = [...new Set(needs.flatMap(({ lots }) => lots))].sort((a, b) => a.localeCompare(b));
  return needs.some(({ lots }) => lots.length === 0) ? [...named, noLotNamed] : named;
};

/** The needs of one lot; `undefined` are all. What names several lots is of each. */
export const needsOfLot = <N extends NeedOfArea>(needs: readonly N[], lot: string | undefined): readonly N[] =>
  lot === undefined ? needs : needs.filter(({ lots }) => (lot === noLotNamed ? lots.length === 0 : lots.includes(lot)));

/** Needs put together by area, each once however many lots it names; the most first, then by outcode. What names no area is left out. */
export const areasOf = (needs: readonly NeedOfArea[]): readonly AreaNeeds[] => {
  const areas = new Map<string, AreaNeeds>();
  for (const { outcode, reason, searches } of needs) {
    if (outcode === undefined) continue;
    const before = areas.get(outcode) ?? { outcode, counts: { 'no-match': 0, 'no-places': 0, 'all-declined': 0 }, total: 0 };
    areas.set(outcode, {
      outcode,
      counts: { ...before.counts, [reason]: before.counts[reason] + searches },
      total: before.total + searches,
    });
  }
  return [...areas.values()].sort((a, b) => b.total - a.total || a.outcode.localeCompare(b.outcode));
};

/** How many needs name no area. */
export const withoutArea = (needs: readonly NeedOfArea[]): number =>
  needs.reduce((sum, { outcode, searches }) => (outcode === undefined ? sum + searches : sum), 0);
