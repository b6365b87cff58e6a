import type { TenantReply, TenantRequest, TenantRoute } from '../exchange.ts';
import type { OrganisationTenant, OrganisationUser } from '../organisation.ts';
import { findTenant } from '../organisation-lookup.ts';
import { asObject, errorReply, jsonObject, notServed } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { type Bot, type ConnectorParts, forBot, forConversation, notInRoster } from './bot-access.ts';
import { personAddress, personalConversationId, serviceUrl } from './teams-address.ts';

const bad = (message: string): TenantReply => errorReply(400, 'BadArgument', message);

const member = (tenant: OrganisationTenant, bot: Bot, id: string): OrganisationUser | undefined =>
  tenant.users.find((user) => user.id.toLowerCase() === id.toLowerCase() || personAddress(bot.appId, tenant.id, user.id) === id);

const memberJson = (user: OrganisationUser, tenantId: string, bot: Bot): object => ({
  id: personAddress(bot.appId, tenantId, user.id),
  aadObjectId: user.id.toLowerCase(),
  objectId: user.id.toLowerCase(),
  name: user.displayName,
  ...(user.givenName ? { givenName: user.givenName } : {}),
  ...(user.surname ? { surname: user.surname } : {}),
  email: user.mail,
  userPrincipalName: user.userPrincipalName,
  tenantId,
  userRole: user.guest === true ? 'guest' : 'user',
});

const createConversation = (
  supplies: RoomSupplies,
  { chats, installed }: ConnectorParts,
  request: TenantRequest,
  bot: Bot,
): TenantReply => {
  const body = jsonObject(request.body);
  if (!body) return bad('The body is not a JSON object.');
  if (body.isGroup === true) return notServed('a group conversation');
  if (body.activity !== undefined) return notServed('an activity inside the creation of a conversation');
  const members = Array.isArray(body.members) ? body.members.map(asObject) : [];
  const id = members[0]?.id;
  if (members.length !== 1 || typeof id !== 'string') return bad('A personal conversation has exactly one member with an id.');
  const tenantId = asObject(asObject(body.channelData)?.tenant)?.id ?? body.tenantId;
  if (typeof tenantId !== 'string') return bad('The tenant id is missing: channelData.tenant.id.');
  const tenant = findTenant(supplies.organisation, tenantId);
  const user = tenant && member(tenant, bot, id);
  if (!tenant || !user) return bad('Invalid user identity in provided tenant');
  if (!installed.has(tenant.id, user.id)) return notInRoster();
  const { conversationId } = chats.open(personalConversationId(bot.appId, tenant.id, user.id), tenant.id, user.id);
  return { status: 201, body: { id: conversationId, serviceUrl: serviceUrl(request.origin) } };
};

const membersOf = (supplies: RoomSupplies, parts: ConnectorParts, shape: (members: readonly object[]) => unknown) =>
  forConversation(supplies, parts, (_request, chat, bot) => {
    const user = findTenant(supplies.organisation, chat.tenantId)?.users.find(({ id }) => id.toLowerCase() === chat.userId);
    return { status: 200, body: shape(user ? [memberJson(user, chat.tenantId, bot)] : []) };
  });

/** Opening a personal conversation by Entra object id or Teams address, and its members. */
export const conversationRoutes = (supplies: RoomSupplies, parts: ConnectorParts): readonly TenantRoute[] => [
  {
    method: 'POST',
    pattern: '/connector/v3/conversations',
    handle: forBot(supplies, (request, bot) => createConversation(supplies, parts, request, bot)),
  },
  {
    method: 'GET',
    pattern: '/connector/v3/conversations/{conversation}/members',
    handle: membersOf(supplies, parts, (members) => members),
  },
  {
    method: 'GET',
    pattern: '/connector/v3/conversations/{conversation}/pagedmembers',
    handle: membersOf(supplies, parts, (members) => ({ members })),
  },
];
