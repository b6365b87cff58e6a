import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { personKey } from '../person-key.ts';
import { unreadCount } from './chat-message.ts';
import type { Conversation } from './local-api.ts';
import { localApi } from './local-api.ts';
import { remembered } from './remembered.ts';
import { type Polled, usePolled } from './use-polled.ts';

const every = 2_000;

export interface Chats extends Polled<readonly Conversation[]> {
  readonly unread: number;
}

const readSeen = (key: string): ReadonlySet<string> => new Set((remembered.read(`seen:${key}`) ?? '').split(' ').filter(Boolean));

/** The person's conversations, asked for every two seconds. What arrives while they look at the chat is read. */
export const useChats = ({ tenantId, userId }: PersonId, looking: boolean): Chats => {
  const key = personKey({ tenantId, userId });
  const polled = usePolled(
    React.useCallback(() => localApi.chats({ tenantId, userId }), [tenantId, userId]),
    every,
  );
  const messages = (polled.value ?? []).flatMap(({ messages }) => messages);
  const ids = messages.map(({ id }) => id).join(' ');
  React.useEffect(() => {
    if (looking && ids !== '') remembered.write(`seen:${key}`, ids);
  }, [looking, ids, key]);
  return { ...polled, unread: looking ? 0 : unreadCount(messages, readSeen(key)) };
};
