import type { ColumnDefinition } from '@ap/shared/lists/column-definition';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { ColumnChange } from '../plan/action.ts';
import { listTemplate, type PresentColumn } from '../plan/present-list.ts';
import { patiently, readAll } from './graph.ts';

/** A list as Graph tells it. */
export interface GraphList {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Of which kind it is, in Graph's words: the lists that SharePoint makes with a site are seldom generic ones. */
  readonly template: string;
  readonly columns: readonly PresentColumn[];
}

interface RawList {
  readonly id: string;
  readonly displayName: string;
  readonly description?: string;
  readonly list?: { readonly template?: string };
}

type RawColumn = Readonly<Record<string, unknown>>;

const facets = ['text', 'choice', 'number', 'currency', 'dateTime', 'boolean', 'lookup', 'personOrGroup', 'calculated'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const toColumn = (raw: RawColumn): PresentColumn => {
  const facet = facets.find((name) => isRecord(raw[name])) ?? 'other';
  const settings = raw[facet];
  return {
    name: String(raw.name),
    displayName: String(raw.displayName ?? ''),
    description: String(raw.description ?? ''),
    required: raw.required === true,
    indexed: raw.indexed === true,
    enforceUniqueValues: raw.enforceUniqueValues === true,
    facet,
    settings: isRecord(settings) ? settings : {},
  };
};

/** The lists of a site by these titles, with their columns. Titles are compared without regard to case, as the service does. */
export const readLists = async (client: Client, siteId: string, titles: readonly string[]): Promise<readonly GraphList[]> => {
  const all = await readAll<RawList>(client, `/sites/${siteId}/lists?$select=id,displayName,description,list`);
  const lists: GraphList[] = [];
  for (const title of titles) {
    const found = all.find(({ displayName }) => displayName.toLowerCase() === title.toLowerCase());
    if (!found) continue;
    const columns = await readAll<RawColumn>(client, `/sites/${siteId}/lists/${found.id}/columns`);
    const { id, description = '', list } = found;
    lists.push({ id, title, description, template: list?.template ?? 'unknown', columns: columns.map(toColumn) });
  }
  return lists;
};

/** Makes a list without columns: columns given at creation are sometimes not made. Returns its id. */
export const createList = async (client: Client, siteId: string, displayName: string, description: string): Promise<string> => {
  const body = { displayName, description, list: { template: listTemplate } };
  const made: RawList = await patiently(client, `/sites/${siteId}/lists`).post(body);
  return made.id;
};

export const describeList = async (client: Client, siteId: string, listId: string, description: string): Promise<void> => {
  await patiently(client, `/sites/${siteId}/lists/${listId}`).patch({ description });
};

export const addColumn = async (client: Client, siteId: string, listId: string, column: ColumnDefinition): Promise<void> => {
  await patiently(client, `/sites/${siteId}/lists/${listId}/columns`).post(column);
};

/** Changes a column, named as the schema names it; the service knows it by its id. */
export const changeColumn = async (client: Client, siteId: string, listId: string, name: string, change: ColumnChange): Promise<void> => {
  const columns = `/sites/${siteId}/lists/${listId}/columns`;
  const found = (await readAll<RawColumn>(client, `${columns}?$select=id,name`)).find((column) => column.name === name);
  if (!found) throw new Error(`The column ${name} is not there.`);
  await patiently(client, `${columns}/${String(found.id)}`).patch(change);
};
