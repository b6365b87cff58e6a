import { randomUUID } from 'node:crypto';
import type { TenantReply, TenantRequest, TenantRoute } from '../exchange.ts';
import { sameId } from '../organisation-lookup.ts';
import { isReply } from '../reply.ts';
import type { Principal, RoomSupplies } from '../room.ts';
import { accessOf, LEVEL } from '../sharepoint/access.ts';
import { faultReply, GraphFault, itemNotFound } from '../sharepoint/graph-fault.ts';
import { readJsonObject, refuseUnknownProperties } from '../sharepoint/json-body.ts';
import type { ListStore } from '../sharepoint/state/list-store.ts';
import type { SharePointStore } from '../sharepoint/state/sharepoint-store.ts';
import { shakeHands } from './handshake.ts';
import { type AskedSubscription, invalidSubscription, readExpiration, readSubscription } from './read-subscription.ts';
import { type Subscription, subscriptionJson } from './subscription.ts';
import type { Webhooks } from './webhooks.ts';

const TYPE = 'microsoft.graph.subscription';
const PROPERTIES = new Set([
  ...['changeType', 'resource', 'notificationUrl', 'expirationDateTime', 'clientState', 'latestSupportedTlsVersion'],
  ...['lifecycleNotificationUrl', 'includeResourceData', 'encryptionCertificate', 'encryptionCertificateId', 'notificationQueryOptions'],
]);

const forbidden = (hint: string): GraphFault =>
  new GraphFault(
    403,
    'ExtensionError',
    'Operation: Create; Exception: [Status Code: Forbidden; Reason: Access denied. You do not have permission to perform this action or access this resource.]',
    { hint },
  );

const withoutSelected = (caller: Principal): Principal => {
  const others = (permissions: readonly string[]) => permissions.filter((permission) => permission !== 'Sites.Selected');
  return { ...caller, roles: others(caller.roles), scopes: others(caller.scopes) };
};

/** The list that may be subscribed to: the caller must be able to write there, by a permission that counts for subscriptions. */
function subscribable({ organisation }: RoomSupplies, store: SharePointStore, caller: Principal, asked: AskedSubscription): ListStore {
  const site = store.sites.find((each) => sameId(each.site.id, asked.siteId) && sameId(each.tenant.id, caller.tenantId));
  const list = site?.list(asked.listId);
  if (site === undefined || list === undefined) throw itemNotFound('Item not found');
  const counted = organisation.webhooks?.sitesSelected === 'allowed' ? caller : withoutSelected(caller);
  if (accessOf(counted, site, list) >= LEVEL.write) return list;
  throw forbidden(
    'Sites.ReadWrite.All is what the service documents. Sites.Selected is undocumented: the organisation says in webhooks.sitesSelected whether this tenant takes it.',
  );
}

/** The subscription of this name, if the caller's app made it; others are told that there is none. */
function own({ subscriptions }: Webhooks, caller: Principal, id: string): Subscription {
  const found = subscriptions.find(id);
  if (found === undefined || !isOwn(found, caller)) throw new GraphFault(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

const isOwn = (subscription: Subscription, caller: Principal): boolean =>
  sameId(subscription.applicationId, caller.appId) && sameId(subscription.tenantId, caller.tenantId);

/** `/subscriptions`: create with the handshake, list, read, renew, reauthorize, delete. An app sees only what it made itself. */
export const subscriptionRoutes = (supplies: RoomSupplies, store: SharePointStore, webhooks: Webhooks): readonly TenantRoute[] => {
  const { subscriptions } = webhooks;
  const context = (request: TenantRequest, what: string): string => `${request.origin}/v1.0/$metadata#subscriptions${what}`;
  const entity = (request: TenantRequest, subscription: Subscription) => ({
    '@odata.context': context(request, '/$entity'),
    ...subscriptionJson(subscription),
  });

  const create = async (request: TenantRequest, caller: Principal): Promise<TenantReply> => {
    const body = readJsonObject(request);
    refuseUnknownProperties(body, PROPERTIES, TYPE);
    const { siteId: _site, listId: _list, ...asked } = readSubscription(body, supplies.now());
    const list = subscribable(supplies, store, caller, { ...asked, siteId: _site, listId: _list });
    const known = subscriptions.all().find((each) => isOwn(each, caller) && sameId(each.resource, asked.resource));
    if (known !== undefined) {
      throw new GraphFault(409, 'Conflict', `Subscription Id ${known.id} already exists for the requested combination.`);
    }
    await shakeHands(asked.notificationUrl);
    const made: Subscription = {
      id: randomUUID(),
      tenantId: caller.tenantId,
      listId: list.state.id,
      changeType: 'updated',
      applicationId: caller.appId,
      creatorId: caller.objectId ?? caller.appId,
      ...asked,
    };
    subscriptions.put(made);
    return { status: 201, body: entity(request, made) };
  };

  const renew = (request: TenantRequest, caller: Principal): TenantReply => {
    const before = own(webhooks, caller, request.params.id ?? '');
    const body = readJsonObject(request);
    refuseUnknownProperties(body, PROPERTIES, TYPE);
    const other = Object.keys(body).find((name) => name !== 'expirationDateTime' && !name.includes('@odata.'));
    if (other !== undefined) throw invalidSubscription(`Property '${other}' of resource 'Subscription' cannot be updated.`);
    const renewed = { ...before, expiresAt: readExpiration(body.expirationDateTime, supplies.now()) };
    subscriptions.put(renewed);
    return { status: 200, body: entity(request, renewed) };
  };

  const remove = (request: TenantRequest, caller: Principal): TenantReply => {
    subscriptions.remove(own(webhooks, caller, request.params.id ?? '').id);
    return { status: 204 };
  };

  const list = (request: TenantRequest, caller: Principal): TenantReply => ({
    status: 200,
    body: {
      '@odata.context': context(request, ''),
      value: subscriptions
        .all()
        .filter((each) => isOwn(each, caller))
        .map(subscriptionJson),
    },
  });

  const route = (
    method: string,
    pattern: string,
    answer: (request: TenantRequest, caller: Principal) => TenantReply | Promise<TenantReply>,
  ): TenantRoute => ({
    method,
    pattern,
    handle: async (request) => {
      const caller = await supplies.authorise(request, 'graph');
      if (isReply(caller)) return caller;
      try {
        return await answer(request, caller);
      } catch (failure) {
        if (failure instanceof GraphFault) return faultReply(failure, request, supplies.now());
        throw failure;
      }
    },
  });

  return [
    route('POST', '/v1.0/subscriptions', create),
    route('GET', '/v1.0/subscriptions', list),
    route('GET', '/v1.0/subscriptions/{id}', (request, caller) => ({
      status: 200,
      body: entity(request, own(webhooks, caller, request.params.id ?? '')),
    })),
    route('PATCH', '/v1.0/subscriptions/{id}', renew),
    route('DELETE', '/v1.0/subscriptions/{id}', remove),
    route('POST', '/v1.0/subscriptions/{id}/reauthorize', (request, caller) => {
      own(webhooks, caller, request.params.id ?? '');
      return { status: 204 };
    }),
  ];
};
