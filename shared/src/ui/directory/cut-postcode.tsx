import { isPostcodeArea, type Outcode, toOutcode } from '../../domain/outcode.ts';

const fullPostcode = /\b([A-Za-z]{1,2}\d[A-Za-z\d]?)\s*\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b/g;

/**
 * Free text in which each full postcode is cut to its outcode ('tuition DT11 8BG' becomes 'tuition DT11'): it may be the child's home,
 * and that is not ours to know. Cutting is repeated, because what is left may read as a postcode again.
 */
export const cutPostcodes = (text: string): string => {
  const cut = text.replace(fullPostcode, (whole, outcode: string) => (isPostcodeArea(outcode) ? outcode.toUpperCase() : whole));
  return cut === text ? text : cutPostcodes(cut);
};

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
