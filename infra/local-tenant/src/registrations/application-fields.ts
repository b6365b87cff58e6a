import type { OrganisationTenant } from '../organisation.ts';
import { sameId } from '../organisation-lookup.ts';
import { asObject } from '../reply.ts';
import type { RegisteredApp, Registrations } from './registration.ts';

/** Properties of an application that a caller may set here. */
export const applicationProperties = [
  'displayName',
  'signInAudience',
  'identifierUris',
  'tags',
  'isFallbackPublicClient',
  'appRoles',
  'api',
  'optionalClaims',
  'spa',
  'web',
  'requiredResourceAccess',
];

const audiences = ['AzureADMyOrg', 'AzureADMultipleOrgs'];

/** What a body changes of an application. Of `api` what is not named stays. */
export const changed = (app: RegisteredApp, body: Readonly<Record<string, unknown>>): RegisteredApp =>
  ({ ...app, ...body, api: { ...app.api, ...asObject(body.api) } }) as RegisteredApp;

export interface ApplicationRefusal {
  readonly code: string;
  readonly message: string;
}

const refuse = (code: string, message: string): ApplicationRefusal => ({ code, message });

/** Entra's rule for new identifier URIs: they hold the app's own id or the tenant's, or name a domain that the tenant has proved. */
const isOurs = (uri: string, app: RegisteredApp, tenant: OrganisationTenant): boolean => {
  const lowered = uri.toLowerCase();
  if (lowered.includes(app.appId) || lowered.includes(tenant.id.toLowerCase())) return true;
  const host = /^(?:api|https):\/\/([^/:]+)/.exec(lowered)?.[1] ?? '';
  return host === tenant.domain.toLowerCase() || host.endsWith(`.${tenant.domain.toLowerCase()}`);
};

const repeated = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** Why Entra does not take an application so; undefined when it does. */
export const whyNot = (app: RegisteredApp, tenant: OrganisationTenant, { apps }: Registrations): ApplicationRefusal | undefined => {
  if (typeof app.displayName !== 'string' || app.displayName === '')
    return refuse('Request_BadRequest', "Property 'displayName' is required on 'Application'.");
  if (!audiences.includes(app.signInAudience)) return refuse('Request_BadRequest', 'Invalid value specified for property signInAudience.');
  const foreign = app.identifierUris.find((uri) => !isOurs(uri, app, tenant));
  if (foreign !== undefined)
    return refuse(
      'HostNameNotOnVerifiedDomain',
      `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${foreign}'`,
    );
  // The recycle bin counts: its registrations can come back.
  const others = apps
    .filter(({ id, tenantId }) => id !== app.id && sameId(tenantId, app.tenantId))
    .flatMap((other) => other.identifierUris);
  const stated = tenant.apps.filter(({ clientId }) => !sameId(clientId, app.appId)).flatMap(({ identifierUris = [] }) => identifierUris);
  if (app.identifierUris.some((uri) => [...others, ...stated].some((other) => sameId(other, uri))))
    return refuse('Request_BadRequest', 'Another object with the same value for property identifierUris already exists.');
  const { oauth2PermissionScopes: scopes, preAuthorizedApplications: known } = app.api;
  if (repeated([...scopes.map(({ id }) => id), ...app.appRoles.map(({ id }) => id)]))
    return refuse('Request_BadRequest', 'It contains duplicate value. Please provide unique value.');
  if (known.some(({ delegatedPermissionIds }) => delegatedPermissionIds.some((id) => !scopes.some((scope) => scope.id === id))))
    return refuse('Request_BadRequest', 'Property api.preAuthorizedApplications references a permission that cannot be found.');
  return undefined;
};
