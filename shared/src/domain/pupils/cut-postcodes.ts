import { isPostcodeArea } from './outcode.ts';

const fullPostcode = /\b([A-Za-z]{1,2}\d[A-Za-z\d]?)\s*\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b/g;

/**
 * Free text in which each full postcode is cut to its outcode ('tuition DT11 8BG' becomes 'tuition DT11'): it may be the child's home,
 * and that is not ours to know (R40). Cutting is repeated, because what is left may read as a postcode again.
 */
export const cutPostcodes = (text: string): string => {
  const cut = text.replace(fullPostcode, (whole, outcode: string) => (isPostcodeArea(outcode) ? outcode.toUpperCase() : whole));
  return cut === text ? text : cutPostcodes(cut);
};
