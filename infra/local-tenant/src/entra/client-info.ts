import type { OrganisationTenant, OrganisationUser } from '../organisation.ts';
import { stableGuid } from './stable-guid.ts';

/** `client_info`: where a person's account has its home. A guest's is elsewhere, whatever tenant the token is of. */
export const clientInfo = (tenant: OrganisationTenant, user: OrganisationUser): string => {
  const home =
    user.guest === true
      ? { uid: stableGuid('home account', user.mail), utid: stableGuid('home tenant', user.mail.split('@')[1] ?? '') }
      : { uid: user.id, utid: tenant.id };
  return Buffer.from(JSON.stringify(home)).toString('base64url');
};
