import { sameId } from '../organisation-lookup.ts';
import type { Persistence } from '../room.ts';

export type Activity = Readonly<Record<string, unknown>>;

/** One message as the person sees it now: an update replaces it, a deletion removes it. */
export interface ChatMessage {
  readonly id: string;
  readonly at: string;
  readonly from: 'bot' | 'user';
  readonly activity: Activity;
}

/** The personal conversation of one person with the bot. */
export interface Chat {
  readonly conversationId: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly messages: readonly ChatMessage[];
}

export interface ChatStore {
  /** The chat with this id, created for the person when it is new. */
  open(conversationId: string, tenantId: string, userId: string): Chat;
  find(conversationId: string): Chat | undefined;
  ofPerson(tenantId: string, userId: string): readonly Chat[];
  append(conversationId: string, from: ChatMessage['from'], activity: Activity): ChatMessage;
  /** False when there is no such message. */
  replace(conversationId: string, messageId: string, activity: Activity): boolean;
  remove(conversationId: string, messageId: string): boolean;
}

type StoredChat = Omit<Chat, 'messages'> & { messages: ChatMessage[] };

/** Chats kept in the data folder. Message ids are Teams' kind: milliseconds since 1970, later ones always greater. */
export const chatStore = (persistence: Persistence, now: () => Date): ChatStore => {
  const chats = new Map(((persistence.load('chats') as StoredChat[] | undefined) ?? []).map((chat) => [chat.conversationId, chat]));
  let lastId = Math.max(0, ...[...chats.values()].flatMap(({ messages }) => messages.map(({ id }) => Number(id))));
  const save = (): void => persistence.save('chats', [...chats.values()]);
  const positionOf = (chat: StoredChat | undefined, messageId: string): number =>
    chat?.messages.findIndex(({ id }) => id === messageId) ?? -1;
  return {
    open: (conversationId, tenantId, userId) => {
      const chat = chats.get(conversationId) ?? {
        conversationId,
        tenantId: tenantId.toLowerCase(),
        userId: userId.toLowerCase(),
        messages: [],
      };
      if (!chats.has(conversationId)) {
        chats.set(conversationId, chat);
        save();
      }
      return chat;
    },
    find: (conversationId) => chats.get(conversationId),
    ofPerson: (tenantId, userId) => [...chats.values()].filter((chat) => sameId(chat.tenantId, tenantId) && sameId(chat.userId, userId)),
    append: (conversationId, from, activity) => {
      const chat = chats.get(conversationId);
      if (!chat) throw new Error(`There is no chat ${conversationId}.`);
      const at = now();
      lastId = Math.max(lastId + 1, at.getTime());
      const message: ChatMessage = { id: String(lastId), at: at.toISOString(), from, activity: { ...activity, id: String(lastId) } };
      chat.messages.push(message);
      save();
      return message;
    },
    replace: (conversationId, messageId, activity) => {
      const chat = chats.get(conversationId);
      const position = positionOf(chat, messageId);
      const before = chat?.messages[position];
      if (!chat || !before) return false;
      chat.messages[position] = { ...before, activity: { ...activity, id: messageId } };
      save();
      return true;
    },
    remove: (conversationId, messageId) => {
      const chat = chats.get(conversationId);
      const position = positionOf(chat, messageId);
      if (!chat || position < 0) return false;
      chat.messages.splice(position, 1);
      save();
      return true;
    },
  };
};
