import type { TenantReply, TenantRequest } from '../../exchange.ts';
import type { Principal } from '../../room.ts';
import { type AccessLevel, accessOf } from '../access.ts';
import { isJsonObject, type JsonObject } from '../json-body.ts';
import type { ListStore } from '../state/list-store.ts';
import type { SiteStore } from '../state/site-store.ts';
import { restAccessDenied, restBadRequest } from './rest-fault.ts';
import type { RestStep } from './rest-path.ts';

/** One authorised SharePoint REST request. */
export interface RestCall {
  readonly request: TenantRequest;
  /** GET, POST, MERGE or DELETE, whether sent as such or tunnelled through `X-HTTP-Method`. */
  readonly verb: string;
  readonly steps: readonly RestStep[];
  readonly site: SiteStore;
  readonly caller: Principal;
  readonly at: string;
}

/** Answers a call, or undefined when the address is not one of its own (which is then 501). */
export type RestHandler = (call: RestCall) => TenantReply | undefined;

/** 403 for a caller below this level on the site, or on one list of it. */
export function refuseBelow(call: RestCall, level: AccessLevel, list?: ListStore): void {
  if (accessOf(call.caller, call.site, list) < level) throw restAccessDenied();
}

/** The verb of a request: PATCH means MERGE, and a POST may carry another verb in `X-HTTP-Method`. */
export function restVerb(request: TenantRequest): string {
  const tunnelled = request.headers['x-http-method'];
  const verb = request.method === 'POST' && typeof tunnelled === 'string' ? tunnelled.toUpperCase() : request.method;
  return verb === 'PATCH' ? 'MERGE' : verb;
}

/** The body as an object without OData's own keys; an empty body is an empty object. */
export function restBody(request: TenantRequest): JsonObject {
  const text = request.body.toString('utf8');
  if (text.trim() === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw restBadRequest('Invalid JSON. The request body could not be read.');
  }
  if (!isJsonObject(parsed)) throw restBadRequest('Invalid JSON. An object was expected.');
  return Object.fromEntries(Object.entries(parsed).filter(([key]) => !key.startsWith('__') && !key.includes('odata.')));
}

/** Refuses a property that the type does not have, in SharePoint's words, and a value of the wrong type. */
export function readRestProperties(
  body: JsonObject,
  types: Readonly<Record<string, 'string' | 'number' | 'boolean'>>,
  typeName: string,
): JsonObject {
  for (const [key, value] of Object.entries(body)) {
    const type = types[key];
    if (type === undefined) {
      throw restBadRequest(
        `The property '${key}' does not exist on type '${typeName}'. Make sure to only use property names that are defined by the type.`,
      );
    }
    if (typeof value !== type) throw restBadRequest(`Cannot convert the value of '${key}' to a ${type}.`);
  }
  return body;
}

/** An entity, or its properties that `$select` names (without paths into others). */
export function restSelect(call: RestCall, entity: JsonObject): JsonObject {
  const select = call.request.query.get('$select');
  if (select === undefined || select === '*') return entity;
  const names = select.split(',').map((name) => (name.trim().split('/')[0] ?? '').toLowerCase());
  return Object.fromEntries(Object.entries(entity).filter(([key]) => names.includes(key.toLowerCase()) || key.includes('odata.')));
}

export const restEntity = (call: RestCall, entity: JsonObject, status = 200): TenantReply => ({ status, body: restSelect(call, entity) });

export const restCollection = (call: RestCall, entities: readonly JsonObject[]): TenantReply => ({
  status: 200,
  body: { value: entities.map((entity) => restSelect(call, entity)) },
});
