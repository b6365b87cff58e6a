import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { Organisation } from '../organisation.ts';
import { sameId } from '../organisation-lookup.ts';
import { errorReply, isReply } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import type { Chat, ChatStore } from './chat-store.ts';
import type { Installations } from './installations.ts';

/** What the connector's routes share. */
export interface ConnectorParts {
  readonly chats: ChatStore;
  readonly installed: Installations;
}

export type Bot = NonNullable<Organisation['bot']>;

export const notInRoster = (): TenantReply =>
  errorReply(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
export const conversationNotFound = (): TenantReply => errorReply(404, 'ConversationNotFound', 'Conversation not found.');
export const activityNotFound = (): TenantReply => errorReply(404, 'ActivityNotFoundInConversation', 'Activity not found in conversation.');

/** Verifies the token of a request and answers it only for the organisation's own bot: a single-tenant app, of its home tenant. */
export const forBot =
  (supplies: RoomSupplies, answer: (request: TenantRequest, bot: Bot) => TenantReply) =>
  async (request: TenantRequest): Promise<TenantReply> => {
    const caller = await supplies.authorise(request, 'connector');
    if (isReply(caller)) return caller;
    const { bot } = supplies.organisation;
    if (!bot || caller.kind !== 'app' || !sameId(caller.appId, bot.appId) || !sameId(caller.tenantId, bot.tenantId))
      return errorReply(401, 'BotNotRegistered', 'No registration found for this bot.');
    return answer(request, bot);
  };

/** As `forBot`, for one conversation: unknown ones are not found, and a person who removed the app can no longer be written to. */
export const forConversation = (
  supplies: RoomSupplies,
  { chats, installed }: ConnectorParts,
  answer: (request: TenantRequest, chat: Chat, bot: Bot) => TenantReply,
): ((request: TenantRequest) => Promise<TenantReply>) =>
  forBot(supplies, (request, bot) => {
    const chat = chats.find(request.params.conversation ?? '');
    if (!chat) return conversationNotFound();
    const mayWrite = chat.kind !== 'personal' || installed.has(chat.tenantId, chat.userId);
    return mayWrite ? answer(request, chat, bot) : notInRoster();
  });
