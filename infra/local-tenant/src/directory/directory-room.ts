import type { Room } from '../room.ts';
import { groupRoutes } from './group-routes.ts';
import { mailRoutes } from './mail-routes.ts';
import type { Mailbox } from './mailbox.ts';
import { organizationRoutes } from './organization-routes.ts';
import { userRoutes } from './user-routes.ts';

/** Graph's directory: people, groups, the tenant itself, and mail that is kept instead of sent. */
export const directoryRoom =
  (mails: Mailbox): Room =>
  (supplies) => [...userRoutes(supplies), ...groupRoutes(supplies), ...organizationRoutes(supplies), ...mailRoutes(supplies, mails)];
