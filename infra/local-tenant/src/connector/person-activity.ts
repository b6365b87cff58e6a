import { randomUUID } from 'node:crypto';
import type { OrganisationTenant, OrganisationUser } from '../organisation.ts';
import type { Bot } from './bot-access.ts';
import type { Activity, Chat } from './chat-store.ts';
import { botAddress, personAddress } from './teams-address.ts';

/** Who does something in a chat, and where. */
export interface PersonInChat {
  readonly bot: Bot;
  readonly tenant: OrganisationTenant;
  readonly user: OrganisationUser;
  readonly chat: Chat;
  readonly at: Date;
}

/** An activity of the person as Teams sends it, without its type and content. */
export const fromPerson = ({ bot, tenant, user, chat, at }: PersonInChat): Activity => ({
  id: `f:${randomUUID()}`,
  timestamp: at.toISOString(),
  localTimestamp: at.toISOString(),
  channelId: 'msteams',
  locale: 'en-GB',
  from: { id: personAddress(bot.appId, tenant.id, user.id), name: user.displayName, aadObjectId: user.id.toLowerCase() },
  conversation: { conversationType: chat.kind, tenantId: tenant.id.toLowerCase(), id: chat.conversationId },
  recipient: { id: botAddress(bot.appId), name: 'Bot' },
  entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
  channelData: { tenant: { id: tenant.id.toLowerCase() }, source: { name: 'message' } },
});

/** The person presses a button of a card (`Action.Execute`). */
export const cardInvoke = (person: PersonInChat, activityId: string, verb: string, data: unknown): Activity => ({
  ...fromPerson(person),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: activityId,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

/** The person presses the same button in a client without Universal Actions (`Action.Submit`): the data alone, no verb. */
export const cardSubmit = (person: PersonInChat, activityId: string, data: unknown): Activity => ({
  ...fromPerson(person),
  type: 'message',
  replyToId: activityId,
  value: data,
});

/** The person writes to the bot. */
export const personMessage = (person: PersonInChat, text: string): Activity => ({
  ...fromPerson(person),
  type: 'message',
  text,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<p>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>` }],
});

/** The two activities that tell a bot that its app was installed for a person, or removed. */
export const installationChange = (person: PersonInChat, installed: boolean): readonly Activity[] => {
  const { id } = person.user;
  const address = personAddress(person.bot.appId, person.tenant.id, id);
  const bot = { id: botAddress(person.bot.appId) };
  return [
    { ...fromPerson(person), type: 'installationUpdate', action: installed ? 'add' : 'remove' },
    {
      ...fromPerson(person),
      type: 'conversationUpdate',
      ...(installed ? { membersAdded: [{ id: address, aadObjectId: id.toLowerCase() }, bot] } : { membersRemoved: [bot] }),
    },
  ];
};
