import type { SiteCall } from '../graph-route.ts';
import type { SitePrincipal } from '../state/site-state.ts';

export const SITE_TYPE = {
  name: 'microsoft.graph.site',
  properties: ['id', 'name', 'displayName', 'webUrl', 'root', 'siteCollection', 'createdDateTime', 'lastModifiedDateTime', 'description'],
};

/** A site as Graph shows it. */
export function siteJson(call: SiteCall): Readonly<Record<string, unknown>> {
  const { site } = call.site;
  return {
    '@odata.context': `${call.request.origin}/v1.0/$metadata#sites/$entity`,
    id: site.id,
    name: call.site.path.split('/').at(-1) ?? '',
    displayName: site.displayName,
    webUrl: call.site.webUrl,
    siteCollection: { hostname: site.hostname },
    ...(call.site.path === '' ? { root: {} } : {}),
  };
}

/** Who did something, as Graph's identitySet: a person, or an app that acted by itself. */
export function identitySet(principal: SitePrincipal | undefined): Readonly<Record<string, unknown>> {
  if (principal === undefined) return {};
  const { key, title, email, kind } = principal;
  if (kind === 'app') return { application: { id: key, displayName: title }, user: { displayName: 'SharePoint App' } };
  return { user: { id: key, displayName: title, email } };
}
