import { cutPostcodes } from '@ap/shared/domain/pupils/cut-postcodes';
import { toOutcode } from '@ap/shared/domain/pupils/outcode';
import { placeInText } from '@ap/shared/search/place-in-text';
import type { Directory } from '../ports/providers.ts';

/** What was typed into the compose box, as it was typed. */
export interface TypedSearch {
  readonly text: string;
  readonly lot: string;
  readonly near: string;
}

/** A search that can be made, or a sentence that says what to type instead. */
export type ReadSearch =
  | { readonly ok: true; readonly text: string; readonly lots: readonly string[]; readonly near: string | undefined }
  | { readonly ok: false; readonly sentence: string };

const longest = 100;
/** Cut to outcodes first: a text that is cut in length must not end in half a postcode. */
const tidy = (typed: string): string => cutPostcodes(typed.replace(/\s+/g, ' ')).trim().slice(0, longest);

/**
 * Reads what was typed. Of a postcode only the outcode is ever used (R40): it is the place, whether it stands in its own field or among
 * the words, where a town may stand for it. A lot is known by a part of its name.
 */
export const readSearch = (
  typed: TypedSearch,
  lots: readonly { readonly value: string; readonly label: string }[],
  directory: Pick<Directory, 'centroid' | 'towns'>,
): ReadSearch => {
  const known = (text: string): string | undefined => {
    const outcode = toOutcode(text);
    return outcode !== undefined && directory.centroid(outcode) ? outcode : undefined;
  };
  const near = tidy(typed.near);
  const asked = known(near);
  if (near !== '' && asked === undefined) return { ok: false, sentence: 'Enter the first half of a postcode, such as DT1.' };
  const lotWords = tidy(typed.lot).toLowerCase();
  const lotKeys = lots.filter(({ label }) => lotWords !== '' && label.toLowerCase().includes(lotWords)).map(({ value }) => value);
  if (lotWords !== '' && lotKeys.length === 0)
    return { ok: false, sentence: `No lot is called that. The lots are: ${lots.map(({ label }) => label).join('; ')}.` };
  const text = tidy(typed.text);
  const place = asked === undefined ? placeInText(text, directory) : undefined;
  return { ok: true, text: place?.text ?? text, lots: lotKeys, near: asked ?? place?.outcode };
};
