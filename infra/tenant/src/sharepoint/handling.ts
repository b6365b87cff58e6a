import type { PresentHandling, PresentView } from '../plan/present-list.ts';
import { type Assignment, hasOwnPermissions, listAssignments, readerIdOf } from './access.ts';
import { listPath, type SharePointRest } from './rest.ts';

interface RawListSettings {
  readonly EnableVersioning: boolean;
  readonly MajorVersionLimit: number;
  readonly EnableAttachments: boolean;
}

interface RawView {
  readonly Id: string;
  readonly Title: string;
  readonly ViewQuery: string;
  readonly DefaultView: boolean;
  readonly PersonalView?: boolean;
}

const viewPath = (listId: string, viewId: string): string => `${listPath(listId)}/views(guid'${viewId}')`;

const sharedViews = async (rest: SharePointRest, listId: string): Promise<readonly RawView[]> => {
  const { value } = await rest.get<{ value: readonly RawView[] }>(
    `${listPath(listId)}/views?$select=Id,Title,ViewQuery,DefaultView,PersonalView`,
  );
  return value.filter(({ PersonalView }) => PersonalView !== true);
};

const readViews = async (rest: SharePointRest, listId: string, titles: readonly string[]): Promise<readonly PresentView[]> => {
  const views: PresentView[] = [];
  for (const { Id, Title, ViewQuery, DefaultView } of await sharedViews(rest, listId)) {
    if (!titles.includes(Title)) continue;
    const { Items } = await rest.get<{ Items: readonly string[] }>(`${viewPath(listId, Id)}/viewfields`);
    views.push({ title: Title, columns: Items, query: ViewQuery, isDefault: DefaultView });
  }
  return views;
};

const readFormatters = async (rest: SharePointRest, listId: string): Promise<Readonly<Record<string, string>>> => {
  const { value } = await rest.get<{ value: readonly { InternalName: string; CustomFormatter?: string | null }[] }>(
    `${listPath(listId)}/fields?$select=InternalName,CustomFormatter`,
  );
  return Object.fromEntries(
    value.flatMap(({ InternalName, CustomFormatter }) => (CustomFormatter ? [[InternalName, CustomFormatter]] : [])),
  );
};

/** Whom a list may be open to: groups and people with a role on the site, and for a restricted list the named ones alone, with what they may do. */
export interface Audience {
  readonly onSite: readonly Assignment[];
  readonly named?: { readonly people: readonly string[]; readonly access: 'read' | 'edit' };
}

const readPeople = async (rest: SharePointRest, listId: string, { onSite, named }: Audience): Promise<PresentHandling['people']> => {
  if (!(await hasOwnPermissions(rest, listId))) return 'as-on-site';
  const onList = await listAssignments(rest, listId);
  if (named) {
    const found = onList.map(({ loginName }) => readerIdOf(loginName)).sort();
    const asNamed = found.join() === [...named.people].sort().join() && onList.every(({ access }) => access === named.access);
    return asNamed ? `named-${named.access}` : 'mixed';
  }
  const closed = onList.every(({ access }) => access === 'read');
  const everyone = onSite.every(({ principalId }) => onList.some((each) => each.principalId === principalId));
  return closed && everyone ? 'read-only' : 'mixed';
};

/** What SharePoint REST tells about a list; of its views only those with these titles. */
export const readHandling = async (
  rest: SharePointRest,
  listId: string,
  viewTitles: readonly string[],
  audience: Audience,
): Promise<PresentHandling> => {
  const settings = await rest.get<RawListSettings>(`${listPath(listId)}?$select=EnableVersioning,MajorVersionLimit,EnableAttachments`);
  return {
    versionLimit: settings.EnableVersioning ? settings.MajorVersionLimit : 'off',
    attachments: settings.EnableAttachments,
    views: await readViews(rest, listId, viewTitles),
    formatters: await readFormatters(rest, listId),
    people: await readPeople(rest, listId, audience),
  };
};

export const keepVersions = (rest: SharePointRest, listId: string, limit: number): Promise<void> =>
  rest.merge(listPath(listId), { EnableVersioning: true, MajorVersionLimit: limit, EnableAttachments: false });

export const formatColumn = (rest: SharePointRest, listId: string, column: string, formatter: string): Promise<void> =>
  rest.merge(`${listPath(listId)}/fields/getbyinternalnameortitle('${column}')`, { CustomFormatter: formatter });

const rowsShown = 100;

/** Makes a shared view or brings it to what it should be: query, columns in order, default. */
export const setView = async (rest: SharePointRest, listId: string, view: PresentView): Promise<void> => {
  const find = async () => (await sharedViews(rest, listId)).find(({ Title }) => Title === view.title);
  const properties = { ViewQuery: view.query, RowLimit: rowsShown, Paged: true };
  if ((await find()) === undefined) await rest.post(`${listPath(listId)}/views`, { Title: view.title, PersonalView: false, ...properties });
  const made = await find();
  if (made === undefined) throw new Error(`The view '${view.title}' was made but is not there.`);
  const path = viewPath(listId, made.Id);
  await rest.merge(path, { ...properties, ...(view.isDefault ? { DefaultView: true } : {}) });
  await rest.post(`${path}/viewfields/removeallviewfields`);
  for (const column of view.columns) await rest.post(`${path}/viewfields/addviewfield('${column}')`);
};
