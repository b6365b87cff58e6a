import { writableText } from './writable-text.ts';

test.each([
  ['Two lines\nand a\ttab', 'Two lines\nand a\ttab'],
  ['É, ł and 👍 stay', 'É, ł and 👍 stay'],
  ['a null\u0000 and a bell\u0007', 'a null  and a bell '],
  ['half a character \ud83d here', 'half a character   here'],
])('%j is written as %j', (typed, written) => {
  expect(writableText(typed)).toBe(written);
});
