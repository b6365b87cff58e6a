import { signToken } from '../entra/sign-token.ts';
import type { KeyRing } from '../entra/signing-keys.ts';
import type { Bot } from './bot-access.ts';
import { botTokenClaims } from './bot-token.ts';
import type { Activity } from './chat-store.ts';

/** What the bot answered. `body` is JSON when it was JSON, its text otherwise. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Brings an activity to the bot as Teams does: signed, with the service's URL in activity and token. */
export type BotDelivery = (activity: Activity, serviceUrl: string) => Promise<BotAnswer>;

/** Teams gives up after 15 seconds and shows the person an error, though the bot may still finish (teams-bot.md, section 4). */
const patience = 15_000;

const readable = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return text;
    throw failure;
  }
};

/** Delivers to the organisation's bot. A bot that cannot be reached is answered for with 502, a slow one with 504. */
export const botDelivery =
  (bot: Bot | undefined, keys: KeyRing, now: () => Date): BotDelivery =>
  async (activity, serviceUrl) => {
    if (!bot) return { status: 502, body: { error: { code: 'BotUnreachable', message: 'The organisation has no bot.' } } };
    const token = await signToken(botTokenClaims(bot.appId, serviceUrl, now()), keys.current());
    try {
      const response = await fetch(bot.messagingEndpoint, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json; charset=utf-8',
          'User-Agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
        },
        body: JSON.stringify({ ...activity, serviceUrl }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      return { status: response.status, body: readable(await response.text()) };
    } catch (failure) {
      const slow = failure instanceof DOMException && failure.name === 'TimeoutError';
      const message = slow
        ? `The bot did not answer within ${patience / 1000} seconds.`
        : `The bot at ${bot.messagingEndpoint} cannot be reached: ${(failure as Error).message}.`;
      return { status: slow ? 504 : 502, body: { error: { code: slow ? 'BotTimeout' : 'BotUnreachable', message } } };
    }
  };
