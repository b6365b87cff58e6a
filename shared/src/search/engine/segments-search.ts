import { packageCost } from '../../domain/money/package-cost.ts';
import { type RateUnit, rateUnits } from '../../domain/money/rate-card.ts';
import { type Bands, bandFacets, bandsOf } from '../bands.ts';
import type { DirectoryItem, DirectoryResult, Without } from '../directory-result.ts';
import { type BandName, type FacetName, type Facets, facetsOf } from '../facets.ts';
import { centreOf, type Outcodes } from '../geography.ts';
import type { JudgedDocument } from '../judged-document.ts';
import { activeFilters, type DirectoryQuery, FILTER_LABELS, type FilterName, type LocatedQuery, refuseOddPage } from '../query.ts';
import { lotHash } from '../ranking.ts';
import { type Alternative, planText, type Vocabulary } from '../text-plan.ts';
import { distanceWords, whyFound } from '../why.ts';
import { BandCounts } from './band-counts.ts';
import { type Chosen, FIRST_LOT, VALUES } from './facet-table.ts';
import { pageOf, type Ranked } from './page-of.ts';
import type { Room } from './room.ts';
import type { Segment } from './segment.ts';
import { eachMeeting, lookUp, metBy, narrowByText, type SegmentText } from './text-match.ts';

type Plan = readonly (readonly Alternative[])[] | undefined;

/** The lots of all segments, each with the name that it bears and how many documents are in it. */
export type LiveLots = ReadonlyMap<string, string>;

/** Segments that are searched as one directory. */
export interface Searched {
  readonly segments: readonly Segment[];
  readonly rooms: readonly Room[];
  readonly vocabulary: Vocabulary;
  readonly lots: LiveLots;
  /** How many documents have each value of the facets that every directory has. */
  readonly totals: (value: number) => number;
  readonly outcodes: Outcodes;
}

/** Throws RangeError for a page below 1 and a page size outside 1 to 50. */
export function searchSegments(asked: DirectoryQuery, searched: Searched): DirectoryResult {
  const { page, pageSize } = asked;
  refuseOddPage(asked);
  const query: LocatedQuery = { ...asked, origin: centreOf(asked.near, searched.outcodes) };
  const plan = planText(query.text ?? '', searched.vocabulary);
  const bands = bandsOf(query);
  const { total, counts, texts } = match(query, plan, bands, searched);
  const unit = query.unit ?? commonest(counts);
  const ranked: Ranked = { query, unit, texts, seed: lotHash(query.seed ?? query.near ?? '') };
  const rows = total === 0 ? [] : pageOf((page - 1) * pageSize, page * pageSize, total, searched, ranked);
  return {
    total,
    page,
    pageSize,
    items: itemsOf(rows, searched, ranked),
    facets: { ...facetsFrom(counts, query, searched), ...bandFacets(bands, counts.bands) },
    without: total > 0 ? [] : activeFilters(query).map((filter) => withoutIt(filter, query, plan, searched)),
  };
}

interface Matched {
  readonly total: number;
  readonly counts: { readonly values: Int32Array; readonly lots: ReadonlyMap<string, number>; readonly bands: BandCounts };
  readonly texts: readonly (SegmentText | undefined)[];
}

/** Leaves in the room of each segment the set of what passes every filter, and counts facets. */
function match(query: LocatedQuery, plan: Plan, bands: Bands, { segments, rooms }: Searched): Matched {
  const values = new Int32Array(FIRST_LOT);
  const lots = new Map<string, number>();
  const inBands = new BandCounts(bands, query);
  let total = 0;
  const texts = segments.map((segment, index) => {
    const room = rooms[index] as Room;
    const text = plan && lookUp(plan, segment);
    const chosen = chosenIn(query, segment);
    mark(query, text, segment, room.bits, room.spare);
    if (inBands.looksBack) room.before.set(room.bits);
    segment.columns.narrowByPlaces(room.bits, query);
    segment.columns.narrowByStart(room.bits, query);
    const counts = new Int32Array(FIRST_LOT + segment.head.lots.length);
    total += segment.facets.count(room.bits, chosen, counts);
    inBands.add(segment, room, chosen);
    for (let value = 0; value < FIRST_LOT; value += 1) values[value] = (values[value] as number) + (counts[value] as number);
    for (const [number, { key }] of segment.head.lots.entries())
      lots.set(key, (lots.get(key) ?? 0) + (counts[FIRST_LOT + number] as number));
    return text;
  });
  return { total, counts: { values, lots, bands: inBands }, texts };
}

/** Sets the bits of what passes all filters but those of places, start and facets. */
function mark(query: LocatedQuery, text: SegmentText | undefined, segment: Segment, bits: Int32Array, spare: Int32Array): void {
  const near = query.radius !== undefined && query.near !== undefined ? query.radius : undefined;
  if (near === undefined) {
    bits.fill(-1);
    const over = segment.head.count & 31;
    if (over !== 0) bits[bits.length - 1] = -1 >>> (32 - over);
  } else {
    bits.fill(0);
    segment.places.markWithin(query.origin, near, bits);
  }
  if (text?.some((ranges) => ranges.length === 0)) bits.fill(0);
  else if (text !== undefined) narrowByText(text, segment, bits, spare, near === undefined);
  const { dead } = segment;
  if (dead !== undefined) for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] as number) & ~(dead[word] as number);
  segment.columns.narrow(bits, query);
}

