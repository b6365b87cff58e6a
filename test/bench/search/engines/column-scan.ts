import { daysBetween, type LocalDate, localDate } from '@ap/shared/domain/days/local-date';
import { rateUnits } from '@ap/shared/domain/money/rate-card';
import type { Position } from '@ap/shared/domain/pupils/outcode';
import { distanceMiles } from '@ap/shared/domain/pupils/outcode';
import { deliveryModes, keyStages, needs } from '@ap/shared/domain/register/service';
import { bandsOf } from '@ap/shared/search/bands';
import type { ServiceDocument } from '@ap/shared/search/document';
import { centreOf, travelOf } from '@ap/shared/search/geography';
import type { DirectoryQuery } from '@ap/shared/search/query';
import { outcodes } from '../corpus.ts';
import type { Answer } from './engine.ts';
import { Top } from './judging.ts';

/** Later than any day. */
const UNKNOWN = 65_535;
const dayNumber = (day: LocalDate): number => daysBetween(localDate('1970-01-01'), day);
const bitsOf = <T>(values: readonly T[], all: readonly T[]): number => values.reduce((bits, value) => bits | (1 << all.indexOf(value)), 0);

/** Filters, facets and order over one array a fact, written as well as a loop over all candidates can be: the part that engines for text alone lack. */
export class ColumnScan {
  readonly #documents: readonly ServiceDocument[];
  readonly #needs: Int32Array;
  readonly #stages: Uint8Array;
  readonly #modes: Uint8Array;
  readonly #units: Uint8Array;
  readonly #lots: Uint16Array;
  readonly #lotKeys: readonly string[];
  readonly #ages: Uint8Array;
  readonly #prices: Float64Array;
  readonly #places: Int16Array;
  readonly #starts: Uint16Array;
  readonly #positions: Float64Array;
  readonly #reach: Float64Array;

