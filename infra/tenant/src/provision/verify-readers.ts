import { type Assignment, listAssignments, siteAssignments, siteGroupMembers } from '../sharepoint/access.ts';
import type { SharePointRest } from '../sharepoint/rest.ts';

/** Somebody who can read a list and is not on the list of allowed readers. */
export interface UnexpectedReader {
  readonly where: string;
  readonly title: string;
  readonly loginName: string;
}

/**
 * What a login name of SharePoint says about who it is: a group's object id at its end (`c:0t.c|tenant|{id}`, with `_o` for the owners
 * of a Microsoft 365 group), or a person's sign-in name (`i:0#.f|membership|{name}`). `Everyone` and its like match nothing allowed.
 */
export const readerIdOf = (loginName: string): string => {
  const last = loginName.slice(loginName.lastIndexOf('|') + 1).toLowerCase();
  return last.replace(/_o$/, '');
};

type Reader = { readonly title: string; readonly loginName: string };

const readersOf = async (rest: SharePointRest, assignments: readonly Assignment[]): Promise<readonly Reader[]> => {
  const readers: Reader[] = [];
  for (const assignment of assignments)
    readers.push(...(assignment.isSiteGroup ? await siteGroupMembers(rest, assignment.principalId) : [assignment]));
  return readers;
};

/** The service's own account owns every site; it is nobody. */
const isService = ({ loginName }: Reader): boolean => /^SHAREPOINT\\/i.test(loginName);

/**
 * Everybody who can read the site or one of the lists and is not allowed to. Groups inside allowed groups are the directory's matter:
 * whoever keeps the commissioners' group decides about them. An empty answer is what provisioning demands.
 */
export const unexpectedReaders = async (
  rest: SharePointRest,
  lists: ReadonlyMap<string, string>,
  allowed: readonly string[],
): Promise<readonly UnexpectedReader[]> => {
  const places: (readonly [where: string, assignments: readonly Assignment[]])[] = [['the site', await siteAssignments(rest)]];
  for (const [title, id] of lists) places.push([`the list ${title}`, await listAssignments(rest, id)]);
  const found: UnexpectedReader[] = [];
  for (const [where, assignments] of places)
    for (const reader of await readersOf(rest, assignments))
      if (!isService(reader) && !allowed.includes(readerIdOf(reader.loginName)))
        found.push({ where, title: reader.title, loginName: reader.loginName });
  return found;
};
