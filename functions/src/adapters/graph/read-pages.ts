import type { Client, GraphRequest } from '@microsoft/microsoft-graph-client';

interface Page<T> {
  readonly value: readonly T[];
  readonly '@odata.nextLink'?: string;
}

/** Every row of a collection that a request begins. Next links are followed as the service gives them. Rejects as the client does. */
export const readPages = async <T>(client: Client, first: GraphRequest): Promise<readonly T[]> => {
  const rows: T[] = [];
  for (let request: GraphRequest | undefined = first; request !== undefined; ) {
    const page: Page<T> = await request.get();
    rows.push(...page.value);
    const next = page['@odata.nextLink'];
    request = next === undefined ? undefined : client.api(next);
  }
  return rows;
};
