import { sameId } from '../../organisation-lookup.ts';
import { LEVEL } from '../access.ts';
import type { JsonObject } from '../json-body.ts';
import { SITE_GROUPS } from '../state/site-groups.ts';
import type { SitePrincipal } from '../state/site-state.ts';
import type { SiteStore } from '../state/site-store.ts';
import { type RestHandler, refuseBelow, restBody, restCollection, restEntity } from './rest-call.ts';
import { restBadRequest, restNotFound } from './rest-fault.ts';

/** SharePoint's PrincipalType: 1 user (and app), 4 Entra security group, 8 site group. */
const PRINCIPAL_TYPE = { user: 1, app: 1, group: 4, siteGroup: 8 } as const;

/** A row of the site's user list as SharePoint REST shows it. */
export const principalJson = (principal: SitePrincipal): JsonObject => ({
  Id: principal.id,
  Title: principal.title,
  LoginName: principal.loginName,
  PrincipalType: PRINCIPAL_TYPE[principal.kind],
  ...(principal.kind === 'siteGroup' ? {} : { Email: principal.email }),
});

function groupMembers(site: SiteStore, groupId: number): readonly SitePrincipal[] {
  const role = SITE_GROUPS.find(({ id }) => id === groupId)?.role;
  return (site.site.members ?? []).filter((member) => member.role === role).map((member) => site.ensurePrincipal('group', member.groupId));
}

/** Entra group `c:0t.c|tenant|{id}` or user `i:0#.f|membership|{upn}`, as `ensureuser` takes them. */
function ensureByLogin(site: SiteStore, loginName: string): SitePrincipal {
  const groupId = /^c:0t\.c\|tenant\|(.+)$/i.exec(loginName)?.[1];
  const upn = groupId === undefined ? loginName.replace(/^i:0#\.f\|membership\|/i, '') : undefined;
  const group = site.tenant.groups.find(({ id }) => groupId !== undefined && sameId(id, groupId));
  if (group !== undefined) return site.ensurePrincipal('group', group.id);
  const user = site.tenant.users.find(({ userPrincipalName }) => upn !== undefined && sameId(userPrincipalName, upn));
  if (user === undefined) throw restBadRequest(`The specified user ${loginName} could not be found.`);
  return site.ensurePrincipal('user', user.id);
}

const PEOPLE = new Set(['ensureuser', 'siteusers', 'sitegroups']);

/** `web/sitegroups`, one of them with `/users`, `web/siteusers` and `web/ensureuser`. */
export const handlePeople: RestHandler = (call) => {
  const [first, second, third, ...others] = call.steps;
  if (others.length > 0 || first === undefined || !PEOPLE.has(first.name)) return undefined;
  refuseBelow(call, LEVEL.full);
  if (first.name === 'ensureuser' && call.verb === 'POST' && second === undefined) {
    const { logonName } = restBody(call.request);
    if (typeof logonName !== 'string') throw restBadRequest("The parameter 'logonName' is missing.");
    return restEntity(call, principalJson(ensureByLogin(call.site, logonName)));
  }
  if (call.verb !== 'GET') return undefined;
  if (first.name === 'siteusers' && second === undefined) {
    return restCollection(call, call.site.state.principals.filter(({ kind }) => kind !== 'siteGroup').map(principalJson));
  }
  if (first.name !== 'sitegroups') return undefined;
  const groups = call.site.state.principals.filter(({ kind }) => kind === 'siteGroup');
  const wanted = first.args?.[0] ?? second?.args?.[0];
  const after = first.args === undefined ? third : second;
  if (wanted === undefined) return second === undefined ? restCollection(call, groups.map(principalJson)) : undefined;
  const group = groups.find(({ id, title }) => (second?.name === 'getbyname' ? sameId(title, wanted) : String(id) === wanted));
  if (group === undefined) throw restNotFound('Group cannot be found.');
  if (after === undefined) return restEntity(call, principalJson(group));
  return after.name === 'users' ? restCollection(call, groupMembers(call.site, group.id).map(principalJson)) : undefined;
};
