import type { TenantRoute } from '../exchange.ts';
import type { RoomSupplies } from '../room.ts';
import { forCaller } from './caller-tenant.ts';
import { denied, holds } from './permission.ts';

/** The caller's own tenant, as `GET /organization` tells it. */
export const organizationRoutes = (supplies: RoomSupplies): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/v1.0/organization',
    handle: forCaller(supplies, ['$select'], (request, { caller, tenant }) => {
      if (
        !holds(caller, 'Organization.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All') &&
        !(caller.kind === 'user' && holds(caller, 'User.Read'))
      )
        return denied();
      const organization = {
        id: tenant.id.toLowerCase(),
        displayName: tenant.displayName,
        countryLetterCode: 'GB',
        tenantType: 'AAD',
        verifiedDomains: [{ name: tenant.domain, isDefault: true, isInitial: true, type: 'Managed' }],
      };
      return { status: 200, body: { '@odata.context': `${request.origin}/v1.0/$metadata#organization`, value: [organization] }, units: 1 };
    }),
  },
];
