import type { Organisation, OrganisationTenant } from '../organisation.ts';
import { type AppInTenant, findApp, sameId } from '../organisation-lookup.ts';

/** What a token is for. `audience` is the token's `aud`: the resource's URI, or the client id of an app of the organisation. */
export type Resource =
  | { readonly kind: 'graph' | 'sharepoint' | 'connector'; readonly audience: string }
  | { readonly kind: 'api'; readonly audience: string; readonly api: AppInTenant };

export const graphAudience = 'https://graph.microsoft.com';
export const connectorAudience = 'https://api.botframework.com';
const graphAppId = '00000003-0000-0000-c000-000000000000';

/** True for a host (with or without a port) that the tenant's SharePoint answers on: that of a site's host name or web address. */
export const isSharePointHost = (tenant: OrganisationTenant, host: string): boolean => {
  const bare = host.replace(/:\d+$/, '');
  return tenant.sites.some((site) => sameId(site.hostname, bare) || (site.webUrl !== undefined && sameId(new URL(site.webUrl).host, host)));
};

/** The resource with this identifier (application ID URI or client id) as the tenant knows it. */
export const findResource = (organisation: Organisation, tenant: OrganisationTenant, identifier: string): Resource | undefined => {
  const bare = identifier.replace(/\/+$/, '');
  if (sameId(bare, graphAudience) || sameId(bare, graphAppId)) return { kind: 'graph', audience: graphAudience };
  if (sameId(bare, connectorAudience)) return { kind: 'connector', audience: connectorAudience };
  const host = /^https:\/\/([^/]+)$/i.exec(bare)?.[1]?.toLowerCase();
  if (host && isSharePointHost(tenant, host)) return { kind: 'sharepoint', audience: `https://${host}` };
  const api = findApp(organisation, tenant, ({ clientId, identifierUris = [] }) =>
    [clientId, `api://${clientId}`, ...identifierUris].some((name) => sameId(name, bare)),
  );
  return api && { kind: 'api', audience: api.app.clientId.toLowerCase(), api };
};

/** A `scope` parameter in parts. OpenID's own scopes name no resource and are kept apart. */
export interface RequestedScopes {
  readonly openId: readonly string[];
  /** Resource identifier of the rest; undefined when only OpenID scopes were asked for. */
  readonly resource: string | undefined;
  readonly names: readonly string[];
  /** True when the scopes name more than one resource: one token is for one resource. */
  readonly mixed: boolean;
}

const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Splits `api://x/access_as_user openid`; a scope without a resource is Graph's. */
export const parseScopes = (scope: string): RequestedScopes => {
  const all = scope.split(' ').filter((part) => part !== '');
  const rest = all
    .filter((part) => !openIdScopes.has(part))
    .map((part) => {
      const slash = part.lastIndexOf('/');
      return slash < 0 ? { resource: graphAudience, name: part } : { resource: part.slice(0, slash), name: part.slice(slash + 1) };
    });
  const resources = new Set(rest.map(({ resource }) => resource.replace(/\/+$/, '').toLowerCase()));
  return {
    openId: all.filter((part) => openIdScopes.has(part)),
    resource: rest[0]?.resource,
    names: rest.map(({ name }) => name),
    mixed: resources.size > 1,
  };
};
