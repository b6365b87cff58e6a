import type { Installations } from '../connector/installations.ts';
import type { TenantRoute } from '../exchange.ts';
import type { RoomSupplies } from '../room.ts';

/** Who can be chosen in the stand-in Teams window. */
export const peopleRoutes = ({ organisation }: RoomSupplies, installed: Installations): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/_local/people',
    handle: () => ({
      status: 200,
      body: organisation.tenants.flatMap((tenant) =>
        tenant.users.map((user) => ({
          tenantId: tenant.id,
          tenantName: tenant.displayName,
          id: user.id,
          displayName: user.displayName,
          mail: user.mail,
          jobTitle: user.jobTitle ?? null,
          guest: user.guest === true,
          teamsAppInstalled: installed.has(tenant.id, user.id),
        })),
      ),
    }),
  },
];
