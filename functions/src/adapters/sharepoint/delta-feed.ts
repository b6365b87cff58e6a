import type { Client } from '@microsoft/microsoft-graph-client';
import { faultOf } from '../graph/graph-fault.ts';

/** What every entry of a delta feed has. */
export interface DeltaItem {
  readonly id: string;
  readonly '@odata.etag'?: string;
  readonly eTag?: string;
  readonly deleted?: { readonly state: string };
}

interface Page<Item> {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

const pageSize = 1000;

/**
 * Everything in a list since a delta link (none: everything), with the next link. A link that is too old is answered by everything: `complete` says that
 * what is not among the changes is not there. Throws what Graph throws.
 */
export const deltaOf = async <Item extends DeltaItem>(
  client: Client,
  path: string,
  expand: string,
  since: string | undefined,
): Promise<{ readonly changes: readonly Item[]; readonly next: string; readonly complete: boolean }> => {
  const start = async (): Promise<Page<Item>> => (await client.api(path).query({ $expand: expand, $top: pageSize }).get()) as Page<Item>;
  let complete = since === undefined;
  let page: Page<Item>;
  try {
    page = since === undefined ? await start() : ((await client.api(since).get()) as Page<Item>);
  } catch (error) {
    if (since === undefined || faultOf(error).kind !== 'resync') throw error;
    complete = true;
    page = await start();
  }
  const changes: Item[] = [];
  for (;;) {
    changes.push(...page.value);
    const next = page['@odata.nextLink'];
    if (next === undefined) return { changes, next: page['@odata.deltaLink'] ?? '', complete };
    page = (await client.api(next).get()) as Page<Item>;
  }
};
