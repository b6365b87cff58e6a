import { cutPostcodes } from '../../domain/pupils/cut-postcodes.ts';
import { type Outcode, toOutcode } from '../../domain/pupils/outcode.ts';

/** What was typed into the search form, cut before it goes anywhere. */
export interface Typed {
  readonly text: string;
  readonly near: Outcode | undefined;
  /** What to enter instead, when the place is no postcode. */
  readonly nearError?: string;
}

/** Reads the search form. A postcode typed as the whole of the words is a place, not words. */
export const readTyped = (words: string, placeText: string): Typed => {
  const near = toOutcode(placeText);
  if (placeText.trim() !== '' && near === undefined)
    return { text: cutPostcodes(words), near, nearError: 'Enter a postcode or the first part of one, such as DT1' };
  const fromWords = near === undefined ? toOutcode(words) : undefined;
  return fromWords === undefined ? { text: cutPostcodes(words), near } : { text: '', near: fromWords };
};
