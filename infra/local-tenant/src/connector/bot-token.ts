import type { JWTPayload } from 'jose';

/** The issuer of the tokens with which the Bot Framework calls a bot, wherever its metadata is served from. */
export const botFrameworkIssuer = 'https://api.botframework.com';

/** The channels that the Bot Framework's ordinary keys are endorsed for. */
export const endorsedChannels: readonly string[] = ['msteams', 'skype', 'webchat', 'directline', 'emulator'];

const lifetime = 300;

/** Claims of a token to the bot: for its app id, naming the `serviceurl` that the activity must carry, for five minutes. */
export const botTokenClaims = (botAppId: string, serviceUrl: string, now: Date): JWTPayload => {
  const seconds = Math.floor(now.getTime() / 1000);
  return { serviceurl: serviceUrl, nbf: seconds, exp: seconds + lifetime, iss: botFrameworkIssuer, aud: botAppId.toLowerCase() };
};
