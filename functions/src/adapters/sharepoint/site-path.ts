import type { Client } from '@microsoft/microsoft-graph-client';
import { readFailure } from '../graph/graph-fault.ts';

/** `/sites/{id}` of the register's site, looked up once; a failed look-up is tried again at the next use. */
export const siteFinder = (client: Client, hostname: string, path: string): (() => Promise<string>) => {
  let found: Promise<string> | undefined;
  return () => {
    found ??= (client.api(`/sites/${hostname}:${path}`).select('id').get() as Promise<{ id: string }>).then(
      (site) => `/sites/${site.id}`,
      (error: unknown) => {
        found = undefined;
        throw readFailure(error);
      },
    );
    return found;
  };
};
