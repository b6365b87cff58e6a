import type { ClientConnector } from './client-connector.ts';
import type { TenantChat, TenantMessage } from './tenant-chat.ts';

/** Keeps the chat client's copy of the bot's messages the same as the local tenant's. */
export interface Mirror {
  /** Sends what is new and updates what has changed. Calls that overlap are done one after the other. */
  readonly refresh: () => Promise<void>;
  /** The tenant's id of a message that the client knows under its own id; undefined when it is none of ours. */
  readonly tenantIdOf: (clientId: string) => string | undefined;
}

interface Shown {
  readonly clientId: string;
  readonly content: string;
}

/** Only the newest messages are shown at the start: a long chat is not told again from its beginning. */
const shownAtStart = 10;

const contentOf = ({ activity: { text, attachments, summary } }: TenantMessage): Readonly<Record<string, unknown>> => ({
  type: 'message',
  ...(text === undefined ? {} : { text }),
  ...(attachments === undefined ? {} : { attachments }),
  ...(summary === undefined ? {} : { summary }),
});

export const mirror = (chat: TenantChat, client: ClientConnector): Mirror => {
  const shown = new Map<string, Shown>();
  let begin: number | undefined;
  let turn: Promise<void> = Promise.resolve();
  const showOne = async (message: TenantMessage): Promise<void> => {
    const activity = contentOf(message);
    const content = JSON.stringify(activity);
    const before = shown.get(message.id);
    if (before?.content === content) return;
    if (before) await client.update(before.clientId, activity);
    shown.set(message.id, { clientId: before?.clientId ?? (await client.send(activity)), content });
  };
  const showAll = async (): Promise<void> => {
    const messages = ((await chat.read())?.messages ?? []).filter(({ from }) => from === 'bot');
    // Ids only grow: what is older than the first that was shown stays untold.
    begin ??= Number(messages.at(-shownAtStart)?.id ?? messages[0]?.id ?? 0);
    for (const message of messages) if (Number(message.id) >= begin) await showOne(message);
  };
  return {
    refresh: () => {
      // A turn that failed has told its own caller; the next one starts afresh.
      turn = turn.catch(() => undefined).then(showAll);
      return turn;
    },
    tenantIdOf: (clientId) => [...shown].find(([, { clientId: known }]) => known === clientId)?.[0],
  };
};
