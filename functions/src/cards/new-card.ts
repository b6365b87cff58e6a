import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { bare, plain } from './card-text.ts';

/** What a card is made of. Title and speech are words as they are, and escaped here; texts of the body are escaped by whoever wrote them. */
export interface CardParts {
  readonly title: string;
  /** Where to go instead, for a client that shows no cards. */
  readonly otherwise: string;
  /** What is said aloud; the title when it says enough. */
  readonly speak?: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardAction[];
}

/** A card of the newest schema that Teams shows, with its equal in words for clients and readers that show none. */
export const newCard = ({ title, otherwise, speak, body, actions }: CardParts): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  // Read as Markdown by clients that show no cards, and as markup by what speaks.
  fallbackText: `${plain(title)}. ${otherwise}`,
  speak: bare(speak ?? title, 500),
  body,
  actions,
});
