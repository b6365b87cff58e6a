import { type Column, isMulti, isPerson, pointsElsewhere } from '../columns/column.ts';
import { invalidRequest } from '../graph-fault.ts';
import type { ItemState, ItemVersion, StoredValue } from '../state/list-state.ts';
import type { ListStore } from '../state/list-store.ts';
import type { SiteStore } from '../state/site-store.ts';

export const etagOf = (item: ItemState): string => `"${item.guid},${item.revision}"`;

/** Whose fields are encoded: an item as it is, or one of its earlier versions. */
export interface Snapshot {
  readonly item: ItemState;
  readonly version: ItemVersion;
}

function shownValue(site: SiteStore, column: Column, id: number): string | undefined {
  if (isPerson(column.kind)) return site.principal(id)?.title;
  const list = site.list(column.settings.listId ?? '');
  const shown = list?.item(id)?.values[column.settings.showColumn ?? 'Title'];
  return shown === undefined ? undefined : String(shown);
}

function encodeMany(site: SiteStore, column: Column, ids: readonly number[]): readonly unknown[] {
  return ids.map((id) => ({
    LookupId: id,
    LookupValue: shownValue(site, column, id) ?? '',
    ...(isPerson(column.kind) ? { Email: site.principal(id)?.email ?? '' } : {}),
  }));
}

/** Where a column's value stands in a field map: `XLookupId` (a text) for one row, `X` for everything else. */
function encodeColumn(site: SiteStore, column: Column, value: StoredValue): readonly [string, unknown] {
  if (!pointsElsewhere(column.kind)) return [column.name, value];
  if (isMulti(column.kind)) return [column.name, encodeMany(site, column, value as readonly number[])];
  return [`${column.name}LookupId`, String(value)];
}

function serviceFields(site: SiteStore, { item, version }: Snapshot): Record<string, unknown> {
  const title = version.values.Title === undefined ? {} : { LinkTitleNoMenu: version.values.Title, LinkTitle: version.values.Title };
  const appOnly = (name: string, id: number): Record<string, unknown> => (site.principal(id)?.kind === 'app' ? { [name]: String(id) } : {});
  return {
    ContentType: 'Item',
    Modified: version.modifiedAt,
    Created: item.createdAt,
    AuthorLookupId: String(item.author),
    EditorLookupId: String(version.editor),
    _UIVersionString: `${version.version}.0`,
    Attachments: false,
    Edit: '',
    ...title,
    ItemChildCount: '0',
    FolderChildCount: '0',
    _ComplianceFlags: '',
    _ComplianceTag: '',
    _ComplianceTagWrittenTime: '',
    _ComplianceTagUserId: '',
    ...appOnly('AppAuthorLookupId', item.author),
    ...appOnly('AppEditorLookupId', version.editor),
  };
}

/** The value of a lookup as people see it: given only when the column is selected by its bare name. */
function displayField(site: SiteStore, column: Column, { item, version }: Snapshot): unknown {
  const rows: Readonly<Record<string, number>> = {
    Author: item.author,
    AppAuthor: item.author,
    Editor: version.editor,
    AppEditor: version.editor,
  };
  const id = column.system ? rows[column.name] : version.values[column.name];
  return typeof id === 'number' ? shownValue(site, column, id) : undefined;
}

/**
 * The field map that Graph shows of an item or of a version. Empty columns are absent, hidden columns and displayed lookup
 * values come only when selected by name. 400 `invalidRequest` for a selected field that the list does not have.
 */
export function encodeFields(site: SiteStore, list: ListStore, snapshot: Snapshot, selected?: readonly string[]): Record<string, unknown> {
  const all: Record<string, unknown> = { id: String(snapshot.item.id) };
  for (const column of list.state.columns) {
    const value = column.system ? undefined : snapshot.version.values[column.name];
    if (value === undefined || (column.hidden && selected?.includes(column.name) !== true)) continue;
    const [name, encoded] = encodeColumn(site, column, value);
    all[name] = encoded;
  }
  Object.assign(all, serviceFields(site, snapshot));
  if (selected === undefined) return all;
  return Object.fromEntries(
    selected.map((name) => [name, selectedField(site, list, snapshot, all, name)] as const).filter(([, value]) => value !== undefined),
  );
}

function selectedField(
  site: SiteStore,
  list: ListStore,
  snapshot: Snapshot,
  all: Readonly<Record<string, unknown>>,
  name: string,
): unknown {
  if (name in all) return all[name];
  const column = list.column(name) ?? list.column(name.replace(/LookupId$/, ''));
  if (column === undefined && name.toLowerCase() === 'id') return all.id;
  if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
  return column.name === name && pointsElsewhere(column.kind) ? displayField(site, column, snapshot) : undefined;
}
