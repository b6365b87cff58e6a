import { stableGuid } from '../entra/stable-guid.ts';
import type { AppRole, PermissionScope } from './registration.ts';

/** Microsoft Graph's app id, the same in every tenant. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

const role = (id: string, value: string): AppRole => ({
  id,
  value,
  displayName: value,
  description: value,
  isEnabled: true,
  allowedMemberTypes: ['Application'],
});
const scope = (id: string, value: string): PermissionScope => ({ id, value, isEnabled: true });

/** Application permissions of Graph that somebody here may be given, under the ids that they have in every tenant. */
export const graphRoles: readonly AppRole[] = [
  role('883ea226-0bf2-4a8f-9f9d-92c9162a727d', 'Sites.Selected'),
  role('a82116e5-55eb-4c41-a434-62fe8a61c773', 'Sites.FullControl.All'),
  role('b633e1c5-b582-4048-a93e-9f11b44c7e96', 'Mail.Send'),
  role('97235f07-e226-4f63-ace3-39588e11d3a1', 'User.ReadBasic.All'),
  role('9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30', 'Application.Read.All'),
  role('df021288-bdef-4463-88db-98f22de89214', 'User.Read.All'),
  role('a267235f-af13-44dc-8385-c1dc93023186', 'TeamsActivity.Send'),
];

/** Delegated permissions of Graph that a person's sign-in to a page asks for. */
export const graphScopes: readonly PermissionScope[] = [
  scope('37f7f235-527c-4136-accd-4a02d197296e', 'openid'),
  scope('14dad69e-099b-42c9-810b-d002981feec1', 'profile'),
  scope('7427e0e9-2fba-42fe-b0c0-848c9e6a8182', 'offline_access'),
  scope('e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'User.Read'),
];

/** Object id of an app's service principal in a tenant: the one that its tokens carry. */
export const principalIdOf = (tenantId: string, appId: string): string => stableGuid('service principal', tenantId, appId);
