import { sameId } from '../organisation-lookup.ts';
import type { Persistence } from '../room.ts';

export type Activity = Readonly<Record<string, unknown>>;

export const sharedKinds = ['channel', 'groupChat'] as const;
export type ChatKind = 'personal' | (typeof sharedKinds)[number];

/** One message as the person sees it now: an update replaces it, a deletion removes it. */
export interface ChatMessage {
  readonly id: string;
  readonly at: string;
  readonly from: 'bot' | 'user';
  readonly activity: Activity;
}

/** A conversation that the bot is in: the personal one of a person, or one of many that this person added the bot to. */
export interface Chat {
  readonly kind: ChatKind;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly messages: readonly ChatMessage[];
}

export interface ChatStore {
  /** The chat with this id, created for the person when it is new. */
  open(conversationId: string, tenantId: string, userId: string, kind?: ChatKind): Chat;
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
  // Data folders of before conversations of many hold personal ones only, without a kind.
  const kept = ((persistence.load('chats') as StoredChat[] | undefined) ?? []).map((chat) => ({ ...chat, kind: chat.kind ?? 'personal' }));
  const chats = new Map<string, StoredChat>(kept.map((chat) => [chat.conversationId, chat]));
  let lastId = Math.max(0, ...[...chats.values()].flatMap(({ messages }) => messages.map(({ id }) => Number(id))));
  const save = (): void => persistence.save('chats', [...chats.values()]);
  const positionOf = (chat: StoredChat | undefined, messageId: string): number =>
    chat?.messages.findIndex(({ id }) => id === messageId) ?? -1;
  return {
    open: (conversationId, tenantId, userId, kind = 'personal') => {
      const chat = chats.get(conversationId) ?? {
        kind,
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
