import { jwksDocument } from '../entra/key-documents.ts';
import type { KeyRing } from '../entra/signing-keys.ts';
import type { Room } from '../room.ts';
import { activityRoutes } from './activity-routes.ts';
import type { ConnectorParts } from './bot-access.ts';
import { botFrameworkIssuer } from './bot-token.ts';
import { conversationRoutes } from './conversation-routes.ts';

const metadata = '/botframework/v1/.well-known/openidconfiguration';
const keysPath = '/botframework/v1/.well-known/keys';

/** The Bot Connector of Teams' personal chats, with the metadata by which a bot verifies what Teams sends. */
export const connectorRoom =
  (parts: ConnectorParts, botKeys: KeyRing): Room =>
  (supplies) => [
    {
      method: 'GET',
      pattern: metadata,
      handle: ({ origin }) => ({
        status: 200,
        body: {
          issuer: botFrameworkIssuer,
          authorization_endpoint: 'https://invalid.botframework.com',
          jwks_uri: `${origin}${keysPath}`,
          id_token_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['private_key_jwt'],
        },
      }),
    },
    { method: 'GET', pattern: keysPath, handle: () => ({ status: 200, body: jwksDocument(botKeys) }) },
    ...conversationRoutes(supplies, parts),
    ...activityRoutes(supplies, parts),
  ];
