import type { TenantReply, TenantRoute } from '../exchange.ts';
import { jsonObject } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { activityNotFound, type ConnectorParts, forConversation } from './bot-access.ts';
import type { Chat } from './chat-store.ts';
import { activityProblem } from './check-activity.ts';

const ownMessage = (chat: Chat, id: string | undefined): boolean =>
  chat.messages.some((message) => message.id === id && message.from === 'bot');

/** Sending, updating and deleting the bot's own messages. */
export const activityRoutes = (supplies: RoomSupplies, parts: ConnectorParts): readonly TenantRoute[] => {
  const send = forConversation(supplies, parts, (request, chat): TenantReply => {
    const activity = jsonObject(request.body);
    const problem = activityProblem(activity);
    if (problem || !activity) return problem ?? activityNotFound();
    if (activity.type === 'typing') return { status: 202, body: {} };
    return { status: 201, body: { id: parts.chats.append(chat.conversationId, 'bot', activity).id } };
  });
  const update = forConversation(supplies, parts, (request, chat): TenantReply => {
    const activity = jsonObject(request.body);
    const problem = activityProblem(activity);
    if (problem) return problem;
    const id = request.params.activity ?? '';
    if (!activity || !ownMessage(chat, id)) return activityNotFound();
    parts.chats.replace(chat.conversationId, id, activity);
    return { status: 200, body: { id } };
  });
  const remove = forConversation(supplies, parts, (request, chat): TenantReply => {
    const id = request.params.activity ?? '';
    if (!ownMessage(chat, id)) return activityNotFound();
    parts.chats.remove(chat.conversationId, id);
    return { status: 200 };
  });
  const base = '/connector/v3/conversations/{conversation}/activities';
  return [
    { method: 'POST', pattern: base, handle: send },
    { method: 'POST', pattern: `${base}/{activity}`, handle: send },
    { method: 'PUT', pattern: `${base}/{activity}`, handle: update },
    { method: 'DELETE', pattern: `${base}/{activity}`, handle: remove },
  ];
};
