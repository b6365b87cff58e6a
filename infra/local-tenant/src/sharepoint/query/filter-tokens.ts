import { badRequest } from '../graph-fault.ts';

export interface Token {
  readonly kind: 'word' | 'text' | '(' | ')' | ',';
  readonly value: string;
}

const TOKEN = /\s*(?:'((?:[^']|'')*)'|([(),])|([^\s(),']+))/y;

/** Splits a `$filter` into words, quoted texts (`''` is one quote) and punctuation. 400 for an open quote. */
export function filterTokens(filter: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = filter.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) throw badRequest('Invalid filter clause', `Not readable: ${filter}`);
    const [, quoted, mark, word] = match;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replaceAll("''", "'") });
    else if (mark === '(' || mark === ')' || mark === ',') tokens.push({ kind: mark, value: mark });
    else tokens.push({ kind: 'word', value: word ?? '' });
  }
  return tokens;
}
