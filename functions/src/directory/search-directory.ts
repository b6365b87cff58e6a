import type { DirectoryQueryInput, searchDirectory as declared, ServiceSummary } from '@ap/shared/contract/directory';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { VatBasis } from '@ap/shared/domain/money/vat-basis';
import { formatDistance, isPostcodeArea, toOutcode } from '@ap/shared/domain/pupils/outcode';
import type { DirectoryItem } from '@ap/shared/search/directory-index';
import { type PlaceInText, placeInText } from '@ap/shared/search/place-in-text';
import type { DirectoryQuery } from '@ap/shared/search/query';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { compareBasis } from './compare-basis.ts';
import { homeOutcode } from './home-outcode.ts';

const pageSize = 25;

/**
 * Searches the in-memory directory. A town or an outcode among the words is the place; without one, and without `near`, it searches
 * around the caller's own school. Prices compare as the
 * caller asks, or as buyers of their type usually do (R39). Costs no Graph request.
 */
export const searchDirectory =
  (ports: Pick<Ports, 'directory' | 'buyers' | 'policies'>) =>
  async ({ caller, query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const asked = query.near === undefined ? undefined : outcodeOf(query.near, ports);
    const home = asked ?? (await homeOutcode(caller, ports.buyers));
    const vat = query.vat ?? (await compareBasis(caller, ports));
    const placeIn = (slips: boolean): PlaceInText | undefined =>
      asked === undefined ? placeInText(query.text ?? '', ports.directory, slips) : undefined;
    const search = (place: PlaceInText | undefined) => ports.directory.search(toDirectoryQuery(query, place, home, vat));
    const named = placeIn(false);
    const first = await search(named);
    // Nothing is called so: then a word may be a mistyped town.
    const meant = first.total === 0 && named === undefined ? placeIn(true) : undefined;
    const found = meant === undefined ? first : await search(meant);
    const place = named ?? meant;
    const near = place?.outcode ?? home;
    return {
      total: found.total,
      page: found.page,
      pageSize: found.pageSize,
      vat,
      ...(near === undefined ? {} : { near }),
      ...(place === undefined ? {} : { nearName: place.name }),
      items: found.items.map((item) => toSummary(item, near)),
      facets: mutableFacets(found.facets),
      without: found.without.map((entry) => ({ ...entry })),
      freshAt: found.freshAt,
    };
  };

const toDirectoryQuery = (
  query: DirectoryQueryInput,
  place: PlaceInText | undefined,
  home: string | undefined,
  vat: VatBasis,
): DirectoryQuery => ({
  text: place === undefined ? query.text : place.text,
  lotKeys: query.lots,
  age: query.age,
  keyStages: query.keyStages,
  needs: query.needs,
  deliveryModes: query.modes,
  unit: query.unit,
  priceFromPence: query.priceFrom,
  priceToPence: query.priceTo,
  vat,
  outcode: place?.outcode ?? home,
  radiusMiles: query.radius,
  sort: query.sort ?? 'best',
  page: query.page ?? 1,
  pageSize,
});

/** An outcode that we know. A full postcode is refused: it should have been cut in the browser, and is not repeated in the answer. */
const outcodeOf = (text: string, ports: Pick<Ports, 'directory'>): string => {
  const outcode = toOutcode(text);
  if (outcode === undefined || outcode !== text.trim().toUpperCase() || !isPostcodeArea(outcode) || !ports.directory.centroid(outcode))
    throw new ProblemError('unknown-postcode', 'Enter the first half of a postcode in the United Kingdom, such as DT1.', {
      pointer: '/query/near',
    });
  return outcode;
};

type Facets = ReplyOf<typeof declared>['facets'];

const mutableFacets = (
  facets: { readonly [K in keyof Facets]: readonly { readonly value: string; readonly label: string; readonly count: number }[] },
): Facets => {
  const copy = (values: Facets['lots'] | readonly Facets['lots'][number][]) => values.map((value) => ({ ...value }));
  return {
    lots: copy(facets.lots),
    keyStages: copy(facets.keyStages),
    needs: copy(facets.needs),
    modes: copy(facets.modes),
    units: copy(facets.units),
  };
};

const toSummary = (item: DirectoryItem, near: string | undefined): ServiceSummary => ({
  serviceRef: item.serviceRef,
  name: item.name,
  summary: item.summary,
  providerRef: item.providerRef,
  providerName: item.providerName,
  lotKey: item.lotKey,
  lotName: item.lotName,
  kind: item.kind,
  deliveryMode: item.deliveryMode,
  keyStages: [...item.keyStages],
  needs: [...item.needs],
  ageFrom: item.ageFrom,
  ageTo: item.ageTo,
  ...(item.outcode === undefined ? {} : { outcode: item.outcode }),
  ...(item.distanceMiles === undefined ? {} : { distance: formatDistance(item.distanceMiles, item.outcode === near ? near : undefined) }),
  price: item.fromPricePence,
  priceIncVat: item.priceIncVatPence,
  unit: item.unit,
  vatTreatment: item.vatTreatment,
  ...(item.earliestStart === undefined ? {} : { earliestStart: item.earliestStart }),
  ...(item.placesFree === undefined ? {} : { placesFree: item.placesFree }),
  ...(item.placesAsAt === undefined ? {} : { placesAsAt: item.placesAsAt }),
  ...(item.qaCheckedOn === undefined ? {} : { qaCheckedOn: item.qaCheckedOn }),
  ...(item.qaValidUntil === undefined ? {} : { qaValidUntil: item.qaValidUntil }),
  why: [...item.why],
});
