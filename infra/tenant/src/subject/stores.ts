import type { Client } from '@microsoft/microsoft-graph-client';
import { graphClient } from '../../../../functions/src/adapters/graph/graph-client.ts';
import { auditChain } from '../../../../functions/src/adapters/storage/audit-chain.ts';
import type { Storage } from '../../../../functions/src/adapters/storage/storage.ts';
import { pupilKey } from '../../../../functions/src/commands/holders.ts';
import type { Audit } from '../../../../functions/src/ports/effects.ts';
import { readSettings } from '../../../../functions/src/settings.ts';
import { administratorTokens } from '../graph/administrator.ts';
import { findSite } from '../graph/site.ts';
import { sha256 } from '../recovery/canonical.ts';
import { operatorStorage } from '../recovery/storage-of.ts';
import { type SharePointRest, sharePointRest } from '../sharepoint/rest.ts';
import { type Environment, readTenantSettings } from '../tenant-settings.ts';

/** Everything that the product keeps, as an administrator's command opens it. */
export interface Stores {
  /** Graph as the product itself: what it writes is no edit by hand, and is not put back. */
  readonly graph: Client;
  readonly sitePath: string;
  /** SharePoint itself as the administrator's app: Graph deletes no versions and knows no recycle bin. */
  readonly rest: SharePointRest;
  /** The same below the site collection: its recycle bin holds what somebody moved on out of the site's own as well. */
  readonly siteRest: SharePointRest;
  readonly storage: Storage;
  readonly audit: Audit;
}

/** Opens the register and the storage account with the settings of the product and of the administrator, in one environment. */
export const openStores = async (environment: Environment): Promise<Stores> => {
  const settings = readSettings(environment);
  const tenant = readTenantSettings(environment);
  const graph = graphClient(settings);
  const site = await findSite(graph, tenant.site);
  const store = operatorStorage(settings);
  const token = administratorTokens(tenant, new URL(site.webUrl).origin);
  return {
    graph,
    sitePath: `/sites/${site.id}`,
    rest: sharePointRest(site.webUrl, token),
    siteRest: sharePointRest(site.webUrl, token, 'site'),
    storage: store,
    audit: auditChain(store, { now: () => new Date().toISOString() }),
  };
};

/** How the ledgers know a pupil, however the reference is written. */
export const pupilKeyOf = (buyerRef: string, pupilRef: string): string =>
  pupilKey({ text: sha256 }, buyerRef, pupilRef.trim().toUpperCase());
