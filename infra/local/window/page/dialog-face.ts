import type { CardJson } from './chat-message.ts';

/** The bot's answer to a request for a dialog or to its end, and why Teams would not show it. */
export interface DialogAnswer {
  readonly status: number;
  readonly body?: {
    readonly task?: {
      readonly type?: string;
      readonly value?:
        | string
        | {
            readonly title?: string;
            readonly height?: number | string;
            readonly url?: string;
            readonly card?: { readonly content?: CardJson };
          };
    };
  } | null;
  readonly problem: string | null;
}

/** What a dialog shows: a page of the app, a card, or a sentence; nothing closes it. */
export type DialogFace =
  | { readonly kind: 'page'; readonly title: string; readonly url: string; readonly height: number }
  | { readonly kind: 'card'; readonly title: string; readonly card: CardJson }
  | { readonly kind: 'sentence'; readonly title: string; readonly sentence: string };

/** Pixels of a height in Teams' own words or in pixels. */
const heightOf = (height: number | string | undefined): number =>
  typeof height === 'number' ? height : ({ small: 300, medium: 400, large: 600 }[height ?? 'small'] ?? 300);

/** Reads the answer as Teams does; undefined closes the dialog. */
export const faceOf = ({ body, problem }: DialogAnswer): DialogFace | undefined => {
  if (problem !== null) return { kind: 'sentence', title: 'Teams would show an error', sentence: problem };
  const { type, value } = body?.task ?? {};
  if (type === 'message' && typeof value === 'string') return { kind: 'sentence', title: 'Message', sentence: value };
  if (typeof value !== 'object') return undefined;
  const title = value.title ?? '';
  if (value.url !== undefined) return { kind: 'page', title, url: value.url, height: heightOf(value.height) };
  return value.card?.content ? { kind: 'card', title, card: value.card.content } : undefined;
};
