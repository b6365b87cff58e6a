import { isOneEdit } from './one-edit.ts';
import { conceptOf, conceptWords, findConcepts, phraseWords } from './synonyms.ts';
import { isStopWord, splitWords, tokenise } from './tokens.ts';

/** How a word of a query was met in a document. */
export interface Meeting {
  /** What was typed. */
  readonly typed: string;
  /** The word or the meaning that the document has. */
  readonly met: string;
  readonly how: 'word' | 'beginning' | 'meaning' | 'typo';
}

/** How well a document meets a text: weights times hundredths of quality, summed over the parts, and what was met of each. */
export interface TextHit {
  readonly score: number;
  readonly meetings: readonly Meeting[];
}

/** One way to meet a part of a text. `quality` is in hundredths: a score is the weight of a field times a quality. */
export interface Alternative extends Meeting {
  /** What to look up: a word, or a meaning by `conceptKey`. Of a 'beginning' it is what every longer word that is looked up begins with. */
  readonly key: string;
  readonly quality: number;
}

/** The words that the documents of a directory write, all of it. */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
  /** Whether a longer word begins so. */
  readonly hasLonger: (beginning: string) => boolean;
  /** Words that are one slip away. */
  readonly slipsOf: (word: string) => readonly string[];
}

/** Where a word stands decides what it weighs. How often it stands there does not: a provider gains nothing by repeating itself. */
export const WEIGHTS = { name: 10, provider: 6, code: 5, summary: 2 } as const;
const QUALITY = { word: 100, beginning: 70, typo: 40 } as const;
/** What is met by its meaning is worth nine tenths of what is met as it stands. */
const ofMeaning = (quality: number): number => (quality * 9) / 10;

/** Shorter words must be right. */
const shortestSlip = 5;

/** Meanings are looked up as words are; no word contains '#'. */
export const conceptKey = (concept: string): string => `#${concept}`;

/**
 * What a text asks for: parts that must all be met, each in any of its ways. A word is met as it stands and by its meaning in the table of synonyms,
 * the last one also by its beginning, and words of five letters or more with one slip when nobody writes them so. Phrases with a meaning stay whole,
 * and words that say nothing go unless there are no others. Undefined when the text holds no word at all.
 */
export function planText(text: string, vocabulary: Vocabulary): readonly (readonly Alternative[])[] | undefined {
  const tokens = tokenise(text);
  if (tokens.length === 0) return undefined;
  const typed = splitWords(text);
  const phrases = findConcepts(tokens.map((token) => righted(token, vocabulary))).filter(({ start, end }) => end - start > 1);
  const alone = tokens.filter((_, index) => !phrases.some(({ start, end }) => start <= index && index < end));
  const telling = alone.filter((token) => !isStopWord(token));
  const words = telling.length > 0 || phrases.length > 0 ? telling : alone;
  const open = !/[\s.,;]$/u.test(text);
  const last = open && phrases.every(({ end }) => end < tokens.length) ? tokens.at(-1) : undefined;
  return [
    ...phrases.map(({ concept, start, end }) => [meaning(typed.slice(start, end).join(' '), concept, QUALITY.word)]),
    ...[...new Set(words)].map((token) => waysOf(token, typed[tokens.indexOf(token)] ?? token, token === last, vocabulary)),
  ];
}

/** A word that nobody writes, as the word of a phrase that it is one slip from: 'forrest school' means the phrase. */
function righted(token: string, vocabulary: Vocabulary): string {
  if (token.length < shortestSlip || phraseWords.has(token) || vocabulary.has(token)) return token;
  return [...phraseWords].find((word) => isOneEdit(token, word)) ?? token;
}

function waysOf(token: string, typed: string, isLast: boolean, vocabulary: Vocabulary): readonly Alternative[] {
  const concept = conceptOf(token);
  const found: Alternative[] = [{ key: token, typed, met: typed, how: 'word', quality: QUALITY.word }];
  if (concept !== undefined) found.push(meaning(typed, concept, QUALITY.word));
  // 'TA' is an abbreviation and not the beginning of 'talk'.
  const isAbbreviation = token.length <= 3 && concept !== undefined;
  if (isLast && token.length >= 2 && !isAbbreviation) {
    const meant = conceptWords.filter((word) => word !== token && word.startsWith(token));
    if (meant.length > 0 || vocabulary.hasLonger(token))
      found.push(
        { key: token, typed, met: token, how: 'beginning', quality: QUALITY.beginning },
        ...meaningsOf(meant, typed, QUALITY.beginning),
      );
  }
  if (found.length > 1 || token.length < shortestSlip || vocabulary.has(token)) return found;
  const slips = [...new Set([...vocabulary.slipsOf(token), ...conceptWords.filter((word) => isOneEdit(token, word))])].sort();
  return [
    ...found,
    ...slips.map((word) => ({ key: word, typed, met: word, how: 'typo', quality: QUALITY.typo }) as const),
    ...meaningsOf(slips, typed, QUALITY.typo),
  ];
}

const meaning = (typed: string, concept: string, quality: number): Alternative => ({
  key: conceptKey(concept),
  typed,
  met: concept,
  how: 'meaning',
  quality: ofMeaning(quality),
});

function meaningsOf(words: readonly string[], typed: string, quality: number): readonly Alternative[] {
  const concepts = new Set(words.map(conceptOf).filter((concept) => concept !== undefined));
  return [...concepts].map((concept) => meaning(typed, concept, quality));
}
