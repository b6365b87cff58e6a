import { councilAdministratorId, setupClientId } from '@ap/local/sample/before-set-up';
import { councilTenantId } from '@ap/local/sample/ids';
import type { tenantCaller } from '@ap/local-tenant/test-support/started-tenant';
import { graphPermissions, sharePointPermission } from '@ap/tenant/setup/sign-in';
import type { TenantSettings } from '@ap/tenant/tenant-settings';
import { councilValues } from './council-values.ts';

export const graphResource = 'https://graph.microsoft.com';
type Call = ReturnType<typeof tenantCaller>;

/** A person's token for the client of the set-up, as the tenant makes it when it is asked to: nobody types in a code. */
export const tokenBy =
  (call: Call) =>
  async (userId: string, resource: string, names: readonly string[], tenantId = councilTenantId): Promise<string> => {
    const scope = names.map((name) => `${resource}/${name}`).join(' ');
    const { body } = await call('POST', '/_local/tokens', { json: { kind: 'user', tenantId, userId, clientId: setupClientId, scope } });
    return String(body.access_token);
  };

/** The tenant at this address, with its administrator signed in. */
export const administeredBy = (call: Call, address: string): TenantSettings => ({
  tenantId: councilTenantId,
  administrator: {
    tokensFor: (resource) => () =>
      tokenBy(call)(councilAdministratorId, resource, resource === graphResource ? graphPermissions : [sharePointPermission]),
  },
  authorityHost: address,
  graphUrl: address,
  site: { hostname: councilValues.SITE_HOSTNAME, path: councilValues.SITE_PATH },
  allowedReaders: [councilValues.ALLOWED_READERS],
  concernReaders: [councilValues.CONCERN_READERS],
});
