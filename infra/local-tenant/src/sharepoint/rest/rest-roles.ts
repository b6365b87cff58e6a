import type { TenantReply } from '../../exchange.ts';
import { LEVEL } from '../access.ts';
import type { JsonObject } from '../json-body.ts';
import type { RoleAssignment } from '../state/list-state.ts';
import type { ListStore } from '../state/list-store.ts';
import { ROLE_DEFINITIONS, siteRoleAssignments, WEB_ONLY_LIMITED } from '../state/site-groups.ts';
import type { SiteStore } from '../state/site-store.ts';
import { type RestCall, type RestHandler, refuseBelow, restCollection } from './rest-call.ts';
import { restBadRequest, restNotFound } from './rest-fault.ts';
import { principalJson } from './rest-people.ts';

export const roleDefinitionJson = (id: number): JsonObject => {
  const definition = [...ROLE_DEFINITIONS, WEB_ONLY_LIMITED].find((each) => each.id === id);
  return { Id: id, Name: definition?.name ?? '', RoleTypeKind: definition?.kind ?? 0, Hidden: false };
};

/** Who has which role on the site: its groups, and with limited access whoever has a role on one of its lists only. */
export const webRoleAssignments = (site: SiteStore): readonly RoleAssignment[] => {
  const onSite = new Set(siteRoleAssignments.map(({ principalId }) => principalId));
  const onLists = site.lists().flatMap(({ state }) => (state.roleAssignments ?? []).map(({ principalId }) => principalId));
  const limited = [...new Set(onLists)].filter((id) => !onSite.has(id));
  return [...siteRoleAssignments, ...limited.map((principalId) => ({ principalId, roleDefinitionId: WEB_ONLY_LIMITED.id }))];
};

/** Role assignments by principal, with `Member` and `RoleDefinitionBindings` when they were expanded. */
export function roleAssignmentsReply(call: RestCall, assignments: readonly RoleAssignment[]): TenantReply {
  const expand = (call.request.query.get('$expand') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const ids = [...new Set(assignments.map(({ principalId }) => principalId))];
  return restCollection(
    call,
    ids.map((id) => {
      const principal = call.site.principal(id);
      const bindings = assignments
        .filter(({ principalId }) => principalId === id)
        .map(({ roleDefinitionId }) => roleDefinitionJson(roleDefinitionId));
      return {
        PrincipalId: id,
        ...(expand.includes('member') && principal !== undefined ? { Member: principalJson(principal) } : {}),
        ...(expand.includes('roledefinitionbindings') ? { RoleDefinitionBindings: bindings } : {}),
      };
    }),
  );
}

function ownAssignments(list: ListStore): readonly RoleAssignment[] {
  const own = list.state.roleAssignments;
  if (own === undefined) throw restBadRequest('This operation is not allowed on an object that inherits permissions.');
  return own;
}

function readAssignment(call: RestCall, args: readonly string[]): RoleAssignment {
  const [principalId = 0, roleDefinitionId = 0] = args.map(Number);
  if (call.site.principal(principalId) === undefined) throw restNotFound(`Can not find the principal with id: ${args[0]}`);
  if (!ROLE_DEFINITIONS.some(({ id }) => id === roleDefinitionId))
    throw restNotFound(`Can not find the role definition with id: ${args[1]}`);
  return { principalId, roleDefinitionId };
}

const same = (left: RoleAssignment, right: RoleAssignment): boolean =>
  left.principalId === right.principalId && left.roleDefinitionId === right.roleDefinitionId;

function changeAssignments(call: RestCall, list: ListStore, name: string, args: readonly string[]): TenantReply | undefined {
  const own = ownAssignments(list);
  if (name === 'addroleassignment' && call.verb === 'POST') {
    const added = readAssignment(call, args);
    if (!own.some((known) => same(known, added))) list.change({ roleAssignments: [...own, added] }, call.at);
    return { status: 200, body: { 'odata.null': true } };
  }
  if (name === 'removeroleassignment' && call.verb === 'POST') {
    const removed = readAssignment(call, args);
    list.change({ roleAssignments: own.filter((known) => !same(known, removed)) }, call.at);
    return { status: 200, body: { 'odata.null': true } };
  }
  if (name === 'getbyprincipalid' && call.verb === 'DELETE') {
    list.change({ roleAssignments: own.filter(({ principalId }) => principalId !== Number(args[0])) }, call.at);
    return { status: 200, body: { 'odata.null': true } };
  }
  return undefined;
}

/**
 * Who has which role on a list: `roleassignments`, `breakroleinheritance(copy,clear)`, `resetroleinheritance`, and adding and
 * removing assignments, which a list that inherits refuses.
 */
export const handleListRoles =
  (list: ListStore): RestHandler =>
  (call) => {
    const [first, second, ...others] = call.steps;
    if (others.length > 0) return undefined;
    if (first?.name.endsWith('roleinheritance') || first?.name === 'roleassignments') refuseBelow(call, LEVEL.full, list);
    if (first?.name === 'roleassignments' && first.args === undefined) {
      if (second !== undefined) return changeAssignments(call, list, second.name, second.args ?? []);
      return call.verb === 'GET' ? roleAssignmentsReply(call, list.state.roleAssignments ?? siteRoleAssignments) : undefined;
    }
    if (second !== undefined || call.verb !== 'POST') return undefined;
    if (first?.name === 'breakroleinheritance') {
      const copies = (first.args?.[0] ?? 'true').toLowerCase() === 'true';
      // Whoever breaks it is left with every right, and nobody else.
      const own = () => [{ principalId: call.site.writer(call.caller).id, roleDefinitionId: ROLE_DEFINITIONS[0].id }];
      if (list.state.roleAssignments === undefined) list.change({ roleAssignments: copies ? siteRoleAssignments : own() }, call.at);
      return { status: 200, body: { 'odata.null': true } };
    }
    if (first?.name !== 'resetroleinheritance') return undefined;
    delete list.state.roleAssignments;
    list.change({}, call.at);
    return { status: 200, body: { 'odata.null': true } };
  };
