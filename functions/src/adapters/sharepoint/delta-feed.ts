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
 * Everything in a list since a delta link (none: everything), with the next link. A link that is too old, or that is forgotten between two pages, is answered by
 * everything: `complete` says that what is not among the changes is not there. Of an item that the service tells twice the last word is kept. Throws what Graph
 * throws.
 */
export const deltaOf = async <Item extends DeltaItem>(
  client: Client,
  path: string,
  expand: string,
  since: string | undefined,
): Promise<{ readonly changes: readonly Item[]; readonly next: string; readonly complete: boolean }> => {
  const start = async (): Promise<Page<Item>> => (await client.api(path).query({ $expand: expand, $top: pageSize }).get()) as Page<Item>;
  const read = async (first: () => Promise<Page<Item>>): Promise<{ readonly changes: readonly Item[]; readonly next: string }> => {
    const last = new Map<string, Item>();
    for (let page = await first(); ; ) {
      for (const item of page.value) {
        last.delete(item.id);
        last.set(item.id, item);
      }
      const next = page['@odata.nextLink'];
      if (next === undefined) return { changes: [...last.values()], next: page['@odata.deltaLink'] ?? '' };
      page = (await client.api(next).get()) as Page<Item>;
    }
  };
  try {
    const first = since === undefined ? start : async () => (await client.api(since).get()) as Page<Item>;
    return { ...(await read(first)), complete: since === undefined };
  } catch (error) {
    // Once: a service that forgets a second enumeration is told to whoever asked.
    if (faultOf(error).kind !== 'resync') throw error;
    return { ...(await read(start)), complete: true };
  }
};
