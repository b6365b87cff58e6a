import { type RateUnit, rateUnits } from '../../domain/money/rate-card.ts';
import { type Bands, bandFacets, bandsOf } from '../bands.ts';
import type { DirectoryItem, DirectoryResult, Without } from '../directory-result.ts';
import { type BandName, type Facets, facetsOf } from '../facets.ts';
import { centreOf, type Outcodes } from '../geography.ts';
import type { JudgedDocument } from '../judged-document.ts';
import { activeFilters, type DirectoryQuery, FILTER_LABELS, type FilterName, type LocatedQuery, refuseOddPage } from '../query.ts';
import { lotHash } from '../ranking.ts';
import { type Alternative, type Meeting, planText, type Vocabulary } from '../text-plan.ts';
import { BandCounts } from './band-counts.ts';
import type { Chosen } from './facet-table.ts';
import { FIRST_LOT, FIRST_OF, VALUES } from './facet-values.ts';
import type { LiveLot } from './live-counts.ts';
import { pageOf } from './page-of.ts';
import type { Ranked } from './ranked.ts';
import { resultItem } from './result-item.ts';
import type { Room } from './room.ts';
import type { Segment } from './segment.ts';
import { lookUp, metBy, narrowByText, type SegmentText } from './text-match.ts';
import { eachMeeting } from './text-score.ts';

type Plan = readonly (readonly Alternative[])[] | undefined;

/** Segments that are searched as one directory. */
export interface Searched {
  readonly segments: readonly Segment[];
  readonly rooms: readonly Room[];
  readonly vocabulary: Vocabulary;
  readonly lots: readonly LiveLot[];
  /** How many documents have each value of the facets that every directory has. */
  readonly totals: Int32Array;
  readonly outcodes: Outcodes;
}

/** Throws RangeError for a page below 1 and a page size outside 1 to 50. */
export function searchSegments(asked: DirectoryQuery, searched: Searched): DirectoryResult {
  const { page, pageSize } = asked;
  refuseOddPage(asked);
  const query: LocatedQuery = { ...asked, origin: centreOf(asked.near, searched.outcodes) };
  const plan = planText(query.text ?? '', searched.vocabulary);
  const bands = bandsOf(query);
  const { total, sizes, bands: inBands, texts } = match(query, plan, bands, searched);
  const unit = query.unit ?? commonest(searched.rooms);
  const ranked: Ranked = { query, unit, texts, seed: lotHash(query.seed ?? query.near ?? '') };
  const facets = { ...facetsFrom(query, searched), ...bandFacets(bands, inBands) };
  const rows = pageOf((page - 1) * pageSize, page * pageSize, sizes, searched, ranked);
  return {
    total,
    page,
    pageSize,
    items: itemsOf(rows, searched, ranked),
    facets,
    without: total > 0 ? [] : activeFilters(query).map((filter) => withoutIt(filter, query, plan, searched)),
  };
}

interface Matched {
  readonly total: number;
  /** How many results each segment has. */
  readonly sizes: readonly number[];
  readonly bands: BandCounts;
  readonly texts: readonly (SegmentText | undefined)[];
}

/** Leaves in the room of each segment the set of what passes every filter, and the counts of facets. */
function match(query: LocatedQuery, plan: Plan, bands: Bands, { segments, rooms }: Searched): Matched {
  const inBands = new BandCounts(bands, query);
  const sizes: number[] = [];
  let total = 0;
  const texts = segments.map((segment, index) => {
    const room = rooms[index] as Room;
    const text = plan && lookUp(plan, segment);
    const chosen = chosenIn(query, segment);
    mark(query, text, segment, room.bits, room.spare);
    if (inBands.looksBack) room.before.set(room.bits);
    segment.columns.narrowByPlaces(room.bits, query);
    segment.columns.narrowByStart(room.bits, query);
    const size = segment.facets.count(room.bits, chosen, room.counts.fill(0));
    inBands.add(segment, room, chosen, size);
    sizes.push(size);
    total += size;
    return text;
  });
  return { total, sizes, bands: inBands, texts };
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

/** How many results have a value, over all segments. */
function countOf(value: number, rooms: readonly Room[]): number {
  let count = 0;
  for (let index = 0; index < rooms.length; index += 1) count += (rooms[index] as Room).counts[value] as number;
  return count;
}

/** The unit of most results; the smaller one when two tie. */
function commonest(rooms: readonly Room[]): RateUnit {
  let best = 0;
  for (let unit = 1; unit < rateUnits.length; unit += 1)
    if (countOf(FIRST_OF.units + unit, rooms) > countOf(FIRST_OF.units + best, rooms)) best = unit;
  return rateUnits[best] as RateUnit;
}

function facetsFrom(query: DirectoryQuery, { lots, totals, rooms }: Searched): Omit<Facets, BandName> {
  const counted = lots.map(({ key, name, numbers }) => {
    let count = 0;
    for (let index = 0; index < rooms.length; index += 1) {
      const number = numbers[index] as number;
      if (number >= 0) count += (rooms[index] as Room).counts[FIRST_LOT + number] as number;
    }
    return { key, name, count };
  });
  return facetsOf(
    counted,
    (facet, at) => ((totals[FIRST_OF[facet] + at] as number) > 0 ? countOf(FIRST_OF[facet] + at, rooms) : undefined),
    query,
  );
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

const known = (miles: number): number | undefined => (miles === Number.POSITIVE_INFINITY ? undefined : miles);

/** The rows of a page, each with why it is there. */
function itemsOf(
  rows: readonly (readonly [number, number])[],
  searched: Searched,
  { query, unit, texts }: Ranked,
): readonly DirectoryItem[] {
  const meetings = new Map<number, NonNullable<JudgedDocument['text']>>();
  for (const [at, segment] of searched.segments.entries()) {
    const text = texts[at];
    if (text === undefined) break;
    const own = rows.flatMap(([index, document], row) => (index === at ? [{ document, row }] : []));
    if (own.length > 0) meetingsOf(text, segment, searched.rooms[at] as Room, own, meetings);
  }
  return rows.map(([at, document], row) => {
    const segment = searched.segments[at] as Segment;
    const journeys = query.origin && segment.journeysFrom(query.origin);
    const judged = { document: segment.row(document), miles: journeys && known(journeys.miles(document)), text: meetings.get(row) };
    return resultItem(judged, query, unit);
  });
}

/** Tells of rows of one segment how they meet the text, by their places on the page. */
function meetingsOf(
  text: SegmentText,
  segment: Segment,
  room: Room,
  rows: readonly { readonly document: number; readonly row: number }[],
  meetings: Map<number, { score: number; meetings: readonly Meeting[] }>,
): void {
  const { bits } = room;
  bits.fill(0);
  const hits = new Map<number, { score: number; meetings: Meeting[] }>();
  for (const { document, row } of rows) {
    bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31));
    const hit = { score: 0, meetings: [] };
    hits.set(document, hit);
    meetings.set(row, hit);
  }
  eachMeeting(text, segment, room, rows.length, (document, score, word, way) => {
    const hit = hits.get(document);
    if (!hit) return;
    hit.score += score;
    hit.meetings.push({ typed: way.typed, met: metBy(way, word, segment), how: way.how });
  });
}
