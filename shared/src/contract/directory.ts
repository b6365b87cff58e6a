import * as z from 'zod/mini';
import { oldestAge, youngestAge } from '../domain/directory/ages.ts';
import { type DirectoryFilters, directorySorts } from '../domain/directory/directory-filters.ts';
import { filterNames } from '../domain/directory/filter-names.ts';
import { planPattern } from '../domain/money/planned-timetable.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { vatBases } from '../domain/money/vat-basis.ts';
import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs, serviceKinds } from '../domain/register/service.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, penceShape, refShape } from './values.ts';

/** Several values of one facet in one query parameter, parted by commas (repeated keys are joined differently by each host). */
const several = <const V extends readonly string[]>(values: V) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(400)),
      z.transform((line: string) => line.split(',').filter((word) => word !== '')),
    ),
    z.array(z.enum(values)),
  );

const severalKeys = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(400)),
    z.transform((line: string) => line.split(',').filter((word) => word !== '')),
  ),
  z.array(refShape),
);

const whole = (minimum: number, maximum: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/, 'is not a whole number')),
    z.pipe(z.transform(Number), z.int().check(z.minimum(minimum), z.maximum(maximum))),
  );

/**
 * What a search asks. `near` is an outcode ('DT1'): a full postcode is cut in the browser before it enters a request, because the child's
 * home is not ours to know; a full postcode is refused. Absent `near` means the school's own area. Prices in pence, on the basis `vat`: absent, as buyers
 * of the caller's type usually compare (R39).
 */
const filters = {
  text: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  lots: z.optional(severalKeys),
  age: z.optional(whole(youngestAge, oldestAge)),
  /** With `age`, the oldest of a group. */
  ageTo: z.optional(whole(youngestAge, oldestAge)),
  keyStages: z.optional(several(keyStages)),
  needs: z.optional(several(needs)),
  modes: z.optional(several(deliveryModes)),
  priceFrom: z.optional(whole(0, 1_000_000)),
  priceTo: z.optional(whole(0, 1_000_000)),
  unit: z.optional(z.enum(rateUnits)),
  vat: z.optional(z.enum(vatBases)),
  near: z.optional(z.string().check(z.maxLength(12))),
  radius: z.optional(whole(1, 200)),
  /** At least so many places free, as the provider told. */
  placesFree: z.optional(whole(1, 50)),
  /** A pupil can start on this day or before. */
  startBy: z.optional(localDateShape),
} satisfies Readonly<Record<keyof DirectoryFilters, z.ZodMiniType>>;

export const directoryQuery = z.object({
  ...filters,
  /** A planned timetable, as '2d-both-5h-12w': each result tells what the whole of it costs. */
  plan: z.optional(z.string().check(z.regex(planPattern, 'is not a planned timetable'))),
  sort: z.optional(z.enum(directorySorts)),
  page: z.optional(whole(1, 10_000)),
});
export type DirectoryQueryInput = Told<z.infer<typeof directoryQuery>>;

const facetShape = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

/** One result. `distance` reads 'about 12 miles'; absent for services that come to the pupil or have no place. */
export const serviceSummary = z.object({
  serviceRef: z.string(),
  name: z.string(),
  summary: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  lotKey: z.string(),
  lotName: z.string(),
  kind: z.enum(serviceKinds),
  deliveryMode: z.enum(deliveryModes),
  keyStages: z.array(z.enum(keyStages)),
  needs: z.array(z.enum(needs)),
  ageFrom: z.int(),
  ageTo: z.int(),
  outcode: z.optional(z.string()),
  distance: z.optional(z.string()),
  hoursPerWeekMax: z.optional(z.number()),
  price: penceShape,
  /** The same with VAT, as the provider states it of this service (R38). */
  priceIncVat: penceShape,
  unit: z.enum(rateUnits),
  vatTreatment: z.enum(vatTreatments),
  /** What the planned timetable costs; absent without one, and where the service is not offered for so many hours a week. */
  packageCost: z.optional(z.object({ units: z.number(), net: penceShape, gross: penceShape })),
  /** Never before today. Absent where the facts name no day: then only the places and their day can be told. */
  earliestStart: z.optional(localDateShape),
  placesFree: z.optional(z.int()),
  placesAsAt: z.optional(localDateShape),
  qaCheckedOn: z.optional(localDateShape),
  qaValidUntil: z.optional(localDateShape),
  why: z.array(z.string()),
});
export type ServiceSummary = Told<z.infer<typeof serviceSummary>>;

export const searchDirectory = endpoint({
  name: 'searchDirectory',
  summary: 'Search the directory of quality-assured provision',
  method: 'GET',
  path: '/directory',
  roles: ['signed-in'],
  openToWebPart: true,
  query: directoryQuery,
  reply: z.object({
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    /** Whether prices were compared, sorted and filtered without VAT or with it. */
    vat: z.enum(vatBases),
    /** The outcode from which distances are measured. */
    near: z.optional(z.string()),
    /** 'Weymouth (DT4)': set where the words named the place. */
    nearName: z.optional(z.string()),
    items: z.array(serviceSummary),
    /** Counts for the whole result, each facet without its own filter. A value of `places` is one of `placesFree`, a value of `starts` one of `startBy`. */
    facets: z.object({
      lots: facetShape,
      keyStages: facetShape,
      needs: facetShape,
      modes: facetShape,
      units: facetShape,
      places: facetShape,
      starts: facetShape,
    }),
    /** When nothing is found: each filter, and how many there would be without it. */
    without: z.array(z.object({ filter: z.enum(filterNames), label: z.string(), count: z.int() })),
    /** When the index was last brought up to date. */
    freshAt: z.string(),
  }),
});

export type DirectoryReply = Told<z.infer<typeof searchDirectory.reply>>;
