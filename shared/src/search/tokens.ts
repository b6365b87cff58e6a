/**
 * The words of a text: lower case, no accents, letters and digits only.
 * '18-week' gives '18' and 'week'; 'mum’s' gives 'mum'.
 */
export function splitWords(text: string): readonly string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.replace(/['’]s\b/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text as the index compares them: as `splitWords` gives them, plurals cut to the singular. */
export function tokenise(text: string): readonly string[] {
  return splitWords(text).map(singular);
}

/** Whether a word, as `tokenise` gives it, says nothing about a service. */
export function isStopWord(token: string): boolean {
  return STOP_WORDS.has(token);
}

function singular(token: string): string {
  if (token.length <= 3 || !token.endsWith('s') || token.endsWith('ss')) return token;
  return token.endsWith('ies') && token.length > 4 ? `${token.slice(0, -3)}y` : token.slice(0, -1);
}

const STOP_WORDS = new Set(
  tokenise(
    'a an and are at be by can for from has have help i in is it me my near need of on or our pupil some support that the this to we who with',
  ),
);
