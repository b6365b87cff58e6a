import * as z from 'zod/mini';
import { councilRoles } from '../domain/people/membership.ts';
import { endpoint, type Told } from './endpoint.ts';

const councilMemberShape = z.object({
  tenantId: z.string(),
  objectId: z.string(),
  name: z.string(),
  /** What they do in commissioning; empty where that is nothing. */
  roles: z.array(z.enum(councilRoles)),
});
export type CouncilMember = Told<z.infer<typeof councilMemberShape>>;

export const listCouncilMembers = endpoint({
  name: 'listCouncilMembers',
  summary: "Everybody whom the council's departments list today, by name, with what each does in commissioning",
  method: 'GET',
  path: '/council-members',
  roles: ['commissioner'],
  reply: z.object({ members: z.array(councilMemberShape) }),
});
