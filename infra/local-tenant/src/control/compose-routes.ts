import type { BotAnswer } from '../connector/bot-delivery.ts';
import type { Activity } from '../connector/chat-store.ts';
import { cardProblem } from '../connector/check-activity.ts';
import { composeProblem, dialogProblem, linkProblem } from '../connector/check-compose-answer.ts';
import { cardMessage, dialogFetch, dialogSubmit, linkQuery, searchQuery } from '../connector/compose-activity.ts';
import type { PersonInChat } from '../connector/person-activity.ts';
import { serviceUrl } from '../connector/teams-address.ts';
import type { TenantRoute } from '../exchange.ts';
import { asObject } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { type ChatParts, inOwnChat, requireInstalled } from './chat-routes.ts';
import { ControlRefusal, control, type Fields, optionalText, requiredText } from './control-body.ts';

const wholeNumber = (body: Fields, name: string, absent: number): number => {
  const value = body[name] ?? absent;
  if (!Number.isInteger(value) || Number(value) < 0) throw new ControlRefusal(400, `${name} must be a whole number`);
  return Number(value);
};

const typedOf = (body: Fields): Readonly<Record<string, string>> => {
  const typed = asObject(body.typed ?? {});
  if (!typed || !Object.values(typed).every((value) => typeof value === 'string'))
    throw new ControlRefusal(400, 'typed must hold a text for each parameter');
  return typed as Readonly<Record<string, string>>;
};

const themeOf = (body: Fields): string => optionalText(body, 'theme') ?? 'default';

/**
 * The compose box, pasted links and dialogs of the person's own chat with the bot. Each answers `{ status, body, problem }`: what the bot
 * said, and why Teams would not show it, when it would not.
 */
export const composeRoutes = (supplies: RoomSupplies, parts: ChatParts): readonly TenantRoute[] => {
  const asks = (activityOf: (person: PersonInChat, body: Fields) => Activity, problemOf: (answer: BotAnswer) => string | undefined) =>
    control(async ({ origin }, body) => {
      const person = inOwnChat(supplies, parts.chats, body);
      requireInstalled(parts, person);
      const answer = await parts.deliver(activityOf(person, body), serviceUrl(origin));
      return { status: 200, body: { ...answer, problem: problemOf(answer) ?? null } };
    });
  const insert = control(async ({ origin }, body) => {
    const person = inOwnChat(supplies, parts.chats, body);
    requireInstalled(parts, person);
    const problem = cardProblem(body.card);
    if (problem) throw new ControlRefusal(400, problem);
    const { activity } = parts.chats.append(person.chat.conversationId, 'user', cardMessage(person, body.card, optionalText(body, 'text')));
    return { status: 200, body: await parts.deliver(activity, serviceUrl(origin)) };
  });
  const search = (person: PersonInChat, body: Fields): Activity =>
    searchQuery(person, requiredText(body, 'commandId'), typedOf(body), {
      skip: wholeNumber(body, 'skip', 0),
      count: wholeNumber(body, 'count', 25),
    });
  const route = (pattern: string, handle: TenantRoute['handle']): TenantRoute => ({ method: 'POST', pattern, handle });
  return [
    route('/_local/compose/search', asks(search, composeProblem)),
    route(
      '/_local/compose/link',
      asks((person, body) => linkQuery(person, requiredText(body, 'url')), linkProblem),
    ),
    route('/_local/compose/card', insert),
    route(
      '/_local/dialogs/fetch',
      asks((person, body) => dialogFetch(person, body.data, themeOf(body)), dialogProblem),
    ),
    route(
      '/_local/dialogs/submit',
      asks((person, body) => dialogSubmit(person, body.data, themeOf(body)), dialogProblem),
    ),
  ];
};
