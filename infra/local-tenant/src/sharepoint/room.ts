import type { TenantRoute } from '../exchange.ts';
import type { Room } from '../room.ts';
import { type Quota, quota } from '../throttling/quota.ts';
import { subscriptionRoutes } from '../webhooks/subscription-routes.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { answerBatch } from './batch.ts';
import { dispatchGraph, type GraphDispatch, SITES_PREFIX } from './graph-dispatch.ts';
import { faultReply, notServed } from './graph-fault.ts';
import type { GraphRoute } from './graph-route.ts';
import { deltaRoutes } from './items/delta-routes.ts';
import { itemRoutes } from './items/item-routes.ts';
import { versionRoutes } from './items/version-routes.ts';
import { columnRoutes } from './lists/column-routes.ts';
import { listRoutes } from './lists/list-routes.ts';
import { type Oddities, oddities } from './oddities.ts';
import { dispatchRest } from './rest/rest-dispatch.ts';
import { permissionRoutes } from './sites/permission-routes.ts';
import { siteRoutes } from './sites/site-routes.ts';
import { SharePointStore } from './state/sharepoint-store.ts';
import type { Strictness } from './strictness.ts';
import { toSeconds } from './values/site-date.ts';

const GRAPH_ROUTES: readonly GraphRoute[] = [
  ...siteRoutes,
  ...permissionRoutes,
  ...listRoutes,
  ...columnRoutes,
  ...deltaRoutes,
  ...itemRoutes,
  ...versionRoutes,
];
const GRAPH_METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const REST_METHODS = ['GET', 'POST', 'MERGE', 'PATCH', 'DELETE'];

/** Patterns by site id, so that usage is told per route, and one that takes every other spelling (`host:/path:/…`). */
function graphRoutes(dispatch: GraphDispatch): readonly TenantRoute[] {
  const handle = (request: Parameters<TenantRoute['handle']>[0]) => dispatchGraph(dispatch, request);
  const named = GRAPH_ROUTES.map(({ method, pattern }) => ({
    method,
    pattern: `${SITES_PREFIX}{site}${pattern === '' ? '' : `/${pattern}`}`,
    handle,
  }));
  return [...named, ...GRAPH_METHODS.map((method) => ({ method, pattern: `${SITES_PREFIX}{rest*}`, handle }))];
}

/** What steers the room from outside. Without webhooks no subscription is served; quota and oddities are by themselves idle. */
export interface SharePointParts {
  readonly webhooks?: Webhooks;
  readonly quota?: Quota;
  readonly oddities?: Oddities;
}

/** The same room in STRICT (the default elsewhere) or FAITHFUL, which ignores what the real service silently ignores. */
export const sharePointRoomIn =
  (strictness: Strictness, parts: SharePointParts = {}): Room =>
  (supplies) => {
    const { organisation, persistence, now } = supplies;
    const { webhooks } = parts;
    const store = new SharePointStore(organisation, persistence, toSeconds(now().getTime()), (_site, list) =>
      webhooks?.notifier.listChanged(list.state.id),
    );
    const steered = { quota: parts.quota ?? quota(now), oddities: parts.oddities ?? oddities() };
    const dispatch: GraphDispatch = { supplies, store, routes: GRAPH_ROUTES, strictness, ...steered };
    const batch: TenantRoute['handle'] = (request) =>
      answerBatch(request, supplies, async (part) => {
        if (part.path.startsWith(SITES_PREFIX)) return dispatchGraph(dispatch, part);
        return faultReply(notServed(`${part.method} ${part.path} in a batch`), part, now());
      });
    const paths = [...new Set(store.sites.map(({ path }) => path))];
    const rest = paths.flatMap((path) =>
      REST_METHODS.map((method) => ({
        method,
        pattern: `${path === '' ? '' : `/${path}`}/_api/{rest*}`,
        handle: (request: Parameters<TenantRoute['handle']>[0]) => dispatchRest(supplies, store, path, request),
      })),
    );
    // Clients with a base address of their own leave out the version for batches.
    const batches = ['/v1.0/$batch', '/$batch'].map((pattern) => ({ method: 'POST', pattern, handle: batch }));
    const subscriptions = webhooks === undefined ? [] : subscriptionRoutes(supplies, store, webhooks);
    return [...graphRoutes(dispatch), ...subscriptions, ...batches, ...rest];
  };

/** Graph's sites, lists and items, and the few SharePoint REST routes that provisioning needs. Strict. */
export const sharePointRoom: Room = sharePointRoomIn('strict');
