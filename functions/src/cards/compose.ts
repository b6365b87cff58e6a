import type { AdaptiveCard } from './adaptive-card.ts';

/** A search command of the compose box as Teams sends it: what was typed by parameter, how many results to leave out, how many to show. */
export interface ComposeQuery {
  readonly command: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly skip: number;
  readonly count: number;
}

/** A row of results in the compose box. Plain words: it is neither Markdown nor HTML. */
export interface CardPreview {
  readonly title: string;
  readonly text: string;
}

/** One thing that was found: its row, and the card that it unfolds to. */
export interface ComposeItem {
  readonly preview: CardPreview;
  readonly card: AdaptiveCard;
}

/** What a search in the compose box ends in: rows, or a sentence that says what to do. */
export type ComposeResult =
  | { readonly kind: 'items'; readonly items: readonly ComposeItem[] }
  | { readonly kind: 'sentence'; readonly sentence: string };
