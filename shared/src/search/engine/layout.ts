import type { ServiceDocument } from '../document.ts';
import { centreOf, type Outcodes, travelOf } from '../geography.ts';
import { lotHash, nameKeys } from '../ranking.ts';
import { weightedKeys } from '../weighted-keys.ts';
import { popcount } from './bits.ts';
import { layOutColumns } from './columns.ts';
import { FIRST_LOT, layOutFacets } from './facet-values.ts';
import { hilbertOf, layOutPlaces } from './places.ts';
import { CLASSES, layOutPostings } from './postings.ts';
import { rowText } from './row-text.ts';
import { layOutRows } from './row-words.ts';
import { layOutWords } from './vocabulary.ts';

/** What a segment says of itself in words. */
export interface SegmentHead {
  readonly count: number;
  /** How many documents are online, and come first. */
  readonly online: number;
  readonly farthest: number;
  /** The keys of lots in order, with each name that a lot bears and how many documents give it that. */
  readonly lots: readonly { readonly key: string; readonly names: readonly (readonly [string, number])[] }[];
  /** How many documents have each value of each facet. */
  readonly totals: readonly number[];
}

interface Placed {
  readonly document: ServiceDocument;
  /** 0 online, 1 the pupil travels or no reach is told, 2 the provider travels so far, 3 no place is known. */
  readonly group: 0 | 1 | 2 | 3;
  readonly along: number;
  readonly outcode: string;
  readonly reach: number;
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Documents in the order of segments: see `PlaceParts`. The same documents are always in the same order. */
export function inOrder(documents: readonly ServiceDocument[], outcodes: Outcodes): readonly ServiceDocument[] {
  return placed(documents, outcodes).map(({ document }) => document);
}

function placed(documents: readonly ServiceDocument[], outcodes: Outcodes): readonly Placed[] {
  const along = new Map<string, number>();
  return documents
    .map((document): Placed => {
      const travel = travelOf(document);
      const outcode = document.outcode?.toUpperCase() ?? '';
      const centre = centreOf(document.outcode, outcodes);
      if (centre && !along.has(outcode)) along.set(outcode, hilbertOf(centre));
      const reach = travel === 'provider' ? document.travelRadiusMiles : undefined;
      const group = travel === 'nobody' ? 0 : centre === undefined ? 3 : reach === undefined ? 1 : 2;
      return { document, group, along: group === 1 || group === 2 ? (along.get(outcode) as number) : 0, outcode, reach: reach ?? 0 };
    })
    .sort(
      (a, b) =>
        a.group - b.group ||
        a.along - b.along ||
        (a.group === 0 || a.group === 3 ? 0 : compare(a.outcode, b.outcode)) ||
        b.reach - a.reach ||
        compare(a.document.serviceRef, b.document.serviceRef),
    );
}

/** Lays a segment out in parts, in the order in which `Segment` takes them. At most 65,536 documents, one of each `serviceRef`. */
export function layOutSegment(documents: readonly ServiceDocument[], outcodes: Outcodes): readonly ArrayBufferView[] {
  const rows = placed(documents, outcodes);
  const ordered = rows.map(({ document }) => document);
  const text = textParts(ordered);
  const lots = lotsOf(ordered);
  const facets = layOutFacets(
    ordered,
    lots.map(({ key }) => key),
  );
  const columns = layOutColumns(ordered);
  const geography = placeParts(rows, outcodes);
  const refHashes = Uint32Array.from(ordered, ({ serviceRef }) => lotHash(serviceRef));
  const rowParts = layOutRows(ordered.map(rowText));
  const head: SegmentHead = {
    count: ordered.length,
    online: rows.filter(({ group }) => group === 0).length,
    farthest: Math.max(0, ...geography.reach),
    lots,
    totals: totalsOf(facets, lots.length),
  };
  return [
    new TextEncoder().encode(JSON.stringify(head)),
    text.words.starts,
    text.words.units,
    text.words.hashes,
    text.words.owners,
    text.lists.starts,
    text.lists.postings,
    facets.masks,
    facets.lotOf,
    facets.bits,
    ...[columns.prices, columns.pricesIncVat, columns.placesFree, columns.starts].flatMap(({ values, steps, bits }) => [
      values,
      steps,
      bits,
    ]),
    columns.hours,
    columns.agesFrom,
    columns.agesTo,
    geography.degrees,
    geography.points,
    geography.spheres,
    geography.pupilRuns,
    geography.providerRuns,
    geography.reach,
    geography.placeOf,
    refHashes,
    orderOf(refHashes),
    Uint32Array.from(ordered, ({ providerRef }) => lotHash(providerRef)),
    nameRanks(ordered),
    rowParts.words,
    rowParts.ends,
    rowParts.starts,
    rowParts.numbers,
  ];
}

function textParts(documents: readonly ServiceDocument[]) {
  const ids = new Map<string, number>();
  const lists: number[][] = [];
  for (const [index, document] of documents.entries()) {
    for (const [key, weight] of weightedKeys(document)) {
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
        lists.push([], [], [], []);
      }
      lists[id * 4 + CLASSES.indexOf(weight as (typeof CLASSES)[number])]?.push(index);
    }
  }
  const words = [...ids.keys()].sort();
  const sorted = words.flatMap((word) => lists.slice((ids.get(word) as number) * 4, (ids.get(word) as number) * 4 + 4));
  return { words: layOutWords(words), lists: layOutPostings(sorted, documents.length) };
}

