import { type FilterName, leftOut } from '../../domain/directory/filter-names.ts';
import { type Bands, bandsOf } from '../bands.ts';
import type { DirectoryResult, Without } from '../directory-result.ts';
import { centreOf } from '../geography.ts';
import { activeFilters, type DirectoryQuery, FILTER_LABELS, type LocatedQuery, located, refuseOddPage } from '../query.ts';
import { lotHash } from '../ranking.ts';
import { type Alternative, planText } from '../text-plan.ts';
import { BandCounts } from './band-counts.ts';
import { commonest, facetsFrom } from './facet-result.ts';
import type { Chosen } from './facet-table.ts';
import { FIRST_LOT, VALUES } from './facet-values.ts';
import { pageOf } from './page-of.ts';
import { itemsOf } from './page-rows.ts';
import type { Ranked } from './ranked.ts';
import type { Room } from './room.ts';
import type { Searched } from './searched.ts';
import type { Segment } from './segment.ts';
import { lookUp, narrowByText, type SegmentText } from './text-match.ts';

type Plan = readonly (readonly Alternative[])[] | undefined;

/** Throws RangeError for a page below 1 and a page size outside 1 to 50. */
export function searchSegments(asked: DirectoryQuery, searched: Searched): DirectoryResult {
  const { page, pageSize } = asked;
  refuseOddPage(asked);
  const query = located(asked, centreOf(asked.near, searched.outcodes));
  const plan = planText(query.text ?? '', searched.vocabulary);
  const bands = bandsOf(query);
  const { total, sizes, bands: inBands, texts } = match(query, plan, bands, searched);
  const unit = query.unit ?? commonest(searched.rooms);
  const ranked: Ranked = { query, unit, texts, seed: lotHash(query.seed ?? query.near ?? '') };
  const facets = facetsFrom(query, bands, inBands, searched);
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

function chosenIn({ needs, keyStages, modes, unit, lots }: DirectoryQuery, { head }: Segment): Chosen {
  return [
    valuesOf(VALUES[0], needs),
    valuesOf(VALUES[1], keyStages),
    valuesOf(VALUES[2], modes),
    unit === undefined ? undefined : valuesOf(VALUES[3], [unit]),
    lots?.length ? head.lots.flatMap(({ key }, number) => (lots.includes(key) ? [FIRST_LOT + number] : [])) : undefined,
  ];
}

const valuesOf = ({ first, values }: (typeof VALUES)[number], chosen: readonly string[] | undefined): readonly number[] | undefined =>
  chosen?.length ? chosen.map((value) => first + (values as readonly string[]).indexOf(value)) : undefined;

/** How many there would be is asked, and not of what. */
const NO_BANDS: Bands = { places: [], starts: [] };

function withoutIt(filter: FilterName, query: LocatedQuery, plan: Plan, searched: Searched): Without {
  const { total } = match({ ...query, ...leftOut[filter] }, filter === 'text' ? undefined : plan, NO_BANDS, searched);
  return { filter, label: FILTER_LABELS[filter], count: total };
}
