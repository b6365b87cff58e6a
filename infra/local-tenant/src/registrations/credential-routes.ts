import { randomUUID } from 'node:crypto';
import { forCaller } from '../directory/caller-tenant.ts';
import { notFound } from '../directory/permission.ts';
import type { TenantRoute } from '../exchange.ts';
import { isReply } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { badRequest, bodyOf, empty, found, taken } from './answers.ts';
import { administered, keepApp } from './application-routes.ts';
import type { KeptCredential } from './registration.ts';
import type { RegistrationStore } from './registration-store.ts';

/** Federated credentials that an application may have. */
const most = 20;
const path = '/v1.0/applications/{id}/federatedIdentityCredentials';

const isCredential = (body: Readonly<Record<string, unknown>>): body is Readonly<Record<string, unknown>> & Omit<KeptCredential, 'id'> =>
  ['name', 'issuer', 'subject'].every((name) => typeof body[name] === 'string' && body[name] !== '') &&
  Array.isArray(body.audiences) &&
  body.audiences.length === 1;

/** Whose tokens an application takes in place of a secret. */
export const credentialRoutes = (supplies: RoomSupplies, store: RegistrationStore): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: path,
    handle: forCaller(supplies, [], (request, from) => {
      const app = administered(store, request, from);
      return isReply(app) ? app : found(request, 'federatedIdentityCredentials', { value: app.federatedIdentityCredentials });
    }),
  },
  {
    method: 'POST',
    pattern: path,
    handle: forCaller(supplies, [], (request, from) => {
      const app = administered(store, request, from);
      if (isReply(app)) return app;
      const body = bodyOf(request, ['name', 'issuer', 'subject', 'audiences', 'description']);
      if (isReply(body)) return body;
      if (!isCredential(body)) return badRequest('A federated identity credential has a name, an issuer, a subject and one audience.');
      const kept = app.federatedIdentityCredentials;
      if (kept.some(({ name, issuer, subject }) => name === body.name || (issuer === body.issuer && subject === body.subject)))
        return taken('FederatedIdentityCredential with the same name, or with the same issuer and subject, already exists.');
      if (kept.length >= most) return badRequest(`The application has ${most} federated identity credentials, which is the most.`);
      const { name, issuer, subject, audiences } = body;
      const made = { id: randomUUID(), name, issuer, subject, audiences };
      keepApp(store, { ...app, federatedIdentityCredentials: [...kept, made] });
      return found(request, 'federatedIdentityCredentials/$entity', made, 201);
    }),
  },
  {
    method: 'DELETE',
    pattern: `${path}/{credential}`,
    handle: forCaller(supplies, [], (request, from) => {
      const app = administered(store, request, from);
      if (isReply(app)) return app;
      const left = app.federatedIdentityCredentials.filter(({ id }) => id !== request.params.credential);
      if (left.length === app.federatedIdentityCredentials.length) return notFound(request.params.credential ?? '');
      keepApp(store, { ...app, federatedIdentityCredentials: left });
      return empty();
    }),
  },
];
