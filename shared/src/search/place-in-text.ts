import { toOutcode } from '../domain/pupils/outcode.ts';
import { isOneEdit } from './one-edit.ts';

/** A place among the words of a search: 'mentoring Weymouth' asks for mentoring near DT4. */
export interface PlaceInText {
  /** The words without the place. */
  readonly text: string;
  readonly outcode: string;
  /** 'Weymouth (DT4)', or the outcode where that was typed. */
  readonly name: string;
}

/** What is known of places: whether an outcode is on the map, and the outcode of each town by its name in small letters. */
export interface KnownPlaces {
  readonly centroid: (outcode: string) => unknown;
  readonly towns: ReadonlyMap<string, string>;
}

/** Shorter names are too like other words: 'lime' is no slip of Lyme. */
const shortestSlip = 6;

/** What leads to a place and says nothing without it. */
const leading = /^(?:near|in|at|around|round|by|from|to)$/i;

const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const titled = (name: string): string => name.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

/**
 * The last place that a text names, as an outcode or as a town; undefined when it names none. With `slips` a town is also met by one slip:
 * only for a text that finds nothing as it stands, so that no word of a service is ever taken for a town.
 */
export const placeInText = (text: string, known: KnownPlaces, slips = false): PlaceInText | undefined => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const longest = Math.max(0, ...[...known.towns.keys()].map((town) => town.split(' ').length));
  for (let start = words.length - 1; start >= 0; start -= 1) {
    for (let length = Math.min(longest, words.length - start); length >= 1; length -= 1) {
      const found = placeCalled(
        words
          .slice(start, start + length)
          .map(bare)
          .join(' '),
        known,
        slips,
      );
      if (!found) continue;
      const before = words.slice(0, leading.test(words[start - 1] ?? '') ? start - 1 : start);
      return { ...found, text: [...before, ...words.slice(start + length)].join(' ') };
    }
  }
  return undefined;
};

const placeCalled = (phrase: string, { centroid, towns }: KnownPlaces, slips: boolean): Omit<PlaceInText, 'text'> | undefined => {
  const outcode = toOutcode(phrase);
  if (outcode !== undefined && centroid(outcode)) return { outcode, name: outcode };
  const slip = slips && phrase.length >= shortestSlip ? [...towns.keys()].find((town) => isOneEdit(phrase, town)) : undefined;
  const town = towns.has(phrase) ? phrase : slip;
  const at = town === undefined ? undefined : towns.get(town);
  return town === undefined || at === undefined ? undefined : { outcode: at, name: `${titled(town)} (${at})` };
};
