import type { ActionOpenUrl, CardElement, ColumnSet, TextBlock } from './adaptive-card.ts';

/** Characters that would change how a card reads: Markdown, and controls that reorder text (security 3.5). */
const markdown = /[\\[\]()*_~`!<>|#]/g;
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** A value from data as plain words on a card, at most `limit` characters; where it is cut, it says so. */
export const plain = (value: string, limit = 300): string =>
  cut(value.replace(unseen, ' ').replace(/\s+/g, ' ').trim(), limit)
    .replace(markdown, (mark) => `\\${mark}`)
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^([-+])/, '\\$1');

/** A value from data for a row of results, which Teams may read as HTML: nothing in it can be a tag. */
export const bare = (value: string, limit = 100): string =>
  cut(value.replace(unseen, ' ').replace(/\s+/g, ' ').trim(), limit).replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', 'and');

/** Cuts between characters, not within one that takes two units. */
const cut = (text: string, limit: number): string => {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
};

/** A line of our own words. */
export const line = (text: string, how: Partial<Omit<TextBlock, 'type' | 'text' | 'wrap'>> = {}): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...how,
});

/** One fact in one block: a FactSet is read column by column on some phones (AdaptiveCards#5206). Its label may be a name of the lists. */
export const fact = (label: string, value: string): CardElement => line(`**${plain(label, 120)}:** ${plain(value)}`, { spacing: 'Small' });

/** An entry of a list: its lines, and the button that opens it. */
export const entry = (lines: readonly TextBlock[], action: ActionOpenUrl): ColumnSet => ({
  type: 'ColumnSet',
  separator: true,
  spacing: 'Medium',
  columns: [
    { type: 'Column', width: 'stretch', items: lines },
    { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [{ type: 'ActionSet', actions: [action] }] },
  ],
});
