import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { Principal } from '../room.ts';
import type { AccessLevel } from './access.ts';
import type { Oddities } from './oddities.ts';
import type { ListStore, Stamp } from './state/list-store.ts';
import type { SiteStore } from './state/site-store.ts';
import type { Strictness } from './strictness.ts';

/** One authorised request to a site. */
export interface SiteCall {
  readonly request: TenantRequest;
  readonly caller: Principal;
  readonly site: SiteStore;
  readonly params: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, string>;
  readonly strictness: Strictness;
  readonly oddities: Oddities;
  /** The moment of the request, whole seconds. */
  readonly at: string;
}

/** One authorised request to a list of a site. */
export interface ListCall extends SiteCall {
  readonly list: ListStore;
}

interface RouteOf<Call> {
  readonly method: string;
  /** Below the site, without a leading slash; `{list}` is resolved before the handler runs. */
  readonly pattern: string;
  /** The least level that may call it. */
  readonly level: AccessLevel;
  /** Resource units: 1 one row or delta with token, 2 many rows or a write or delta without token, 5 permissions. */
  readonly units: 1 | 2 | 5 | 'delta';
  readonly handle: (call: Call) => TenantReply;
}

export type SiteRoute = RouteOf<SiteCall> & { readonly on: 'site' };
export type ListRoute = RouteOf<ListCall> & { readonly on: 'list' };
export type GraphRoute = SiteRoute | ListRoute;

export const siteRoute = (route: RouteOf<SiteCall>): SiteRoute => ({ ...route, on: 'site' });
export const listRoute = (route: RouteOf<ListCall>): ListRoute => ({ ...route, on: 'list' });

/** Who writes at which moment, for the site's user list. */
export const stampOf = (call: SiteCall): Stamp => ({ by: call.site.writer(call.caller).id, at: call.at });

/** The site's address in Graph, to build links from. */
export const siteLink = (call: SiteCall): string => `${call.request.origin}/v1.0/sites/${encodeURIComponent(call.site.site.id)}`;
export const listLink = (call: ListCall): string => `${siteLink(call)}/lists/${call.list.state.id}`;
export const contextOf = (call: SiteCall, what: string): string =>
  `${call.request.origin}/v1.0/$metadata#sites('${call.site.site.id}')/${what}`;
