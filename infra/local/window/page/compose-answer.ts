import type { CardJson } from './chat-message.ts';

/** A search of the compose box. An empty `typed` asks for the first results, as Teams does before anything is typed. */
export interface ComposeSearch {
  readonly commandId: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly skip: number;
}

/** What the bot answered, and why Teams would not show it. */
export interface ComposeAnswer {
  readonly status: number;
  readonly body?: {
    readonly composeExtension?: {
      readonly type?: string;
      readonly text?: string;
      readonly attachments?: readonly {
        readonly content?: CardJson;
        readonly preview?: { readonly content?: { readonly title?: string; readonly subtitle?: string; readonly text?: string } };
      }[];
    };
  } | null;
  readonly problem: string | null;
}

/** A row of results, and the card that it unfolds to. */
export interface FoundItem {
  readonly title: string;
  readonly text: string;
  readonly card: CardJson;
}

/** How many results Teams asks for at a time. */
export const pageOfResults = 25;

/** What the compose box shows of an answer: rows, or a sentence in their place. */
export const foundIn = ({
  body,
  problem,
}: ComposeAnswer): { readonly items: readonly FoundItem[]; readonly sentence: string | undefined } => {
  const { type, text, attachments = [] } = body?.composeExtension ?? {};
  if (problem !== null) return { items: [], sentence: problem };
  if (type === 'message') return { items: [], sentence: text };
  const items = attachments.flatMap(({ content, preview }) => {
    const { title, subtitle, text: line } = preview?.content ?? {};
    return content && title !== undefined ? [{ title, text: [subtitle, line].filter(Boolean).join(' · '), card: content }] : [];
  });
  return { items, sentence: undefined };
};

/** The first address of the tab's own site in a text: what Teams asks the app to unfold. */
export const linkIn = (text: string, domain: string): string | undefined =>
  text.split(/\s+/).find((word) => URL.canParse(word) && new URL(word).origin === domain);
