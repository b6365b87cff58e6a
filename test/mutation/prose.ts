import type { Ignorer, NodePath } from '@stryker-mutator/api/ignore';

/** As much of a syntax tree as is looked at. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
  readonly expressions?: readonly Node[];
}

const plain = new Set(['Identifier', 'MemberExpression', 'CallExpression']);
const isSentence = (text: string): boolean => /\p{L}\s+\S|\S\s+\p{L}/u.test(text);

/** Words for people are no rule: a text with a space between its words, and a template around plain values. What decides within a text is still changed. */
export const isProse = ({ type, value, quasis = [], expressions = [] }: Node): boolean => {
  if (type === 'StringLiteral') return isSentence(String(value));
  return (
    type === 'TemplateLiteral' &&
    expressions.every((one) => plain.has(one.type)) &&
    isSentence(quasis.map((part) => part.value.raw).join('_'))
  );
};

export const prose: Ignorer = {
  shouldIgnore: (path: NodePath) => (isProse((path as NodePath & { readonly node: Node }).node) ? 'A sentence for people.' : undefined),
};
