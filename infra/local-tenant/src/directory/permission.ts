import type { TenantReply } from '../exchange.ts';
import { sameId } from '../organisation-lookup.ts';
import { errorReply } from '../reply.ts';
import type { Principal } from '../room.ts';

/** The directory's 403: said to everyone alike, whatever is missing. */
export const denied = (): TenantReply =>
  errorReply(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');

/** The directory's 404 for an object that is not in the caller's tenant. */
export const notFound = (id: string): TenantReply =>
  errorReply(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** True when the caller holds one of these permissions, as an app or on behalf of a user. */
export const holds = (caller: Principal, ...permissions: readonly string[]): boolean => {
  const held = caller.kind === 'app' ? caller.roles : caller.scopes;
  return permissions.some((permission) => held.includes(permission));
};

/** True when a user's token asks about that same user, where `User.Read` is enough. */
export const isSelf = (caller: Principal, userId: string): boolean => caller.kind === 'user' && sameId(caller.objectId ?? '', userId);

const readsAllUsers = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

/** May read every property of users. */
export const readsUsers = (caller: Principal): boolean => holds(caller, ...readsAllUsers);

/** May read the names and addresses of users. */
export const readsUserNames = (caller: Principal): boolean => holds(caller, 'User.ReadBasic.All', ...readsAllUsers);

/** May read who is in which group. */
export const readsMemberships = (caller: Principal): boolean =>
  holds(
    caller,
    'GroupMember.Read.All',
    'GroupMember.ReadWrite.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  );
