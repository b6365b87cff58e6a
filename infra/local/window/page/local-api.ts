import type { LocalPerson } from '../people.ts';
import { type PersonId, personKey } from '../person-key.ts';
import type { CardJson, ChatMessage, InvokeAnswer } from './chat-message.ts';
import type { ComposeAnswer, ComposeSearch } from './compose-answer.ts';
import type { DialogAnswer } from './dialog-face.ts';
import type { GraphColumn } from './list-column.ts';
import type { Mail } from './mail-document.ts';

/** A refusal as the service words it, or the window's own when the service could not be asked. */
export class LocalRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'LocalRefusal';
    this.status = status;
    this.code = code;
  }
}

interface ErrorBody {
  /** Graph nests, Entra does not. */
  readonly error?: string | { readonly code?: string; readonly message?: string };
  readonly error_description?: string;
  /** SharePoint's own API. */
  readonly 'odata.error'?: { readonly code?: string; readonly message?: { readonly value?: string } };
}

const refusalOf = (status: number, body: ErrorBody | undefined): LocalRefusal => {
  const rest = body?.['odata.error'];
  if (rest) return new LocalRefusal(status, '', rest.message?.value ?? '');
  if (typeof body?.error === 'object') return new LocalRefusal(status, body.error.code ?? '', body.error.message ?? '');
  return new LocalRefusal(status, body?.error ?? '', body?.error_description ?? 'The answer has no explanation.');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface Ask {
  readonly method?: string;
  readonly json?: unknown;
  readonly ifMatch?: string;
}

const ask = async <T>(path: string, { method = 'GET', json, ifMatch }: Ask = {}): Promise<T> => {
  const response = await fetch(path, {
    method,
    headers: {
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const body = parsed(await response.text());
  if (!response.ok) throw refusalOf(response.status, body as ErrorBody | undefined);
  return body as T;
};

const post = <T>(path: string, json: unknown): Promise<T> => ask<T>(path, { method: 'POST', json });

export interface ListSummary {
  readonly id: string;
  readonly displayName: string;
  readonly description?: string;
  readonly list?: { readonly hidden?: boolean };
}

export interface ListDetail {
  readonly displayName: string;
  readonly description?: string;
  readonly columns: readonly GraphColumn[];
}

export interface ListRow {
  readonly id: string;
  readonly eTag?: string;
  readonly '@odata.etag'?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface RowPage {
  readonly value: readonly ListRow[];
  /** Of the whole view. */
  readonly total: number;
  readonly pageSize: number;
}

export interface ViewOfList {
  readonly id: string;
  readonly title: string;
  readonly isDefault: boolean;
  readonly columns: readonly string[];
}

/** How a list is shown to a person: its views, its column formats, and whether they may change items. */
export interface ListFace {
  readonly views: readonly ViewOfList[];
  readonly formatters: Readonly<Record<string, string>>;
  readonly mayEdit: boolean;
}

export interface RowVersion {
  readonly id: string;
  readonly lastModifiedDateTime: string;
  readonly lastModifiedBy: { readonly application?: { readonly displayName: string }; readonly user?: { readonly displayName: string } };
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Conversation {
  readonly conversationId: string;
  readonly messages: readonly ChatMessage[];
}

/** One line of a person's activity feed. */
export interface FeedEntry {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly preview: string;
  readonly topic: string;
  readonly webUrl: string;
}

export interface CardInvoke {
  readonly conversationId: string;
  readonly activityId: string;
  readonly verb: string;
  readonly data: unknown;
  readonly type: 'Action.Execute' | 'Action.Submit';
}

const as = (person: PersonId): string => `person=${personKey(person)}`;

/** What the page asks of the window's own server. Each call throws `LocalRefusal` with the service's own words. */
export const localApi = {
  people: () => ask<readonly LocalPerson[]>('/local/people'),
  token: async (person: PersonId) => (await ask<{ access_token: string }>(`/local/token?${as(person)}`)).access_token,
  mail: (to?: string) => ask<readonly Mail[]>(`/local/mail${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`),
  chats: (person: PersonId) => ask<readonly Conversation[]>(`/local/chats?${as(person)}`),
  activity: (person: PersonId) => ask<readonly FeedEntry[]>(`/local/activity?${as(person)}`),
  invoke: (person: PersonId, invoke: CardInvoke) => post<InvokeAnswer>('/local/chats/invoke', { person: personKey(person), ...invoke }),
  say: (person: PersonId, text: string) => post<unknown>('/local/chats/message', { person: personKey(person), text }),
  search: (person: PersonId, search: ComposeSearch) =>
    post<ComposeAnswer>('/local/compose/search', { person: personKey(person), ...search }),
  unfold: (person: PersonId, url: string) => post<ComposeAnswer>('/local/compose/link', { person: personKey(person), url }),
  sendCard: (person: PersonId, card: CardJson, text: string) =>
    post<unknown>('/local/compose/card', { person: personKey(person), card, ...(text === '' ? {} : { text }) }),
  openDialog: (person: PersonId, data: unknown, theme: string) =>
    post<DialogAnswer>('/local/dialogs/fetch', { person: personKey(person), data, theme }),
  endDialog: (person: PersonId, data: unknown, theme: string) =>
    post<DialogAnswer>('/local/dialogs/submit', { person: personKey(person), data, theme }),
  install: (person: PersonId, installed: boolean) => post<unknown>('/local/teams-app', { person: personKey(person), installed }),
  lists: async (person: PersonId) => (await ask<{ value: readonly ListSummary[] }>(`/local/lists?${as(person)}`)).value,
  list: (person: PersonId, id: string) => ask<ListDetail>(`/local/lists/${encodeURIComponent(id)}?${as(person)}`),
  face: (person: PersonId, id: string) => ask<ListFace>(`/local/lists/${encodeURIComponent(id)}/face?${as(person)}`),
  rows: (person: PersonId, id: string, view: string, page: number) =>
    ask<RowPage>(`/local/lists/${encodeURIComponent(id)}/items?${as(person)}&view=${view}&page=${page}`),
  versions: async (person: PersonId, id: string, row: string) =>
    (await ask<{ value: readonly RowVersion[] }>(`/local/lists/${encodeURIComponent(id)}/items/${row}/versions?${as(person)}`)).value,
  restore: (person: PersonId, id: string, row: string, version: string) =>
    ask<unknown>(`/local/lists/${encodeURIComponent(id)}/items/${row}/versions/${version}?${as(person)}`, { method: 'POST', json: {} }),
  change: (person: PersonId, id: string, row: ListRow, fields: Readonly<Record<string, unknown>>) =>
    ask<unknown>(`/local/lists/${encodeURIComponent(id)}/items/${row.id}?${as(person)}`, {
      method: 'PATCH',
      json: { fields },
      ifMatch: row['@odata.etag'] ?? row.eTag ?? '*',
    }),
} as const;
