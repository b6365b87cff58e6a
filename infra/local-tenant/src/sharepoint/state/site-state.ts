export type GrantRole = 'read' | 'write' | 'owner' | 'fullcontrol';

/** What an administrator granted to an app on one site (`POST /sites/{id}/permissions`). */
export interface SiteGrant {
  readonly id: string;
  readonly roles: readonly GrantRole[];
  readonly appId: string;
  readonly displayName: string;
}

/** A row of the site's own user list, whose ids person columns and role assignments use. */
export interface SitePrincipal {
  readonly id: number;
  readonly kind: 'siteGroup' | 'user' | 'group' | 'app';
  /** Entra object id (user, group), client id (app), or the title of a site group. */
  readonly key: string;
  readonly title: string;
  readonly email: string;
  readonly loginName: string;
}

export interface SiteState {
  lists: readonly string[];
  grants: readonly SiteGrant[];
  principals: readonly SitePrincipal[];
  nextPrincipalId: number;
}