function lotsOf(documents: readonly ServiceDocument[]): SegmentHead['lots'] {
  const lots = new Map<string, Map<string, number>>();
  for (const { lotKey, lotName } of documents) {
    const names = lots.get(lotKey) ?? new Map<string, number>();
    lots.set(lotKey, names.set(lotName, (names.get(lotName) ?? 0) + 1));
  }
  return [...lots].sort(([a], [b]) => compare(a, b)).map(([key, names]) => ({ key, names: [...names].sort(([a], [b]) => compare(a, b)) }));
}

function totalsOf({ bits }: ReturnType<typeof layOutFacets>, lots: number): readonly number[] {
  const width = bits.length === 0 ? 0 : FIRST_LOT + lots;
  const totals = new Array<number>(FIRST_LOT + lots).fill(0);
  for (let at = 0; at < bits.length; at += 1) totals[at % width] = (totals[at % width] as number) + popcount(bits[at] as number);
  return totals;
}

function placeParts(rows: readonly Placed[], outcodes: Outcodes) {
  const numbers = new Map<string, number>();
  for (const { outcode } of rows
    .filter(({ group }) => group === 1 || group === 2)
    .sort((a, b) => a.along - b.along || compare(a.outcode, b.outcode)))
    if (!numbers.has(outcode)) numbers.set(outcode, numbers.size);
  const runs = (group: 1 | 2): Uint32Array => {
    const starts = new Uint32Array(numbers.size + 1);
    let at = rows.findIndex((row) => row.group >= group);
    if (at < 0) at = rows.length;
    for (let place = 0; place < numbers.size; place += 1) {
      starts[place] = at;
      while (rows[at]?.group === group && numbers.get((rows[at] as Placed).outcode) === place) at += 1;
    }
    starts[numbers.size] = at;
    return starts;
  };
  return {
    ...layOutPlaces([...numbers.keys()].map((outcode) => outcodes.get(outcode) as { lat: number; lon: number })),
    pupilRuns: runs(1),
    providerRuns: runs(2),
    reach: Float32Array.from(rows, ({ reach }) => reach),
    placeOf: Uint16Array.from(rows, ({ group, outcode }) => (group === 1 || group === 2 ? (numbers.get(outcode) as number) : 0xffff)),
  };
}

/** Places in order of their values. */
const orderOf = (values: Uint32Array): Uint16Array =>
  Uint16Array.from(Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b));

/** Where each document stands by name and provider; equal names have equal ranks. */
function nameRanks(documents: readonly ServiceDocument[]): Uint16Array {
  const keys = documents.map((document) => nameKeys(document).join('\u0000'));
  const ranks = new Map([...new Set(keys)].sort().map((key, rank) => [key, rank]));
  return Uint16Array.from(keys, (key) => ranks.get(key) as number);
}
