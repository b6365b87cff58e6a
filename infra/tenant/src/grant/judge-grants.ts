/** What an app was granted on one site. */
export interface SiteGrant {
  readonly id: string;
  readonly roles: readonly string[];
  readonly appIds: readonly string[];
}

export type GrantVerdict =
  | { readonly kind: 'missing' }
  | { readonly kind: 'right' }
  | { readonly kind: 'too-much'; readonly sentence: string };

/** Two grants of one app add up, so each is judged by itself. */
const ofApp = (grants: readonly SiteGrant[], appId: string): readonly SiteGrant[] =>
  grants.filter(({ appIds }) => appIds.some((id) => id.toLowerCase() === appId.toLowerCase()));

/** Whether the product's app has `write` on the site of the lists, and no more. `read` alone is too little and is topped up. */
export const judgeOwnSite = (grants: readonly SiteGrant[], appId: string): GrantVerdict => {
  const roles = ofApp(grants, appId).flatMap((grant) => grant.roles);
  const wide = [...new Set(roles.filter((role) => role !== 'write' && role !== 'read'))];
  if (wide.length > 0)
    return {
      kind: 'too-much',
      sentence: `The product's app holds ${wide.join(' and ')} on the site of the lists. It needs write only: take the wider grant away.`,
    };
  return roles.includes('write') ? { kind: 'right' } : { kind: 'missing' };
};

/** Whether the product's app has anything on a site that is not its own. */
export const judgeOtherSite = (name: string, grants: readonly SiteGrant[], appId: string): GrantVerdict => {
  const roles = ofApp(grants, appId).flatMap((grant) => grant.roles);
  if (roles.length === 0) return { kind: 'right' };
  return {
    kind: 'too-much',
    sentence: `The product's app holds ${roles.join(' and ')} on ${name}. It belongs on the site of the lists only: take that grant away.`,
  };
};
