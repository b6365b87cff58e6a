import type { AdaptiveCard } from './adaptive-card.ts';

/** What a button that asks for a dialog, or the end of one, is answered with. Never a second dialog on the first. */
export type DialogAnswer =
  | { readonly kind: 'page'; readonly title: string; readonly url: string }
  | { readonly kind: 'card'; readonly title: string; readonly card: AdaptiveCard }
  | { readonly kind: 'sentence'; readonly sentence: string };
