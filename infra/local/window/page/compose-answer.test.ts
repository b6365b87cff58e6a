import { foundIn, linkIn } from './compose-answer.ts';
import { faceOf } from './dialog-face.ts';

const card = { type: 'AdaptiveCard' };
const item = { content: card, preview: { content: { title: 'Forest school', text: 'Greenway' } } };

describe('what the compose box shows of an answer', () => {
  it('rows with their cards', () =>
    expect(foundIn({ status: 200, problem: null, body: { composeExtension: { type: 'result', attachments: [item] } } })).toEqual({
      items: [{ title: 'Forest school', text: 'Greenway', card }],
      sentence: undefined,
    }));

  it('the sentence in place of rows, and why Teams would show nothing', () => {
    expect(foundIn({ status: 200, problem: null, body: { composeExtension: { type: 'message', text: 'Type a need' } } }).sentence).toBe(
      'Type a need',
    );
    expect(foundIn({ status: 501, problem: 'The bot answered 501.', body: null })).toEqual({
      items: [],
      sentence: 'The bot answered 501.',
    });
  });
});

it.each([
  ['see http://localhost:3001/services/S-1 please', 'http://localhost:3001/services/S-1'],
  ['http://localhost:3002/services/S-1', undefined],
  ['no link at all', undefined],
])('the link to unfold in %p is %p', (text, url) => expect(linkIn(text, 'http://localhost:3001')).toBe(url));

it.each([
  [{ type: 'continue', value: { title: 'Start', url: 'http://localhost:3001/start/S-1' } }, 'page'],
  [{ type: 'continue', value: { title: 'Done', card: { content: card } } }, 'card'],
  [{ type: 'message', value: 'Not now' }, 'sentence'],
  [undefined, undefined],
])('the task %p is shown as a %p', (task, kind) =>
  expect(faceOf({ status: 200, problem: null, body: task ? { task } : null })?.kind).toBe(kind),
);
