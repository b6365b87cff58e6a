import type { DeviceCodes } from '../entra/device-codes.ts';
import { parseScopes } from '../entra/resource.ts';
import type { TenantRoute } from '../exchange.ts';
import { findTenant, sameId } from '../organisation-lookup.ts';
import { applicationAdministrators } from '../registrations/administers.ts';
import { principalIdOf } from '../registrations/microsoft-services.ts';
import type { RegistrationStore } from '../registrations/registration-store.ts';
import type { RoomSupplies } from '../room.ts';
import { ControlRefusal, control, requiredPerson, requiredText } from './control-body.ts';

/** What a person does in a browser that this tenant does not show: typing in a device code, and agreeing to what an app asks for. */
export const consentRoutes = (supplies: RoomSupplies, store: RegistrationStore, codes: DeviceCodes): readonly TenantRoute[] => [
  {
    method: 'POST',
    pattern: '/_local/device',
    handle: control((_request, body) => {
      const { user } = requiredPerson(supplies.organisation, body);
      if (!codes.approve(requiredText(body, 'userCode'), user)) throw new ControlRefusal(404, 'no program waits under this code');
      return { status: 204 };
    }),
  },
  {
    // Pressing Accept on `/{tenant}/v2.0/adminconsent`. The answer is where the browser would go.
    method: 'POST',
    pattern: '/_local/admin-consent',
    handle: control((_request, body) => {
      const link = new URL(requiredText(body, 'link'));
      const [, tenantId = '', ...rest] = link.pathname.split('/');
      const { tenant, user } = requiredPerson(supplies.organisation, body);
      const back = new URL(link.searchParams.get('redirect_uri') ?? 'about:blank');
      const answer = (fields: Readonly<Record<string, string>>) => {
        for (const [name, value] of Object.entries({ ...fields, state: link.searchParams.get('state') ?? '' }))
          back.searchParams.set(name, value);
        return { status: 200, body: { location: back.href } };
      };
      if (rest.join('/') !== 'v2.0/adminconsent') throw new ControlRefusal(400, 'the link is none of consent');
      if (findTenant(supplies.organisation, tenantId) !== tenant) throw new ControlRefusal(400, 'the link is of another tenant');
      const { apps, principals, grants } = store.read();
      const app = apps.find(({ appId, isDeleted }) => sameId(appId, link.searchParams.get('client_id') ?? '') && !isDeleted);
      const isForeign = app !== undefined && !sameId(app.tenantId, tenant.id);
      if (!app || (isForeign && app.signInAudience !== 'AzureADMultipleOrgs')) return answer({ error: 'unauthorized_client' });
      if (![...app.spa.redirectUris, ...app.web.redirectUris].includes(back.href)) return answer({ error: 'invalid_request' });
      if (!applicationAdministrators.some((role) => (user.directoryRoles ?? []).includes(role))) return answer({ error: 'access_denied' });
      const asked = parseScopes(link.searchParams.get('scope') ?? '');
      const offered = app.api.oauth2PermissionScopes.map(({ value }) => value);
      if (asked.mixed || asked.names.length === 0 || asked.names.some((name) => name !== '.default' && !offered.includes(name)))
        return answer({ error: 'invalid_scope' });
      // `.default` asks for what the registration says that it needs, and for nothing where it says nothing.
      const said = app.requiredResourceAccess
        .filter(({ resourceAppId }) => sameId(resourceAppId, app.appId))
        .flatMap((each) => each.resourceAccess);
      const needed = app.api.oauth2PermissionScopes.filter((scope) =>
        said.some((each) => each.type === 'Scope' && sameId(each.id, scope.id)),
      );
      const given = asked.names.includes('.default') ? needed.map(({ value }) => value) : asked.names;
      const id = principalIdOf(tenant.id, app.appId);
      const isKnown = principals.some((each) => each.id === id);
      const isGranted = grants.some(({ clientId, resourceId }) => clientId === id && resourceId === id);
      const principal = { id, tenantId: tenant.id, appId: app.appId, appRoleAssignmentRequired: false };
      const grant = { id: `${id}-${id}`, tenantId: tenant.id, clientId: id, resourceId: id, principalId: null };
      store.change({
        principals: isKnown ? principals : [...principals, principal],
        grants:
          isGranted || given.length === 0
            ? grants
            : [...grants, { ...grant, consentType: 'AllPrincipals' as const, scope: given.join(' ') }],
      });
      return answer({ admin_consent: 'True', tenant: tenant.id });
    }),
  },
];
