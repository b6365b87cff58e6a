import type { Client } from '@microsoft/microsoft-graph-client';
import { appToken, confidentialClient, graphClient } from '../../../../functions/src/adapters/graph/graph-client.ts';
import type { Settings } from '../../../../functions/src/settings.ts';
import { rolesIn } from '../graph/roles-in.ts';

/** The product's own registration, where this machine can sign in as it: by a secret or by a certificate that it was given for the occasion. */
export interface AsProduct {
  readonly graph: Client;
  /** The application permissions that Entra put into its token. */
  readonly roles: () => Promise<readonly string[]>;
}

/** Undefined: it signs in by its managed identity, which no other machine has. */
export const asProduct = (settings: Settings): AsProduct | undefined => {
  const { RUNTIME_CLIENT_SECRET: secret, RUNTIME_CERTIFICATE: privateKey, RUNTIME_CERTIFICATE_THUMBPRINT: thumbprintSha256 } = settings;
  if (!secret && !(privateKey && thumbprintSha256)) return undefined;
  const certificate = privateKey && thumbprintSha256 ? { privateKey, thumbprintSha256 } : undefined;
  const application = confidentialClient(settings, { clientId: settings.RUNTIME_CLIENT_ID, secret, certificate });
  return { graph: graphClient(settings, application), roles: async () => rolesIn(await appToken(application, settings.GRAPH_SCOPE)) };
};
