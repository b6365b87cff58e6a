import type { VatBasis } from '@ap/shared/domain/money/vat-basis';
import { type PlaceInText, placeInText } from '@ap/shared/search/place-in-text';
import type { DirectoryQuery } from '@ap/shared/search/query';
import type { Ports } from '../ports/ports.ts';

/** What is searched for, before it is known where. */
export type AskedSearch = Omit<DirectoryQuery, 'vat'> & { readonly vat: VatBasis };

export interface FoundNear {
  readonly found: Awaited<ReturnType<Ports['directory']['search']>>;
  /** From where distances are measured. */
  readonly near: string | undefined;
  /** The place that the words named, where they did. */
  readonly place: PlaceInText | undefined;
}

/** Searches the in-memory directory. Without `near`, a town or an outcode among the words is the place; without one of these it is `home`. */
export const runSearch = async (
  { directory }: Pick<Ports, 'directory'>,
  asked: AskedSearch,
  home: string | undefined,
): Promise<FoundNear> => {
  const placeIn = (slips: boolean): PlaceInText | undefined =>
    asked.near === undefined ? placeInText(asked.text ?? '', directory, slips) : undefined;
  const search = (place: PlaceInText | undefined) => {
    const { text = asked.text, outcode: near = asked.near ?? home } = place ?? {};
    return directory.search({ ...asked, text, near });
  };
  const named = placeIn(false);
  const first = await search(named);
  // Nothing is called so: then a word may be a mistyped town.
  const meant = first.total === 0 && named === undefined ? placeIn(true) : undefined;
  const found = meant === undefined ? first : await search(meant);
  const place = named ?? meant;
  return { found, place, near: place?.outcode ?? asked.near ?? home };
};
