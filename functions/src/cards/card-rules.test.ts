import type { AdaptiveCard } from './adaptive-card.ts';
import { cardFaults } from './card-rules.ts';
import { line, plain } from './card-text.ts';
import { newCard } from './new-card.ts';

const sound = newCard({ title: 'Welcome', otherwise: 'Open the app.', body: [line('Hello')], actions: [] });

test('a sound card can be shown by every client of Teams', () => {
  expect(cardFaults(sound)).toEqual([]);
});

const click = {
  type: 'Action.Execute' as const,
  title: 'Approve',
  verb: 'approve',
  data: { ref: 'CO-7K3M-9QXT', round: 1, step: 0, commandKey: 'key-of-one-click-0001', key: 'mine' },
  fallback: { type: 'Action.Submit' as const, title: 'Approve', data: { ref: '', round: 1, step: 0, commandKey: '', verb: 'approve' } },
};

const open = (url: string, title = 'Open') => ({ type: 'Action.OpenUrl' as const, title, url });

/** A body that our types would refuse: what came from elsewhere is judged as well. */
const foreign = (element: object): Partial<AdaptiveCard> => ({ body: [element as AdaptiveCard['body'][number]] });

test('columns of which one stretches are no fault', () => {
  expect(cardFaults({ ...sound, ...foreign({ type: 'ColumnSet', columns: [{ width: 'auto' }, { width: 'stretch' }] }) })).toEqual([]);
});

test.each<[string, Partial<AdaptiveCard>, RegExp]>([
  ['no fallback text', { fallbackText: ' ' }, /fallbackText/],
  ['nothing to speak', { speak: '' }, /speak/],
  ['text that does not wrap', foreign({ type: 'TextBlock', text: 'A long line' }), /does not wrap/],
  ['a Markdown link', { body: [line('[Press](https://elsewhere.example)')] }, /opens outside/],
  ['columns that are all as narrow as they can be', foreign({ type: 'ColumnSet', columns: [{ width: 'auto' }, {}] }), /stretches/],
  ['an image that says nothing', foreign({ type: 'Image', url: 'https://ap.council.example/icon.png' }), /altText/],
  ['a table', foreign({ type: 'Table', rows: [] }), /table/],
  ['a required input without its message', foreign({ type: 'Input.Date', id: 'day', label: 'Day', isRequired: true }), /what to enter/],
  [
    'a fault deep inside',
    foreign({ type: 'Container', items: [{ type: 'Container', items: [{ type: 'Input.Text', id: 'x' }] }] }),
    /label/,
  ],
  ['four primary actions', { actions: [1, 2, 3, 4].map(() => open('https://ap.council.example')) }, /three is the most/],
  ['an action without a title', { actions: [open('https://ap.council.example', ' ')] }, /no title/],
  ['a link that is not https', { actions: [open('http://elsewhere.example')] }, /not https/],
  ["data under a name of the renderer's own", { actions: [click] }, /keeps for itself/],
  ['an empty text', { body: [line(' ')] }, /empty/],
  ['an input without a label', { body: [{ type: 'Container', items: [{ type: 'Input.Text', id: 'comment', label: '' }] }] }, /no label/],
  ['more than 25 kB', { body: [line('x'.repeat(13_000))] }, /is the most/],
])('E34: %s is a fault', (_what, change, sentence) => {
  expect(cardFaults({ ...sound, ...change }).join(' ')).toMatch(sentence);
});

test('what people typed cannot become a link, a heading, a list or text that reads backwards', () => {
  expect(plain('[press](https://evil.example)')).toBe('\\[press\\]\\(https://evil.example\\)');
  expect(plain('# Heading')).toBe('\\# Heading');
  expect(plain('1. one')).toBe('1\\. one');
  expect(plain('- one')).toBe('\\- one');
  expect(plain('a\u202Eb\nc')).toBe('a b c');
});
