import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';

/** A result of the compose box: its row and its card. */
export interface ShownItem {
  readonly content: AdaptiveCard;
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}

/** What a search or a link was answered with, as Teams reads it. Accepts the body as text or as JSON. */
export const composeAnswer = (body: unknown): { readonly items: readonly ShownItem[]; readonly sentence: string | undefined } => {
  const parsed = (typeof body === 'string' ? JSON.parse(body) : body) as {
    composeExtension: { type: string; text?: string; attachments?: readonly ShownItem[] };
  };
  const { attachments = [], text } = parsed.composeExtension;
  return { items: attachments, sentence: text };
};
