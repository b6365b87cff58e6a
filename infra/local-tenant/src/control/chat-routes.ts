import type { Bot } from '../connector/bot-access.ts';
import type { BotAnswer, BotDelivery } from '../connector/bot-delivery.ts';
import { type Chat, type ChatStore, sharedKinds } from '../connector/chat-store.ts';
import { adaptiveCard } from '../connector/check-activity.ts';
import type { Installations } from '../connector/installations.ts';
import { cardInvoke, cardSubmit, installationChange, type PersonInChat, personMessage } from '../connector/person-activity.ts';
import { personalConversationId, serviceUrl, sharedConversationId } from '../connector/teams-address.ts';
import type { TenantRoute } from '../exchange.ts';
import { asObject } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { ControlRefusal, control, type Fields, requiredPerson, requiredText } from './control-body.ts';

/** What the chat's control routes work with. */
export interface ChatParts {
  readonly chats: ChatStore;
  readonly installed: Installations;
  readonly deliver: BotDelivery;
}

const requiredBot = ({ organisation }: RoomSupplies): Bot => {
  if (!organisation.bot) throw new ControlRefusal(404, 'the organisation has no bot');
  return organisation.bot;
};

/** The person that a request names, in their own chat with the bot; the chat is opened when there is none yet. */
export const inOwnChat = (supplies: RoomSupplies, chats: ChatStore, body: Fields): PersonInChat => {
  const bot = requiredBot(supplies);
  const { tenant, user } = requiredPerson(supplies.organisation, body);
  const chat = chats.open(personalConversationId(bot.appId, tenant.id, user.id), tenant.id, user.id);
  return { bot, tenant, user, chat, at: supplies.now() };
};

export const requireInstalled = ({ installed }: ChatParts, { tenant, user }: PersonInChat): void => {
  if (!installed.has(tenant.id, user.id)) throw new ControlRefusal(409, `the Teams app is not installed for ${user.displayName}`);
};

/** When an invoke is answered with a card, the person's copy of the message becomes that card. */
const showReturnedCard = (chats: ChatStore, chat: Chat, activityId: string, { status, body }: BotAnswer): void => {
  const answer = asObject(body);
  if (status !== 200 || answer?.statusCode !== 200 || answer.type !== adaptiveCard) return;
  const before = chat.messages.find(({ id }) => id === activityId);
  if (before)
    chats.replace(chat.conversationId, activityId, {
      ...before.activity,
      attachments: [{ contentType: adaptiveCard, content: answer.value }],
    });
};

const pressButton = (supplies: RoomSupplies, parts: ChatParts) =>
  control(async ({ origin }, body) => {
    const person = inOwnChat(supplies, parts.chats, body);
    requireInstalled(parts, person);
    const activityId = requiredText(body, 'activityId');
    if (requiredText(body, 'conversationId') !== person.chat.conversationId)
      throw new ControlRefusal(404, 'that is not a conversation of this person');
    if (!person.chat.messages.some(({ id }) => id === activityId))
      throw new ControlRefusal(404, `there is no message ${activityId} in this conversation`);
    const kind = body.type ?? 'Action.Execute';
    if (kind !== 'Action.Execute' && kind !== 'Action.Submit')
      throw new ControlRefusal(400, "type must be 'Action.Execute' or 'Action.Submit'");
    const data = body.data ?? {};
    const activity =
      kind === 'Action.Execute' ? cardInvoke(person, activityId, requiredText(body, 'verb'), data) : cardSubmit(person, activityId, data);
    const answer = await parts.deliver(activity, serviceUrl(origin));
    if (kind === 'Action.Execute') showReturnedCard(parts.chats, person.chat, activityId, answer);
    return { status: 200, body: answer };
  });

const writeToBot = (supplies: RoomSupplies, parts: ChatParts) =>
  control(async ({ origin }, body) => {
    const person = inOwnChat(supplies, parts.chats, body);
    requireInstalled(parts, person);
    const { activity } = parts.chats.append(person.chat.conversationId, 'user', personMessage(person, requiredText(body, 'text')));
    return { status: 200, body: await parts.deliver(activity, serviceUrl(origin)) };
  });

const changeInstallation = (supplies: RoomSupplies, parts: ChatParts) =>
  control(async ({ origin }, body) => {
    const person = inOwnChat(supplies, parts.chats, body);
    if (typeof body.installed !== 'boolean') throw new ControlRefusal(400, 'installed must be true or false');
    const changed = parts.installed.has(person.tenant.id, person.user.id) !== body.installed;
    parts.installed.set(person.tenant.id, person.user.id, body.installed);
    const delivered: { type: unknown; status: number }[] = [];
    for (const activity of changed ? installationChange(person, body.installed) : [])
      delivered.push({ type: activity.type, status: (await parts.deliver(activity, serviceUrl(origin))).status });
    return { status: 200, body: { installed: body.installed, delivered } };
  });

/** The person adds the bot to a channel or a group chat, which its manifest does not offer but an administrator can. */
const addToShared = (supplies: RoomSupplies, parts: ChatParts) =>
  control(async ({ origin }, body) => {
    const { bot, tenant, user, at } = inOwnChat(supplies, parts.chats, body);
    const kind = sharedKinds.find((known) => known === body.kind);
    if (!kind) throw new ControlRefusal(400, `kind must be one of ${sharedKinds.join(', ')}`);
    const chat = parts.chats.open(sharedConversationId(bot.appId, kind), tenant.id, user.id, kind);
    const [installed] = installationChange({ bot, tenant, user, chat, at }, true);
    return { status: 200, body: installed && (await parts.deliver(installed, serviceUrl(origin))) };
  });

/** The person's side of Teams: read the chat, press a button, write, install or remove the app. */
export const chatRoutes = (supplies: RoomSupplies, parts: ChatParts): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/_local/chats',
    handle: ({ query }) => ({
      status: 200,
      body: parts.chats
        .ofPerson(query.get('tenantId') ?? '', query.get('userId') ?? '')
        .map(({ conversationId, kind, messages }) => ({ conversationId, kind, messages })),
    }),
  },
  { method: 'POST', pattern: '/_local/chats/invoke', handle: pressButton(supplies, parts) },
  { method: 'POST', pattern: '/_local/chats/message', handle: writeToBot(supplies, parts) },
  { method: 'POST', pattern: '/_local/teams-app/shared', handle: addToShared(supplies, parts) },
  { method: 'POST', pattern: '/_local/teams-app', handle: changeInstallation(supplies, parts) },
];
