import type { Client } from '@microsoft/microsoft-graph-client';
import { readAll } from '../graph/graph.ts';

export interface ScratchList {
  readonly id: string;
  readonly displayName: string;
}

/** The title of a run's scratch list: `AP probe 2026-11-27 4f09c1`. `run` is six hexadecimal digits, so that no two runs meet. */
export const scratchTitle = (day: string, run: string): string => `AP probe ${day} ${run}`;

const recognised = /^AP probe \d{4}-\d{2}-\d{2} [0-9a-f]{6}( named)?$/;

/** The lists of a site that a run of the probe made, as their titles say. */
export const findScratchLists = async (graph: Client, siteId: string): Promise<readonly ScratchList[]> => {
  const lists = await readAll<ScratchList>(graph, `/sites/${siteId}/lists?$select=id,displayName`);
  return lists.filter(({ displayName }) => recognised.test(displayName));
};

/** Deletes lists. Returns the titles of those that the service kept, with its own words. */
export const deleteLists = async (graph: Client, siteId: string, lists: readonly ScratchList[]): Promise<readonly string[]> => {
  const kept: string[] = [];
  for (const { id, displayName } of lists) {
    try {
      await graph.api(`/sites/${siteId}/lists/${id}`).delete();
    } catch (failure) {
      kept.push(`${displayName}: ${(failure as Error).message}`);
    }
  }
  return kept;
};
