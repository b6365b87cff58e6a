import { type PersonId, personKey } from '../window/person-key.ts';
import type { TenantConnection } from '../window/tenant-connection.ts';

/** One message of the person's chat with the bot, as the local tenant keeps it. */
export interface TenantMessage {
  readonly id: string;
  readonly from: 'bot' | 'user';
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface TenantChatState {
  readonly conversationId: string;
  readonly messages: readonly TenantMessage[];
}

/** What a button of a card sends. */
export interface PressedButton {
  readonly conversationId: string;
  readonly activityId: string;
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly verb: string;
  readonly data: unknown;
}

/**
 * One person's side of Teams at the local tenant. What the person does there is signed by the tenant's Bot Framework keys and
 * validated by the bot as always. Every call throws when the tenant refuses.
 */
export interface TenantChat {
  readonly install: () => Promise<void>;
  readonly read: () => Promise<TenantChatState | undefined>;
  readonly say: (text: string) => Promise<void>;
  /** The bot's answer to an invoke: `{ statusCode, type, value }`. */
  readonly press: (button: PressedButton) => Promise<unknown>;
}

export const tenantChat = (tenant: TenantConnection, person: PersonId): TenantChat => {
  const call = async (method: string, path: string, json?: object): Promise<unknown> => {
    const answer = await tenant.call({ method, path, ...(json ? { json: { ...person, ...json } } : {}) });
    if (answer.status !== 200) throw new Error(`The local tenant refused for ${personKey(person)} (${answer.status}): ${answer.body}`);
    return JSON.parse(answer.body);
  };
  return {
    install: async () => {
      await call('POST', '/_local/teams-app', { installed: true });
    },
    read: async () => {
      const chats = (await call('GET', `/_local/chats?tenantId=${person.tenantId}&userId=${person.userId}`)) as TenantChatState[];
      return chats[0];
    },
    say: async (text) => {
      await call('POST', '/_local/chats/message', { text });
    },
    press: async (button) => {
      const { body } = (await call('POST', '/_local/chats/invoke', button)) as { body: unknown };
      return body;
    },
  };
};
