import type { TenantReply, TenantRequest } from '../exchange.ts';
import { findTenant } from '../organisation-lookup.ts';
import type { Room } from '../room.ts';
import { authorizationCodes } from './authorization-codes.ts';
import { authorize } from './authorize.ts';
import type { DeviceCodes } from './device-codes.ts';
import { refusal, refusalReply } from './entra-error.ts';
import { jwksDocument, openIdConfiguration } from './key-documents.ts';
import { answerManagedIdentity } from './managed-identity.ts';
import { answerDeviceCode } from './public-client.ts';
import type { KeyRing } from './signing-keys.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import type { TokenEndpoint } from './token-parts.ts';

/** Entra ID: what MSAL discovers, the public keys, the token endpoint for every tenant of the organisation, and where managed identities get theirs. */
export const entraRoom =
  (keys: KeyRing, codes: DeviceCodes): Room =>
  (supplies) => {
    const forTenant =
      (document: (request: TenantRequest, tenantId: string) => object) =>
      (request: TenantRequest): TenantReply => {
        const named = request.params.tenant ?? '';
        const tenant = findTenant(supplies.organisation, named);
        if (!tenant) return refusalReply(refusal(400, 'invalid_tenant', 90002, `Tenant '${named}' not found.`), supplies.now());
        return { status: 200, body: document(request, tenant.id.toLowerCase()) };
      };
    const endpoint: TokenEndpoint = { supplies, keys, codes, signIns: authorizationCodes(supplies.now) };
    const signIn = authorize(endpoint);
    return [
      {
        method: 'GET',
        pattern: '/{tenant}/v2.0/.well-known/openid-configuration',
        handle: forTenant(({ origin }, tenantId) => openIdConfiguration(origin, tenantId)),
      },
      { method: 'GET', pattern: '/{tenant}/discovery/v2.0/keys', handle: forTenant(() => jwksDocument(keys)) },
      {
        method: 'POST',
        pattern: '/{tenant}/oauth2/v2.0/token',
        handle: (request) => answerTokenRequest(endpoint, request),
      },
      { method: 'POST', pattern: '/{tenant}/oauth2/v2.0/devicecode', handle: answerDeviceCode(endpoint) },
      { method: 'GET', pattern: '/{tenant}/oauth2/v2.0/authorize', handle: signIn.ask },
      { method: 'POST', pattern: '/{tenant}/oauth2/v2.0/authorize', handle: signIn.answer },
      { method: 'GET', pattern: '/msi/token', handle: answerManagedIdentity(keys, supplies) },
    ];
  };
