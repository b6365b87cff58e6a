/** A message of the conversation with the bot, as the local tenant keeps it. */
export interface ChatMessage {
  readonly id: string;
  readonly at: string;
  readonly from: 'bot' | 'user';
  readonly activity: {
    readonly text?: string;
    readonly attachments?: readonly { readonly contentType: string; readonly content?: unknown }[];
  };
}

/** The bot's HTTP answer to a click; an invoke that it handled carries its own status, type and value. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: {
    readonly statusCode?: number;
    readonly type?: string;
    readonly value?: unknown;
    /** In place of an answer when the bot was not reached. */
    readonly error?: unknown;
  } | null;
}

export type CardJson = Readonly<Record<string, unknown>>;

const cardType = 'application/vnd.microsoft.card.adaptive';

const isCard = (value: unknown): value is CardJson => typeof value === 'object' && value !== null && 'type' in value;

export const cardsOf = ({ activity }: ChatMessage): readonly CardJson[] =>
  (activity.attachments ?? [])
    .filter(({ contentType }) => contentType === cardType)
    .flatMap(({ content }) => (isCard(content) ? [content] : []));

/** What a click led to: another card in place of the old one, a sentence, or nothing to show. */
export type InvokeResult =
  | { readonly kind: 'card'; readonly card: CardJson }
  | { readonly kind: 'message'; readonly text: string; readonly refused: boolean }
  | { readonly kind: 'none' };

const messageIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : undefined;

/** Reads the bot's answer as the Teams client does: HTTP status first, then the status and type within the body. */
export const invokeResult = ({ status, body }: InvokeAnswer): InvokeResult => {
  const inner = body?.statusCode ?? status;
  if (status >= 400 || inner >= 400) {
    const text = messageIn(body?.value) ?? messageIn(body?.error) ?? `The bot answered ${inner}.`;
    return { kind: 'message', text, refused: true };
  }
  if (body?.type === cardType && isCard(body.value)) return { kind: 'card', card: body.value };
  const text = messageIn(body?.value);
  return text === undefined ? { kind: 'none' } : { kind: 'message', text, refused: false };
};

/** Bot messages that the person has not seen. `seen` are ids of messages, as remembered. */
export const unreadCount = (messages: readonly ChatMessage[], seen: ReadonlySet<string>): number =>
  messages.filter(({ id, from }) => from === 'bot' && !seen.has(id)).length;
