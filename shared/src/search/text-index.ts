import { keyStageNames, needNames } from '../domain/register/service-names.ts';
import type { ServiceDocument } from './document.ts';
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

export interface TextHit {
  readonly score: number;
  readonly meetings: readonly Meeting[];
}

interface Alternative extends Meeting {
  readonly key: string;
  readonly quality: number;
}

/** Where a word stands decides what it weighs. How often it stands there does not: a provider gains nothing by repeating itself. */
const WEIGHTS = { name: 10, provider: 6, code: 5, summary: 2 };
const QUALITY = { word: 1, meaning: 0.9, beginning: 0.7, typo: 0.4 };

/** Shorter words must be right. */
const shortestSlip = 5;

/** Meanings share the postings with words; no word contains '#'. */
const conceptKey = (concept: string) => `#${concept}`;

/** Words and meanings of documents, by reference. */
export class TextIndex {
  readonly #postings = new Map<string, Map<string, number>>();

  constructor(documents: readonly ServiceDocument[]) {
    for (const document of documents) this.put(document);
  }

  /** Takes in a document that is not there yet. */
  put(document: ServiceDocument): void {
    for (const [key, weight] of weightedKeys(document)) {
      const refs = this.#postings.get(key) ?? new Map<string, number>();
      this.#postings.set(key, refs.set(document.serviceRef, weight));
    }
  }

  /** Takes out a document as it was put in. A word that nobody writes any more is unknown again. */
  remove(document: ServiceDocument): void {
    for (const key of weightedKeys(document).keys()) {
      const refs = this.#postings.get(key);
      refs?.delete(document.serviceRef);
      if (refs?.size === 0) this.#postings.delete(key);
    }
  }

  /**
   * Documents that meet every part of a text: as a word, as a meaning from the table of synonyms, the last word also by its beginning,
   * and words of five letters or more also with one slip when nobody writes them so. Undefined when the text holds no word at all.
   */
  search(text: string): ReadonlyMap<string, TextHit> | undefined {
    const tokens = tokenise(text);
    if (tokens.length === 0) return undefined;
    let hits: Map<string, TextHit> | undefined;
    for (const alternatives of this.#parts(tokens, splitWords(text), !/[\s.,;]$/u.test(text))) {
      const met = this.#meet(alternatives);
      const before: ReadonlyMap<string, TextHit> | undefined = hits;
      hits = new Map();
      for (const [ref, hit] of met) {
        const sofar = before?.get(ref);
        if (before && !sofar) continue;
        hits.set(ref, { score: hit.score + (sofar?.score ?? 0), meetings: [...(sofar?.meetings ?? []), ...hit.meetings] });
      }
    }
    return hits;
  }

  /** The parts of a query: phrases with a meaning stay whole, other words stand alone, and words that say nothing go unless there are no others. */
  #parts(tokens: readonly string[], typed: readonly string[], open: boolean): readonly (readonly Alternative[])[] {
    const phrases = findConcepts(tokens.map((token) => this.#righted(token))).filter(({ start, end }) => end - start > 1);
    const alone = tokens.filter((_, index) => !phrases.some(({ start, end }) => start <= index && index < end));
    const telling = alone.filter((token) => !isStopWord(token));
    const words = telling.length > 0 || phrases.length > 0 ? telling : alone;
    const last = open && phrases.every(({ end }) => end < tokens.length) ? tokens.at(-1) : undefined;
    return [
      ...phrases.map(({ concept, start, end }) => [meaning(typed.slice(start, end).join(' '), concept)]),
      ...[...new Set(words)].map((token) => this.#wordAlternatives(token, typed[tokens.indexOf(token)] ?? token, token === last)),
    ];
  }

  /** A word that nobody writes, as the word of a phrase that it is one slip from: 'forrest school' means the phrase. */
  #righted(token: string): string {
    if (token.length < shortestSlip || this.#postings.has(token) || phraseWords.has(token)) return token;
    return [...phraseWords].find((word) => isOneEdit(token, word)) ?? token;
  }

  #wordAlternatives(token: string, typed: string, isLast: boolean): readonly Alternative[] {
    const found: Alternative[] = [];
    const add = (word: string, how: 'word' | 'beginning' | 'typo') => {
      const quality = QUALITY[how];
      found.push({ key: word, typed, met: how === 'word' ? typed : word, how, quality });
      const concept = conceptOf(word);
      if (concept !== undefined) found.push({ ...meaning(typed, concept), quality: quality * QUALITY.meaning });
    };
    add(token, 'word');
    const known = this.#postings.has(token) || conceptOf(token) !== undefined;
    // 'TA' is an abbreviation and not the beginning of 'talk'.
    const isAbbreviation = token.length <= 3 && conceptOf(token) !== undefined;
    if (isLast && token.length >= 2 && !isAbbreviation)
      for (const word of this.#vocabulary()) if (word !== token && word.startsWith(token)) add(word, 'beginning');
    if (!known && found.length === 1 && token.length >= shortestSlip)
      for (const word of this.#vocabulary()) if (isOneEdit(token, word)) add(word, 'typo');
    return found;
  }

  /** Every word that a document or the table of synonyms knows. */
  #vocabulary(): ReadonlySet<string> {
    return new Set([...this.#postings.keys(), ...conceptWords].filter((word) => !word.startsWith('#')));
  }

  /** The best meeting of each document with one part. */
  #meet(alternatives: readonly Alternative[]): ReadonlyMap<string, TextHit> {
    const best = new Map<string, TextHit>();
    for (const { key, quality, typed, met, how } of alternatives) {
      for (const [ref, weight] of this.#postings.get(key) ?? []) {
        const score = weight * quality;
        if (score > (best.get(ref)?.score ?? 0)) best.set(ref, { score, meetings: [{ typed, met, how }] });
      }
    }
    return best;
  }
}

const meaning = (typed: string, concept: string): Alternative => ({
  key: conceptKey(concept),
  typed,
  met: concept,
  how: 'meaning',
  quality: QUALITY.meaning,
});

/** Every word and meaning of a document, each with the weight of the weightiest field that it stands in. */
function weightedKeys(document: ServiceDocument): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [text, weight] of fieldsOf(document)) {
    const tokens = tokenise(text);
    const keys = [...tokens, ...findConcepts(tokens).map(({ concept }) => conceptKey(concept))];
    for (const key of keys) weights.set(key, Math.max(weight, weights.get(key) ?? 0));
  }
  return weights;
}

function fieldsOf(document: ServiceDocument): readonly (readonly [string, number])[] {
  return [
    [document.name, WEIGHTS.name],
    [document.providerName, WEIGHTS.provider],
    [document.lotName, WEIGHTS.code],
    [document.outcode ?? '', WEIGHTS.code],
    [document.deliveryMode, WEIGHTS.code],
    ...document.needs.map((need) => [needNames[need], WEIGHTS.code] as const),
    ...document.keyStages.map((stage) => [keyStageNames[stage], WEIGHTS.code] as const),
    [document.summary, WEIGHTS.summary],
  ];
}
