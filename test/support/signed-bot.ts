import { botTokenVerifier } from '../../functions/src/adapters/teams/bot-token.ts';
import { receiveActivity } from '../../functions/src/adapters/teams/inbound.ts';
import { botSupplies } from '../../functions/src/bot.ts';
import { aSigningKey, type SigningKey, signed, startKeyServer } from '../../functions/src/http/key-server.fixture.ts';
import type { World } from '../ports/memory-world.ts';

const botAppId = 'dddddddd-0000-4000-8000-000000000004';
export const botServiceUrl = 'https://smba.trafficmanager.net/uk/';
const metadataPath = '/v1/.well-known/openidconfiguration';

/** The Bot Framework's side: a key that is published and endorsed, and activities that are really signed with it. */
export interface SignedBot {
  /** Sends an activity to the bot of a world, joined as the product joins it. `tenantId` is the bot's one tenant. */
  readonly send: (world: World, activity: object, tenantId: string) => ReturnType<ReturnType<typeof receiveActivity>>;
  readonly close: () => Promise<void>;
}

export const pagesOfTests = 'https://ap.council.example';

export const signedBot = async (): Promise<SignedBot> => {
  const server = await startKeyServer();
  const key: SigningKey = await aSigningKey('bot-1', { endorsements: ['msteams'] });
  server.serve(metadataPath, 200, { jwks_uri: `${server.url}/keys` });
  server.serve('/keys', 200, { keys: [key.published] });
  return {
    send: async (world, activity, tenantId) => {
      const allowedHosts = [new URL(botServiceUrl).host];
      const verify = botTokenVerifier({ botAppId, metadataUrl: `${server.url}${metadataPath}`, allowedHosts, tenantId });
      const exp = Math.floor(Date.now() / 1000) + 300;
      const token = await signed(key, { iss: 'https://api.botframework.com', aud: botAppId, serviceurl: botServiceUrl, exp });
      const request = { headers: new Headers({ authorization: `Bearer ${token}` }), text: async () => JSON.stringify(activity) };
      return receiveActivity(botSupplies(world.ports, { pages: pagesOfTests }, verify))(request);
    },
    close: () => server.close(),
  };
};
