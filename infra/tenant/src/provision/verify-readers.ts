import { type Assignment, listAssignments, readerIdOf, siteAssignments, siteGroupMembers } from '../sharepoint/access.ts';
import type { SharePointRest } from '../sharepoint/rest.ts';

/** Somebody who can read a list and is not on the list of allowed readers. */
export interface UnexpectedReader {
  readonly where: string;
  readonly title: string;
  readonly loginName: string;
}

type Reader = { readonly title: string; readonly loginName: string };

const readersOf = async (rest: SharePointRest, assignments: readonly Assignment[]): Promise<readonly Reader[]> => {
  const readers: Reader[] = [];
  for (const assignment of assignments)
    readers.push(...(assignment.isSiteGroup ? await siteGroupMembers(rest, assignment.principalId) : [assignment]));
  return readers;
};

/** The service's own account owns every site; it is nobody. */
const isService = ({ loginName }: Reader): boolean => /^SHAREPOINT\\/i.test(loginName);

/** Who may read the site and its lists, and who alone may read the restricted ones. */
export interface AllowedReaders {
  readonly readers: readonly string[];
  /** By the title of the list. */
  readonly restricted: ReadonlyMap<string, readonly string[]>;
}

/**
 * Everybody who can read the site or one of the lists and is not allowed to. Groups inside allowed groups are the directory's matter:
 * whoever keeps the commissioners' group decides about them. An empty answer is what provisioning demands.
 */
export const unexpectedReaders = async (
  rest: SharePointRest,
  lists: ReadonlyMap<string, string>,
  allowed: AllowedReaders,
): Promise<readonly UnexpectedReader[]> => {
  const { readers, restricted } = allowed;
  const places: { readonly where: string; readonly assignments: readonly Assignment[]; readonly may: readonly string[] }[] = [
    { where: 'the site', assignments: await siteAssignments(rest), may: readers },
  ];
  for (const [title, id] of lists) {
    const may = restricted.get(title) ?? readers;
    places.push({ where: `the list ${title}`, assignments: await listAssignments(rest, id), may });
  }
  const found: UnexpectedReader[] = [];
  for (const { where, assignments, may } of places)
    for (const reader of await readersOf(rest, assignments))
      if (!isService(reader) && !may.includes(readerIdOf(reader.loginName)))
        found.push({ where, title: reader.title, loginName: reader.loginName });
  return found;
};
