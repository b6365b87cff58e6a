import { randomUUID } from 'node:crypto';
import type { TenantReply } from '../../exchange.ts';
import { LEVEL } from '../access.ts';
import { accessDenied, invalidRequest, itemNotFound } from '../graph-fault.ts';
import { contextOf, type GraphRoute, type SiteCall, siteRoute } from '../graph-route.ts';
import { isJsonObject, type JsonObject, readJsonObject } from '../json-body.ts';
import type { GrantRole, SiteGrant } from '../state/site-state.ts';

const ROLES: readonly string[] = ['read', 'write', 'owner', 'fullcontrol'];
const isRole = (role: unknown): role is GrantRole => typeof role === 'string' && ROLES.includes(role);

/** Who grants permissions needs Sites.FullControl.All itself; a grant of `fullcontrol` does not reach that far. */
function refuseOthers(call: SiteCall): void {
  const { kind, roles, scopes } = call.caller;
  if (!(kind === 'app' ? roles : scopes).includes('Sites.FullControl.All')) throw accessDenied();
}

function readRoles(body: JsonObject): readonly GrantRole[] {
  const { roles } = body;
  if (!Array.isArray(roles) || roles.length === 0 || !roles.every(isRole)) {
    throw invalidRequest('Invalid request', `roles must be of ${ROLES.join(', ')}.`);
  }
  return roles;
}

function readApplication(body: JsonObject): { readonly appId: string; readonly displayName: string } {
  const given = body.grantedToIdentities ?? body.grantedToIdentitiesV2;
  const identities: readonly unknown[] = Array.isArray(given) ? given : [];
  const first = identities[0];
  const application = isJsonObject(first) ? first.application : undefined;
  if (identities.length !== 1 || !isJsonObject(application) || typeof application.id !== 'string') {
    throw invalidRequest('Invalid request', 'grantedToIdentities must name one application.');
  }
  return { appId: application.id, displayName: typeof application.displayName === 'string' ? application.displayName : application.id };
}

function permissionJson(grant: SiteGrant): Readonly<Record<string, unknown>> {
  const identity = { application: { id: grant.appId, displayName: grant.displayName } };
  return { id: grant.id, roles: grant.roles, grantedToIdentitiesV2: [identity], grantedToIdentities: [identity] };
}

const granted = (call: SiteCall): SiteGrant => {
  refuseOthers(call);
  const grant = call.site.state.grants.find(({ id }) => id === call.params.permission);
  if (grant === undefined) throw itemNotFound();
  return grant;
};

function grant(call: SiteCall): TenantReply {
  refuseOthers(call);
  const body = readJsonObject(call.request);
  const added: SiteGrant = { id: randomUUID(), roles: readRoles(body), ...readApplication(body) };
  call.site.change({ grants: [...call.site.state.grants, added] });
  return { status: 201, body: { '@odata.context': contextOf(call, 'permissions/$entity'), ...permissionJson(added) } };
}

function list(call: SiteCall): TenantReply {
  refuseOthers(call);
  return { status: 200, body: { '@odata.context': contextOf(call, 'permissions'), value: call.site.state.grants.map(permissionJson) } };
}

function change(call: SiteCall): TenantReply {
  const changed = { ...granted(call), roles: readRoles(readJsonObject(call.request)) };
  call.site.change({ grants: call.site.state.grants.map((known) => (known.id === changed.id ? changed : known)) });
  return { status: 200, body: permissionJson(changed) };
}

function revoke(call: SiteCall): TenantReply {
  const { id } = granted(call);
  call.site.change({ grants: call.site.state.grants.filter((known) => known.id !== id) });
  return { status: 204 };
}

const route = (method: string, pattern: string, handle: (call: SiteCall) => TenantReply): GraphRoute =>
  siteRoute({ method, pattern, level: LEVEL.full, units: 5, handle });

/** Grants of Sites.Selected apps on one site: five units each, and only for Sites.FullControl.All. */
export const permissionRoutes: readonly GraphRoute[] = [
  route('GET', 'permissions', list),
  route('POST', 'permissions', grant),
  route('GET', 'permissions/{permission}', (call) => ({ status: 200, body: permissionJson(granted(call)) })),
  route('PATCH', 'permissions/{permission}', change),
  route('DELETE', 'permissions/{permission}', revoke),
];
