import { type Client, GraphError } from '@microsoft/microsoft-graph-client';
import { addColumn, changeColumn, createList, describeList, readLists } from '../graph/lists.ts';
import type { Action } from '../plan/action.ts';
import { isStrange } from '../plan/present-list.ts';
import { makeReadOnly, restrictTo } from '../sharepoint/access.ts';
import { formatColumn, keepVersions, setView } from '../sharepoint/handling.ts';
import type { SharePointRest } from '../sharepoint/rest.ts';

export interface Workplace {
  readonly graph: Client;
  readonly rest: SharePointRest;
  readonly siteId: string;
  /** Ids of lists by title: those that are there, and those made on the way. */
  readonly ids: Map<string, string>;
  /** Whom the lists of concerns are open to. */
  readonly concernReaders: readonly string[];
}

/** A create that was retried after its answer got lost finds its own work: that is not a failure. */
const unlessThere = async <T>(create: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await create();
  } catch (failure) {
    if (failure instanceof GraphError && failure.statusCode === 409) return undefined;
    throw failure;
  }
};

const makeList = async ({ graph, siteId, ids }: Workplace, title: string, description: string): Promise<void> => {
  const made = await unlessThere(() => createList(graph, siteId, title, description));
  const id = made ?? (await readLists(graph, siteId, [title])).find((list) => !isStrange(list))?.id;
  if (id === undefined) throw new Error(`The list ${title} was made but is not there.`);
  ids.set(title, id);
};

/** Carries out one action. Columns are never made in parallel: the service then answers 409 to some. */
export const carryOut = async (place: Workplace, action: Action): Promise<void> => {
  const { graph, rest, siteId, ids } = place;
  if (action.kind === 'create-list') return makeList(place, action.list, action.description);
  const listId = ids.get(action.list);
  if (listId === undefined) throw new Error(`The list ${action.list} is not there.`);
  switch (action.kind) {
    case 'describe-list':
      return describeList(graph, siteId, listId, action.description);
    case 'add-column':
      await unlessThere(() => addColumn(graph, siteId, listId, action.column));
      return;
    case 'change-column':
      return changeColumn(graph, siteId, listId, action.column, action.change);
    case 'keep-versions':
      return keepVersions(rest, listId, action.versionLimit);
    case 'set-view':
      return setView(rest, listId, action.view);
    case 'format-column':
      return formatColumn(rest, listId, action.column, action.formatter);
    case 'make-read-only':
      return makeReadOnly(rest, listId);
    case 'restrict':
      return restrictTo(rest, listId, action.to === 'to-named' ? place.concernReaders : [], action.access);
  }
};
