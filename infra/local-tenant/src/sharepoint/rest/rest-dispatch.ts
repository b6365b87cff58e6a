import type { TenantReply, TenantRequest } from '../../exchange.ts';
import { sameId } from '../../organisation-lookup.ts';
import { isReply } from '../../reply.ts';
import type { RoomSupplies } from '../../room.ts';
import { LEVEL } from '../access.ts';
import type { SharePointStore } from '../state/sharepoint-store.ts';
import { ROLE_DEFINITIONS } from '../state/site-groups.ts';
import { toSeconds } from '../values/site-date.ts';
import { type RestCall, type RestHandler, refuseBelow, restCollection, restEntity, restVerb } from './rest-call.ts';
import { RestFault, restAccessDenied, restFaultReply } from './rest-fault.ts';
import { handleLists } from './rest-lists.ts';
import { readRestPath } from './rest-path.ts';
import { handlePeople } from './rest-people.ts';
import { handleRecycleBin } from './rest-recycle-bin.ts';
import { roleAssignmentsReply, roleDefinitionJson, webRoleAssignments } from './rest-roles.ts';

/** Every SharePoint REST request is charged as a write: the service publishes no smaller price. */
const UNITS = 2;

const handleWeb: RestHandler = (call) => {
  const [first, ...others] = call.steps;
  if (call.verb !== 'GET' || others.length > 0) return undefined;
  refuseBelow(call, first === undefined ? LEVEL.read : LEVEL.full);
  if (first === undefined) {
    return restEntity(call, { Title: call.site.site.displayName, Url: call.site.webUrl, ServerRelativeUrl: `/${call.site.path}` });
  }
  if (first.name === 'roledefinitions')
    return restCollection(
      call,
      ROLE_DEFINITIONS.map(({ id }) => roleDefinitionJson(id)),
    );
  return first.name === 'roleassignments' ? roleAssignmentsReply(call, webRoleAssignments(call.site)) : undefined;
};

function answer(call: RestCall): TenantReply {
  const [root] = call.steps;
  const below = { ...call, steps: call.steps.slice(1) };
  const reply =
    root?.name === 'web'
      ? (handleLists(below) ?? handlePeople(below) ?? handleRecycleBin('web')(below) ?? handleWeb(below))
      : root?.name === 'site'
        ? handleRecycleBin('site')(below)
        : undefined;
  if (reply !== undefined) return { units: UNITS, ...reply };
  throw new RestFault(501, 'notImplemented', `LOCAL TENANT: ${call.verb} ${call.request.path} is not served here`);
}

/**
 * Answers one SharePoint REST request to the site at `sitePath` of the caller's tenant. Who may read a list reads its views and
 * columns, who manages it changes them, and only full control reaches permissions and the recycle bin. That an app proved itself
 * by certificate has been checked by `authorise`, which alone sees the token.
 */
export async function dispatchRest(
  supplies: RoomSupplies,
  store: SharePointStore,
  sitePath: string,
  request: TenantRequest,
): Promise<TenantReply> {
  try {
    const caller = await supplies.authorise(request, 'sharepoint');
    if (isReply(caller)) return caller;
    const site = store.sites.find(({ path, tenant }) => sameId(path, sitePath) && sameId(tenant.id, caller.tenantId));
    if (site === undefined) throw restAccessDenied();
    const steps = readRestPath(request.path.slice(request.path.toLowerCase().indexOf('/_api/') + '/_api/'.length)) ?? [];
    return answer({ request, verb: restVerb(request), steps, site, caller, at: toSeconds(supplies.now().getTime()) });
  } catch (failure) {
    if (failure instanceof RestFault) return { units: UNITS, ...restFaultReply(failure) };
    throw failure;
  }
}