  constructor(documents: readonly ServiceDocument[]) {
    this.#documents = documents;
    this.#lotKeys = [...new Set(documents.map(({ lotKey }) => lotKey))].sort();
    this.#needs = Int32Array.from(documents, (document) => bitsOf(document.needs, needs));
    this.#stages = Uint8Array.from(documents, (document) => bitsOf(document.keyStages, keyStages));
    this.#modes = Uint8Array.from(documents, ({ deliveryMode }) => deliveryModes.indexOf(deliveryMode));
    this.#units = Uint8Array.from(documents, ({ unit }) => rateUnits.indexOf(unit));
    this.#lots = Uint16Array.from(documents, ({ lotKey }) => this.#lotKeys.indexOf(lotKey));
    this.#ages = Uint8Array.from(documents.flatMap(({ ageFrom, ageTo }) => [ageFrom, ageTo]));
    this.#prices = Float64Array.from(documents, ({ price }) => price);
    this.#places = Int16Array.from(documents, ({ placesFree }) => placesFree ?? -1);
    this.#starts = Uint16Array.from(documents, ({ earliestStart }) => (earliestStart === undefined ? UNKNOWN : dayNumber(earliestStart)));
    this.#positions = Float64Array.from(
      documents.flatMap(({ outcode }) => {
        const centre = centreOf(outcode, outcodes);
        return centre ? [centre.lat, centre.lon] : [Number.NaN, Number.NaN];
      }),
    );
    // Online nobody travels, and any distance will do; a provider that comes travels so far, and a pupil as far as is asked (-1).
    this.#reach = Float64Array.from(documents, (document) => {
      const travel = travelOf(document);
      return travel === 'nobody' ? Number.POSITIVE_INFINITY : travel === 'provider' ? (document.travelRadiusMiles ?? -1) : -1;
    });
  }

  /** Judges candidates by their numbers; all documents when there are none given. */
  judge(query: DirectoryQuery, candidates?: Uint32Array, scores?: Float64Array): Answer {
    const needed = query.needs?.length ? bitsOf(query.needs, needs) : -1;
    const stages = query.keyStages?.length ? bitsOf(query.keyStages, keyStages) : -1;
    const modes = query.modes?.length ? bitsOf(query.modes, deliveryModes) : -1;
    const units = query.unit === undefined ? -1 : 1 << rateUnits.indexOf(query.unit);
    const lots = query.lots?.length ? bitsOf(query.lots, this.#lotKeys) : -1;
    const { age, priceTo = Number.POSITIVE_INFINITY, placesFree = -1, radius } = query;
    const startBy = query.startBy === undefined ? UNKNOWN : dayNumber(query.startBy);
    const { places, starts } = bandsOf(query);
    const days = starts.map(dayNumber);
    const origin = centreOf(query.near, outcodes);
    const within = radius !== undefined && query.near !== undefined ? radius : undefined;
    const counts = {
      needs: new Int32Array(32),
      stages: new Int32Array(8),
      modes: new Int32Array(8),
      units: new Int32Array(8),
      lots: new Int32Array(32),
      places: new Int32Array(places.length),
      starts: new Int32Array(days.length),
    };
    const top = new Top<number>(query.pageSize);
    let total = 0;
    const size = candidates?.length ?? this.#documents.length;
    for (let at = 0; at < size; at += 1) {
      const number = candidates === undefined ? at : (candidates[at] as number);
      const own = this.#needs[number] as number;
      const stage = this.#stages[number] as number;
      const failed =
        ((own & needed) === 0 && needed !== -1 ? 1 : 0) |
        ((stage & stages) === 0 && stages !== -1 ? 2 : 0) |
        ((modes >>> (this.#modes[number] as number)) & 1 ? 0 : 4) |
        ((units >>> (this.#units[number] as number)) & 1 ? 0 : 8) |
        ((lots >>> (this.#lots[number] as number)) & 1 ? 0 : 16) |
        ((this.#places[number] as number) >= placesFree ? 0 : 32) |
        ((this.#starts[number] as number) <= startBy ? 0 : 64);
      if ((failed & (failed - 1)) !== 0) continue;
      if (age !== undefined && ((this.#ages[number * 2] as number) > age || (this.#ages[number * 2 + 1] as number) < age)) continue;
      if ((this.#prices[number] as number) > priceTo) continue;
      let miles = -1;
      if (within !== undefined) {
        const reach = this.#reach[number] as number;
        if (reach !== Number.POSITIVE_INFINITY) {
          miles = this.#miles(number, origin);
          if (!(miles <= (reach < 0 ? within : reach))) continue;
        }
      }
      if (failed === 0 || failed === 1)
        for (let rest = own; rest !== 0; rest &= rest - 1) raise(counts.needs, 31 - Math.clz32(rest & -rest));
      if (failed === 0 || failed === 2)
        for (let rest = stage; rest !== 0; rest &= rest - 1) raise(counts.stages, 31 - Math.clz32(rest & -rest));
      if (failed === 0 || failed === 4) raise(counts.modes, this.#modes[number] as number);
      if (failed === 0 || failed === 8) raise(counts.units, this.#units[number] as number);
      if (failed === 0 || failed === 16) raise(counts.lots, this.#lots[number] as number);
      if (failed === 0 || failed === 32) {
        const free = this.#places[number] as number;
        for (let band = 0; band < places.length && free >= (places[band] as number); band += 1) raise(counts.places, band);
      }
      if (failed === 0 || failed === 64) {
        const start = this.#starts[number] as number;
        for (let band = days.length - 1; band >= 0 && start <= (days[band] as number); band -= 1) raise(counts.starts, band);
      }
      if (failed !== 0) continue;
      total += 1;
      const key =
        query.sort === 'price'
          ? (this.#prices[number] as number)
          : query.sort === 'distance'
            ? miles < 0
              ? 1e9
              : miles
            : -(scores?.[at] ?? 0);
      top.add(key, number);
    }
    return {
      total,
      facets: {
        needs: named(counts.needs, needs),
        keyStages: named(counts.stages, keyStages),
        modes: named(counts.modes, deliveryModes),
        units: named(counts.units, rateUnits),
        lots: named(counts.lots, this.#lotKeys),
        places: named(counts.places, places.map(String)),
        starts: named(counts.starts, starts),
      },
      rows: top.rows().map((number) => this.#documents[number] as ServiceDocument),
    };
  }

  #miles(number: number, origin: Position | undefined): number {
    return origin === undefined
      ? Number.NaN
      : distanceMiles(origin, { lat: this.#positions[number * 2] as number, lon: this.#positions[number * 2 + 1] as number });
  }
}

const raise = (counts: Int32Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

const named = (counts: Int32Array, names: readonly string[]): Record<string, number> => {
  const record: Record<string, number> = {};
  for (const [at, name] of names.entries()) if (counts[at] !== 0) record[name] = counts[at] as number;
  return record;
};
