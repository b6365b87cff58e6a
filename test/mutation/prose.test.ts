import { isProse } from './prose.ts';

const text = (value: string) => ({ type: 'StringLiteral', value });
const template = (between: readonly string[], ...expressions: readonly string[]) => ({
  type: 'TemplateLiteral',
  quasis: between.map((raw) => ({ value: { raw } })),
  expressions: expressions.map((type) => ({ type })),
});

test('a sentence is not changed: its words are no rule', () => {
  expect(isProse(text('The order has ended.'))).toBe(true);
  expect(isProse(template(['Valid until ', '.'], 'CallExpression'))).toBe(true);
});

test('a state, a code and a key are changed: rules go by them', () => {
  for (const code of ['on-hold', 'AP-', '', ' ', ', ', 'GB:']) expect(isProse(text(code))).toBe(false);
  expect(isProse(template(['', ':', ''], 'Identifier', 'MemberExpression'))).toBe(false);
});

test('what decides within a sentence is changed', () => {
  expect(isProse(template(['It is ', ' today.'], 'ConditionalExpression'))).toBe(false);
  expect(isProse({ type: 'ConditionalExpression' })).toBe(false);
});
