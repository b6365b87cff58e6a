import type { Spending, TenantReply, TenantRequest } from '../exchange.ts';
import { sameId } from '../organisation-lookup.ts';
import { isReply } from '../reply.ts';
import type { Principal, RoomSupplies } from '../room.ts';
import type { Charge, Quota } from '../throttling/quota.ts';
import { accessOf, LEVEL } from './access.ts';
import { accessDenied, faultReply, GraphFault, invalidRequest, itemNotFound, notServed } from './graph-fault.ts';
import type { GraphRoute, SiteCall } from './graph-route.ts';
import type { Oddities } from './oddities.ts';
import { plainSegments, readSiteAddress, type SiteAddress } from './site-address.ts';
import type { SharePointStore } from './state/sharepoint-store.ts';
import type { SiteStore } from './state/site-store.ts';
import type { Strictness } from './strictness.ts';
import { toSeconds } from './values/site-date.ts';

export interface GraphDispatch {
  readonly supplies: RoomSupplies;
  readonly store: SharePointStore;
  readonly routes: readonly GraphRoute[];
  readonly strictness: Strictness;
  readonly oddities: Oddities;
  readonly quota: Quota;
}

export const SITES_PREFIX = '/v1.0/sites/';

function findSite(store: SharePointStore, address: SiteAddress, caller: Principal): SiteStore {
  const own = store.sites.filter(({ tenant }) => sameId(tenant.id, caller.tenantId));
  const trimmed = address.path.replace(/^\/+|\/+$/g, '');
  if (address.by === 'path' && !own.some(({ site }) => sameId(site.hostname, address.hostname))) {
    throw invalidRequest('Invalid hostname for this tenancy');
  }
  const found = own.find((candidate) => {
    if (address.by === 'id') return sameId(candidate.site.id, address.id);
    if (address.by === 'root') return candidate.path === '';
    return sameId(candidate.site.hostname, address.hostname) && sameId(candidate.path, trimmed);
  });
  if (found === undefined) throw itemNotFound('Requested site could not be found');
  return found;
}

function matchPattern(pattern: string, segments: readonly string[]): Readonly<Record<string, string>> | undefined {
  const parts = pattern === '' ? [] : pattern.split('/');
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

function run(route: GraphRoute, call: SiteCall): TenantReply {
  const level = accessOf(call.caller, call.site);
  if (route.on === 'site') {
    if (level < route.level) throw accessDenied();
    return route.handle(call);
  }
  // Roles on a list may be wider or narrower than on its site, so the site refuses only those who have nothing on either.
  const list = call.site.list(call.params.list ?? '');
  const onList = list === undefined ? level : accessOf(call.caller, call.site, list);
  if (level === LEVEL.none && onList === LEVEL.none) throw accessDenied();
  if (list === undefined || onList === LEVEL.none) throw itemNotFound('The specified list was not found');
  if (onList < route.level) throw accessDenied();
  return route.handle({ ...call, list });
}

const unitsOf = (route: GraphRoute, query: ReadonlyMap<string, string>): number => {
  if (route.units !== 'delta') return route.units;
  return query.has('token') || query.has('$skiptoken') ? 1 : 2;
};

/** The call in words that can be counted: the list by its name, and the column of the first condition. */
const callOf = (
  route: GraphRoute,
  params: Readonly<Record<string, string>>,
  query: ReadonlyMap<string, string>,
  site: SiteStore,
): string => {
  const list = route.on === 'list' ? site.list(params.list ?? '')?.state.name : undefined;
  const kind = list === undefined ? route.pattern : `${list} ${route.pattern.replace('lists/{list}/', '')}`;
  const column = /fields\/(\w+)/.exec(query.get('$filter') ?? '')?.[1];
  return `${route.method} ${kind}${column === undefined ? '' : ` by ${column}`}`;
};

const throttled = (): GraphFault => new GraphFault(429, 'activityLimitReached', 'The request has been throttled');

const withHeaders = (reply: TenantReply, { headers }: Charge): TenantReply => ({ ...reply, headers: { ...reply.headers, ...headers } });

/** Answers one Graph request to a site, whether it came alone or as a part of a batch. Faults become Graph's error bodies. */
export async function dispatchGraph(dispatch: GraphDispatch, request: TenantRequest): Promise<TenantReply> {
  const now = dispatch.supplies.now();
  let units = 0;
  let spent: readonly Spending[] = [];
  let charged: Charge = { throttled: false, headers: {} };
  try {
    const caller = await dispatch.supplies.authorise(request, 'graph');
    if (isReply(caller)) return caller;
    const address = readSiteAddress(request.path.slice(SITES_PREFIX.length));
    const { segments, token } = plainSegments(address.rest);
    const query = token === undefined ? request.query : new Map([...request.query, ['token', token] as const]);
    for (const route of dispatch.routes) {
      const params = route.method === request.method ? matchPattern(route.pattern, segments) : undefined;
      if (params === undefined) continue;
      units = unitsOf(route, query);
      charged = dispatch.quota.charge(caller, units);
      if (charged.throttled) {
        spent = [{ what: 'throttled', units }];
        throw throttled();
      }
      const site = findSite(dispatch.store, address, caller);
      spent = [{ what: callOf(route, params, query, site), units }];
      const { strictness, oddities } = dispatch;
      const reply = run(route, { request, caller, site, params, query, strictness, oddities, at: toSeconds(now.getTime()) });
      return withHeaders({ units, spent, ...reply }, charged);
    }
    throw notServed(`${request.method} ${request.path}`);
  } catch (failure) {
    if (failure instanceof GraphFault) return withHeaders({ ...faultReply(failure, request, now), units, spent }, charged);
    throw failure;
  }
}
