import { columnNames } from '@ap/shared/lists/codec';
import type { ListDefinition } from '@ap/shared/lists/list';
import type { Client } from '@microsoft/microsoft-graph-client';
import { graphSentence, patiently } from '../graph/graph.ts';
import type { CopiedRow } from './canonical.ts';
import { ownFields } from './canonical.ts';

/** A list of a site that is read and written. */
export interface Place {
  readonly graph: Client;
  /** `/sites/{id}/lists/{id}/items` */
  readonly items: string;
  readonly list: ListDefinition;
}

interface DeltaItem {
  readonly id: string;
  readonly deleted?: object;
  readonly fields?: Readonly<Record<string, unknown>>;
}

interface DeltaPage {
  readonly value: readonly DeltaItem[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

/** A list as it was read, and the link under which the service tells what changed since. */
export interface ReadList {
  readonly rows: ReadonlyMap<number, CopiedRow>;
  readonly link: string;
}

const versionColumn = '_UIVersionString';
const pageSize = 1000;

/** Reads a list, or what changed in it since `before`: the very same object where nothing did. */
export const readList = async ({ graph, items, list }: Place, before?: ReadList): Promise<ReadList> => {
  const rows = new Map(before?.rows);
  const selected = `fields($select=${[...columnNames(list), versionColumn].join(',')})`;
  let next: string | undefined = before?.link ?? `${items}/delta?$expand=${selected}&$top=${pageSize}`;
  let link = '';
  let changed = before === undefined;
  try {
    while (next !== undefined) {
      const page: DeltaPage = await patiently(graph, next).get();
      for (const { id, deleted, fields } of page.value) {
        changed = true;
        if (deleted) rows.delete(Number(id));
        else
          rows.set(Number(id), {
            id: Number(id),
            version: Number.parseInt(String(fields?.[versionColumn] ?? 1), 10),
            fields: ownFields(list, fields ?? {}),
          });
      }
      next = page['@odata.nextLink'];
      link = page['@odata.deltaLink'] ?? link;
    }
  } catch (failure) {
    throw new Error(graphSentence(`${list.title} could not be read`, failure));
  }
  return changed || !before ? { rows, link } : before;
};

/** The rows in the order in which they were made. */
export const inOrder = ({ rows }: Pick<ReadList, 'rows'>): readonly CopiedRow[] => [...rows.values()].sort((a, b) => a.id - b.id);
