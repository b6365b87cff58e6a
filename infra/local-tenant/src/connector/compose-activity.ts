import type { Activity } from './chat-store.ts';
import { adaptiveCard } from './check-activity.ts';
import { fromPerson, type PersonInChat } from './person-activity.ts';

const invoke = (person: PersonInChat, name: string, value: unknown, more: Activity = {}): Activity => ({
  ...fromPerson(person),
  type: 'invoke',
  name,
  value,
  ...more,
});

/** What Teams sends of the compose box: its source is told apart from a message's. */
const fromCompose = (person: PersonInChat, name: string, value: unknown): Activity =>
  invoke(person, name, value, { channelData: { tenant: { id: person.tenant.id.toLowerCase() }, source: { name: 'compose' } } });

/** The person searches with a command of the compose box. Before anything is typed Teams sends `initialRun` in place of the text. */
export const searchQuery = (
  person: PersonInChat,
  commandId: string,
  typed: Readonly<Record<string, string>>,
  page: { readonly skip: number; readonly count: number },
): Activity => {
  const parameters = Object.entries(typed).map(([name, value]) => ({ name, value }));
  return fromCompose(person, 'composeExtension/query', {
    commandId,
    parameters: parameters.length > 0 ? parameters : [{ name: 'initialRun', value: 'true' }],
    queryOptions: page,
  });
};

/** The person pastes a link of a domain that the app has registered. */
export const linkQuery = (person: PersonInChat, url: string): Activity => fromCompose(person, 'composeExtension/queryLink', { url });

/** The person presses a button that asks for a dialog. */
export const dialogFetch = (person: PersonInChat, data: unknown, theme: string): Activity =>
  invoke(person, 'task/fetch', { data, context: { theme } });

/** The page in the dialog has ended with a result. */
export const dialogSubmit = (person: PersonInChat, data: unknown, theme: string): Activity =>
  invoke(person, 'task/submit', { data, context: { theme } });

/** The person sends a card from the compose box, alone or with words. In the bot's own chat the bot gets it as a message. */
export const cardMessage = (person: PersonInChat, card: unknown, text?: string): Activity => ({
  ...fromPerson(person),
  type: 'message',
  ...(text === undefined ? {} : { text }),
  textFormat: 'plain',
  attachments: [{ contentType: adaptiveCard, content: card }],
});
