import type { CardElement, TextBlock } from './adaptive-card.ts';

/** Characters that would change how a card reads: Markdown, and controls that reorder text (security 3.5). */
const markdown = /[\\[\]()*_~`!<>|#]/g;
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** A value from data as plain words on a card, at most `limit` characters. */
export const plain = (value: string, limit = 300): string =>
  value
    .replace(unseen, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit)
    .replace(markdown, (mark) => `\\${mark}`)
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^([-+])/, '\\$1');

/** A line of our own words. */
export const line = (text: string, how: Partial<Omit<TextBlock, 'type' | 'text' | 'wrap'>> = {}): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...how,
});

/** One fact in one block: a FactSet is read column by column on some phones (AdaptiveCards#5206). */
export const fact = (label: string, value: string): CardElement => line(`**${label}:** ${plain(value)}`, { spacing: 'Small' });
