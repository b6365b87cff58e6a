import type { Client } from '@microsoft/microsoft-graph-client';
import { once } from '../../once.ts';
import { readFailure } from '../graph/graph-fault.ts';

/** `/sites/{id}` of the register's site, looked up once; a failed look-up is tried again at the next use. */
export const siteFinder = (client: Client, hostname: string, path: string): (() => Promise<string>) =>
  once(async () => {
    try {
      const site: { readonly id: string } = await client.api(`/sites/${hostname}:${path}`).select('id').get();
      return `/sites/${site.id}`;
    } catch (error) {
      throw readFailure(error);
    }
  });
