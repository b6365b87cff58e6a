import { isRefusal, refusal, refusalReply } from '../entra/entra-error.ts';
import { grantScopes } from '../entra/granted-scopes.ts';
import { signToken } from '../entra/sign-token.ts';
import type { KeyRing } from '../entra/signing-keys.ts';
import { tokenLifetime, userClaims } from '../entra/token-claims.ts';
import { whyShut } from '../entra/who-may-call.ts';
import type { TenantRoute } from '../exchange.ts';
import { findApp, sameId } from '../organisation-lookup.ts';
import type { RoomSupplies } from '../room.ts';
import { control, requiredPerson, requiredText } from './control-body.ts';

/** Microsoft's own clients that get tokens for a tab or a web part without a registration in the tenant. */
const microsoftClients: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365 desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Office and Outlook desktop
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook mobile
  '08e18876-6177-487e-b8b5-cf950c1e598c', // SharePoint web parts (Web Client Extensibility)
];

/** Signing a sample person in, as Teams single sign-on would: no password, everything else as strict as Entra. */
export const signInRoutes = (supplies: RoomSupplies, keys: KeyRing): readonly TenantRoute[] => [
  {
    method: 'POST',
    pattern: '/_local/sign-in',
    handle: control(async (request, body) => {
      const { organisation } = supplies;
      const now = supplies.now();
      const { tenant, user } = requiredPerson(organisation, body);
      const clientId = requiredText(body, 'clientId');
      const scope = requiredText(body, 'scope');
      if (user.accountEnabled === false) return refusalReply(refusal(400, 'invalid_grant', 50057, 'The user account is disabled.'), now);
      const known =
        microsoftClients.includes(clientId.toLowerCase()) || findApp(organisation, tenant, (app) => sameId(app.clientId, clientId));
      if (!known) {
        const unknown = `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'.`;
        return refusalReply(refusal(400, 'unauthorized_client', 700016, unknown), now);
      }
      const granted = grantScopes(organisation, tenant, scope, 'at-sign-in');
      if (isRefusal(granted)) return refusalReply(granted, now);
      const shut = whyShut(tenant, user, clientId, granted.resource);
      if (shut) return refusalReply(shut, now);
      const claims = userClaims(
        { origin: request.origin, tenant, now },
        user,
        { clientId, proof: 'none' },
        granted.resource,
        granted.scopes,
      );
      return { status: 200, body: { access_token: await signToken(claims, keys.current()), expires_in: tokenLifetime } };
    }),
  },
];