function chosenIn(query: DirectoryQuery, { head }: Segment): Chosen {
  const valuesOf = (facet: (typeof VALUES)[number], chosen: readonly string[] | undefined) =>
    chosen?.length ? chosen.map((value) => facet.first + (facet.values as readonly string[]).indexOf(value)) : undefined;
  const [needs, stages, modes, units] = VALUES;
  return [
    valuesOf(needs, query.needs),
    valuesOf(stages, query.keyStages),
    valuesOf(modes, query.modes),
    valuesOf(units, query.unit === undefined ? undefined : [query.unit]),
    query.lots?.length ? head.lots.flatMap(({ key }, number) => (query.lots?.includes(key) ? [FIRST_LOT + number] : [])) : undefined,
  ];
}

/** The unit of most results; the smaller one when two tie. */
function commonest({ values }: Matched['counts']): RateUnit {
  const { first } = VALUES[3];
  const count = (unit: RateUnit) => values[first + rateUnits.indexOf(unit)] as number;
  return rateUnits.reduce((best, unit) => (count(unit) > count(best) ? unit : best));
}

function facetsFrom({ values, lots }: Matched['counts'], query: DirectoryQuery, searched: Searched): Omit<Facets, BandName> {
  const counts: Record<FacetName, Map<string, number>> = {
    lots: new Map([...searched.lots.keys()].map((key) => [key, lots.get(key) ?? 0])),
    needs: new Map(),
    keyStages: new Map(),
    modes: new Map(),
    units: new Map(),
  };
  for (const { facet, first, values: names } of VALUES) {
    for (const [at, name] of names.entries()) if (searched.totals(first + at) > 0) counts[facet].set(name, values[first + at] as number);
  }
  return facetsOf(counts, query, searched.lots);
}

const LEFT_OUT: Readonly<Record<FilterName, Partial<DirectoryQuery>>> = {
  text: {},
  lots: { lots: undefined },
  age: { age: undefined },
  keyStages: { keyStages: undefined },
  needs: { needs: undefined },
  modes: { modes: undefined },
  unit: { unit: undefined },
  price: { priceFrom: undefined, priceTo: undefined },
  distance: { radius: undefined },
  places: { placesFree: undefined },
  start: { startBy: undefined },
};

/** How many there would be is asked, and not of what. */
const NO_BANDS: Bands = { places: [], starts: [] };

function withoutIt(filter: FilterName, query: LocatedQuery, plan: Plan, searched: Searched): Without {
  const { total } = match({ ...query, ...LEFT_OUT[filter] }, filter === 'text' ? undefined : plan, NO_BANDS, searched);
  return { filter, label: FILTER_LABELS[filter], count: total };
}

/** The rows of a page, each with why it is there. */
function itemsOf(
  rows: readonly (readonly [number, number])[],
  searched: Searched,
  { query, unit, texts }: Ranked,
): readonly DirectoryItem[] {
  const meetings = new Map<string, JudgedDocument['text']>();
  for (const [at, segment] of searched.segments.entries()) {
    const own = rows.filter(([index]) => index === at).map(([, document]) => document);
    const text = texts[at];
    if (own.length > 0 && text !== undefined)
      meetingsOf(text, segment, searched.rooms[at] as Room, own, (document, hit) => meetings.set(`${at}/${document}`, hit));
  }
  return rows.map(([at, document]) => {
    const segment = searched.segments[at] as Segment;
    const row = segment.row(document);
    const judged: JudgedDocument = {
      document: row,
      miles: query.origin && segment.miles(document, query.origin),
      text: meetings.get(`${at}/${document}`),
    };
    return {
      distance: distanceWords(judged, query),
      packageCost: query.timetable && packageCost(query.timetable, row),
      why: whyFound(judged, query, unit),
      ...row,
    };
  });
}

function meetingsOf(
  text: SegmentText,
  segment: Segment,
  { bits, stamps }: Room,
  documents: readonly number[],
  tell: (document: number, hit: NonNullable<JudgedDocument['text']>) => void,
): void {
  bits.fill(0);
  for (const document of documents) bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31));
  const met = new Map(
    documents.map((document) => [document, { score: 0, meetings: [] as NonNullable<JudgedDocument['text']>['meetings'][number][] }]),
  );
  eachMeeting(text, segment, bits, documents.length, stamps, (document, score, _part, word, way) => {
    const hit = met.get(document);
    if (!hit) return;
    hit.score += score;
    hit.meetings.push({ typed: way.typed, met: metBy(way, word, segment), how: way.how });
  });
  for (const document of documents) stamps[document] = 0;
  for (const [document, hit] of met) tell(document, hit);
}
