import type { ListDefinition } from '@ap/shared/lists/list';
import type { Client } from '@microsoft/microsoft-graph-client';
import { type GraphList, readLists } from '../graph/lists.ts';
import { viewsOf } from '../plan/list-view.ts';
import { isStrange, type PresentList } from '../plan/present-list.ts';
import { siteAssignments } from '../sharepoint/access.ts';
import { readHandling } from '../sharepoint/handling.ts';
import { RestRefused, type SharePointRest } from '../sharepoint/rest.ts';

/** What a site holds of a register. `restReachable` is false where SharePoint REST refused the administrator's app. */
export interface PresentSite {
  readonly lists: readonly PresentList[];
  /** Of the lists that are ours; one of another kind is in `lists` only. */
  readonly ids: ReadonlyMap<string, string>;
  readonly restReachable: boolean;
}

const readAllHandling = async (
  rest: SharePointRest,
  register: readonly ListDefinition[],
  lists: readonly GraphList[],
  named: readonly string[],
): Promise<readonly PresentList[]> => {
  const onSite = await siteAssignments(rest);
  const present: PresentList[] = [];
  for (const list of lists) {
    if (isStrange(list)) {
      present.push(list);
      continue;
    }
    const definition = register.find(({ title }) => title === list.title);
    const titles = definition ? viewsOf(definition).map(({ title }) => title) : [];
    const access = definition?.handEdited ? ('edit' as const) : ('read' as const);
    const audience = {
      onSite,
      ...(definition?.restricted ? { named: { people: definition.restricted === 'to-named' ? named : [], access } } : {}),
    };
    present.push({ ...list, handling: await readHandling(rest, list.id, titles, audience) });
  }
  return present;
};

/**
 * Reads the lists of a register as they are in a site, through Graph and, where it is allowed, through SharePoint REST. `named`: whom restricted lists are
 * to be open to.
 */
export const readPresent = async (
  graph: Client,
  rest: SharePointRest,
  siteId: string,
  register: readonly ListDefinition[],
  named: readonly string[],
): Promise<PresentSite> => {
  const lists = await readLists(
    graph,
    siteId,
    register.map(({ title }) => title),
  );
  const ids = new Map(lists.filter((list) => !isStrange(list)).map(({ title, id }) => [title, id]));
  try {
    return { lists: await readAllHandling(rest, register, lists, named), ids, restReachable: true };
  } catch (failure) {
    if (failure instanceof RestRefused) return { lists, ids, restReachable: false };
    throw failure;
  }
};
