import { firstVersion } from '@ap/shared/lists/schema/migration';
import { readSchemaVersion, schemaVersionTitle, writeSchemaVersion } from '@ap/shared/lists/schema/schema-version';
import { settings as settingsList } from '@ap/shared/lists/settings';
import { type Client, GraphError } from '@microsoft/microsoft-graph-client';
import { patiently, readAll } from '../graph/graph.ts';

interface Item {
  readonly id: string;
  readonly '@odata.etag'?: string;
  readonly fields?: { readonly Title?: string; readonly Value?: string };
}

/** Where the version of the lists stands. */
export interface VersionRow {
  readonly version: number;
  /** The row, where there is one. */
  readonly item?: { readonly id: string; readonly eTag: string };
}

const itemsOf = (siteId: string): string => `/sites/${siteId}/lists/${settingsList.title}/items`;

/** The version at which the lists of a site are; `undefined` where there are no lists yet. Throws where the row cannot be read. */
export const readVersionRow = async (graph: Client, siteId: string): Promise<VersionRow | undefined> => {
  const filter = encodeURIComponent(`fields/Title eq '${schemaVersionTitle}'`);
  try {
    const [row] = await readAll<Item>(graph, `${itemsOf(siteId)}?$expand=fields($select=Title,Value)&$filter=${filter}`);
    if (!row) return { version: firstVersion };
    const version = readSchemaVersion(row.fields?.Value ?? '');
    if (version === undefined)
      throw new Error(`The setting '${schemaVersionTitle}' cannot be read: put back the value before, from its versions.`);
    return { version, item: { id: row.id, eTag: row['@odata.etag'] ?? '' } };
  } catch (failure) {
    if (failure instanceof GraphError && failure.statusCode === 404) return undefined;
    throw failure;
  }
};

/** Notes a version, unless somebody noted another meanwhile: then it throws. Only ever forward. */
export const noteVersion = async (graph: Client, siteId: string, version: number): Promise<void> => {
  const row = await readVersionRow(graph, siteId);
  if (row && row.version >= version) return;
  const Value = writeSchemaVersion(version);
  if (row?.item) {
    await patiently(graph, `${itemsOf(siteId)}/${row.item.id}/fields`)
      .header('If-Match', row.item.eTag)
      .patch({ Value });
    return;
  }
  const Explanation = 'The version of the lists. Written by the migration of the lists; leave it as it is.';
  await patiently(graph, itemsOf(siteId)).post({ fields: { Title: schemaVersionTitle, Value, Explanation } });
};
