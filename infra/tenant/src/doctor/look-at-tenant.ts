import { decodeFields } from '@ap/shared/lists/codec';
import { register } from '@ap/shared/lists/register';
import type { Client } from '@microsoft/microsoft-graph-client';
import { otherSites, readGrants } from '../grant/grant.ts';
import { administratorTokens } from '../graph/administrator.ts';
import { administratorGraph, graphSentence } from '../graph/graph.ts';
import { findSite, type Site } from '../graph/site.ts';
import { planRegister } from '../plan/plan-register.ts';
import { type PresentSite, readPresent } from '../provision/read-present.ts';
import { unexpectedReaders } from '../provision/verify-readers.ts';
import { inOrder, readList } from '../recovery/read-list.ts';
import { sharePointRest } from '../sharepoint/rest.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { type CheckName, type Finding, fault, fine, warn } from './finding.ts';
import { type BadRow, judgeLists, judgeReaders, judgeRows } from './judge-lists.ts';
import { judgeGrant, judgeOtherSites } from './judge-tenant.ts';

/** A check that could not be made is a fault of its own: what nobody can look at is not in order. */
export const attempt = async (check: CheckName, what: string, look: () => Promise<Finding>): Promise<Finding> => {
  try {
    return await look();
  } catch (failure) {
    return fault(
      check,
      `${graphSentence(`Could not look at ${what}`, failure)}.`,
      'Mend what the sentence says, and run npm run doctor again.',
    );
  }
};

const readRows = async (graph: Client, siteId: string, present: PresentSite): Promise<Finding> => {
  const bad: BadRow[] = [];
  let count = 0;
  for (const list of register) {
    const listId = present.ids.get(list.title);
    if (listId === undefined) continue;
    for (const { id, fields } of inOrder(await readList({ graph, items: `/sites/${siteId}/lists/${listId}/items`, list }))) {
      count += 1;
      const decoded = decodeFields(list, fields);
      if (!decoded.ok) bad.push({ list: list.title, id, columns: decoded.issues.map(({ column }) => column) });
    }
  }
  return judgeRows(bad, count);
};

const lookAtLists = async (graph: Client, site: Site, settings: TenantSettings): Promise<readonly Finding[]> => {
  const rest = sharePointRest(site.webUrl, administratorTokens(settings, new URL(site.webUrl).origin));
  let present: PresentSite;
  try {
    present = await readPresent(graph, rest, site.id, register, settings.concernReaders);
  } catch (failure) {
    return [await attempt('lists', 'the lists', () => Promise.reject(failure))];
  }
  const restricted = new Map(
    register.flatMap(({ title, restricted: to }) => (to ? [[title, to === 'to-named' ? settings.concernReaders : []] as const] : [])),
  );
  return [
    judgeLists(planRegister(register, present.lists, present.restReachable), register.length, present.restReachable),
    present.restReachable
      ? await attempt('readers', 'who reads the lists', async () =>
          judgeReaders(await unexpectedReaders(rest, present.ids, { readers: settings.allowedReaders, restricted })),
        )
      : warn(
          'readers',
          'Nobody has looked at who can read the lists.',
          'Give the administrator’s app Sites.FullControl.All of SharePoint, with its certificate.',
        ),
    await attempt('rows', 'the rows of the lists', () => readRows(graph, site.id, present)),
  ];
};

/** Everything that the administrator's app can see of the tenant. */
export const lookAtTenant = async (settings: TenantSettings, say: (what: string) => void): Promise<readonly Finding[]> => {
  const graph = administratorGraph(settings);
  let site: Site;
  try {
    site = await findSite(graph, settings.site);
  } catch (failure) {
    return [
      fault(
        'sign-in',
        `${(failure as Error).message}.`,
        'Check the ADMIN_ settings of this command, and that the app has Sites.FullControl.All of Graph with consent.',
      ),
    ];
  }
  say('the lists');
  const appId = settings.runtimeClientId ?? '';
  return [
    fine('sign-in', 'The administrator’s app signs in and opens the site of the lists.'),
    await attempt('grant', 'what the app was granted', async () => judgeGrant(await readGrants(graph, site.id), appId)),
    await attempt('other-sites', 'the other sites', async () => {
      const sites = [];
      for (const { id, name } of await otherSites(graph, settings, site)) sites.push({ name, grants: await readGrants(graph, id) });
      return judgeOtherSites(sites, appId);
    }),
    ...(await lookAtLists(graph, site, settings)),
  ];
};
