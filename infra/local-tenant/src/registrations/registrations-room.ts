import type { Room } from '../room.ts';
import { applicationRoutes } from './application-routes.ts';
import { assignmentRoutes } from './assignment-routes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { grantRoutes } from './grant-routes.ts';
import { principalRoutes } from './principal-routes.ts';
import type { RegistrationStore } from './registration-store.ts';

/** Entra's registrations through Graph: apps, their service principals, what they may do, and for whom. */
export const registrationsRoom =
  (store: RegistrationStore): Room =>
  (supplies) => [
    ...applicationRoutes(supplies, store),
    ...credentialRoutes(supplies, store),
    ...principalRoutes(supplies, store),
    ...assignmentRoutes(supplies, store),
    ...grantRoutes(supplies, store),
  ];
