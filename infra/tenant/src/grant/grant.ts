import type { Client } from '@microsoft/microsoft-graph-client';
import { administratorGraph, patiently, readAll } from '../graph/graph.ts';
import { findSite, type Site } from '../graph/site.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { judgeOtherSite, judgeOwnSite, type SiteGrant } from './judge-grants.ts';

interface RawPermission {
  readonly id: string;
  readonly roles?: readonly string[];
  readonly grantedToIdentitiesV2?: readonly { readonly application?: { readonly id?: string } }[];
}

/** The service leaves `roles` out of the collection: each grant is read by itself. */
export const readGrants = async (graph: Client, siteId: string): Promise<readonly SiteGrant[]> => {
  const listed = await readAll<RawPermission>(graph, `/sites/${siteId}/permissions`);
  const grants: SiteGrant[] = [];
  for (const { id } of listed) {
    const { roles = [], grantedToIdentitiesV2 = [] }: RawPermission = await patiently(graph, `/sites/${siteId}/permissions/${id}`).get();
    grants.push({ id, roles, appIds: grantedToIdentitiesV2.flatMap(({ application }) => (application?.id ? [application.id] : [])) });
  }
  return grants;
};

interface NamedSite {
  readonly id: string;
  readonly name: string;
}

/** The sites to look at: those that the settings name, or every site of the tenant. */
export const otherSites = async (graph: Client, settings: TenantSettings, own: Site): Promise<readonly NamedSite[]> => {
  if (settings.otherSitePaths) {
    const sites: NamedSite[] = [];
    for (const path of settings.otherSitePaths)
      sites.push({ id: (await findSite(graph, { hostname: settings.site.hostname, path })).id, name: path });
    return sites;
  }
  const all = await readAll<{ id: string; webUrl?: string }>(graph, '/sites/getAllSites?$select=id,webUrl');
  return all.filter(({ id }) => id !== own.id).map(({ id, webUrl }) => ({ id, name: webUrl ?? id }));
};

export interface GrantOptions {
  readonly settings: TenantSettings;
  readonly say: (line: string) => void;
}

/**
 * Gives the product's app `write` on the site of the lists, never more, and verifies it. Throws where the app holds a wider role there
 * or anything on another site: a wider grant is somebody's decision, so a person must take it back.
 */
export const grant = async ({ settings, say }: GrantOptions): Promise<void> => {
  const appId = settings.runtimeClientId;
  if (appId === undefined) throw new Error('RUNTIME_CLIENT_ID is not set: which app is the product?');
  const graph = administratorGraph(settings);
  const site = await findSite(graph, settings.site);
  const verdict = judgeOwnSite(await readGrants(graph, site.id), appId);
  if (verdict.kind === 'missing') {
    const body = { roles: ['write'], grantedToIdentities: [{ application: { id: appId, displayName: 'AP Framework' } }] };
    await patiently(graph, `/sites/${site.id}/permissions`).post(body);
    say(`Granted write on ${settings.site.hostname}${settings.site.path}.`);
  }
  const verdicts = [judgeOwnSite(await readGrants(graph, site.id), appId)];
  for (const { id, name } of await otherSites(graph, settings, site))
    verdicts.push(judgeOtherSite(name, await readGrants(graph, id), appId));
  const faults = verdicts.flatMap((each) => (each.kind === 'too-much' ? [each.sentence] : []));
  if (verdicts[0]?.kind === 'missing') faults.push('The grant was made but is not there: run the command again in a minute.');
  if (faults.length > 0) throw new Error(faults.join('\n'));
  say(`Verified: the product's app has write on the site of the lists, and nothing on ${verdicts.length - 1} other site(s).`);
};
