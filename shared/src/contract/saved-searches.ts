import * as z from 'zod/mini';
import { oldestAge, youngestAge } from '../domain/directory/ages.ts';
import { type DirectoryFilters, directorySorts } from '../domain/directory/directory-filters.ts';
import { planPattern } from '../domain/money/planned-timetable.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { vatBases } from '../domain/money/vat-basis.ts';
import { deliveryModes, keyStages, needs } from '../domain/register/service.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

const roles = ['requester', 'approver', 'contact'] as const;
const several = <const V extends readonly string[]>(values: V) => z.array(z.enum(values)).check(z.maxLength(20));
const amount = z.int().check(z.minimum(0), z.maximum(1_000_000));

const ageShape = z.int().check(z.minimum(youngestAge), z.maximum(oldestAge));

/** As `directoryQuery`, in the types of JSON. Its text is kept, and so it is screened, which the text of a search is not. */
const savedFilters = z.strictObject({
  text: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  lots: z.optional(z.array(refShape).check(z.maxLength(20))),
  age: z.optional(ageShape),
  ageTo: z.optional(ageShape),
  keyStages: z.optional(several(keyStages)),
  needs: z.optional(several(needs)),
  modes: z.optional(several(deliveryModes)),
  priceFrom: z.optional(amount),
  priceTo: z.optional(amount),
  unit: z.optional(z.enum(rateUnits)),
  vat: z.optional(z.enum(vatBases)),
  /** An outcode: a full postcode does not fit. */
  near: z.optional(z.string().check(z.regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'is not the first half of a postcode'))),
  radius: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  placesFree: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
  startBy: z.optional(localDateShape),
} satisfies Readonly<Record<keyof DirectoryFilters, z.ZodMiniType>>);

/** What opens the search as it was: its filters, the planned timetable and the order of the results. */
const kept = {
  filters: savedFilters,
  plan: z.optional(z.string().check(z.regex(planPattern, 'is not a planned timetable'))),
  sort: z.optional(z.enum(directorySorts)),
};

const savedReply = z.object({
  searchRef: z.string(),
  ...kept,
  savedAt: z.string(),
  /** How many services match today. */
  matches: z.int(),
  /** The day on which its owner was last told of something new. */
  toldOn: z.optional(localDateShape),
});
export type SavedSearchReply = Told<z.infer<typeof savedReply>>;

export const listSavedSearches = endpoint({
  name: 'listSavedSearches',
  summary: 'My saved searches, the newest first',
  method: 'GET',
  path: '/saved-searches',
  roles,
  reply: z.object({
    searches: z.array(savedReply),
    /** The lots that they name. `ended`: nothing can be requested in it any more, such as in a lot of a framework that has expired. */
    lots: z.array(z.object({ key: z.string(), name: z.string(), ended: z.optional(z.literal(true)) })),
  }),
});

export const saveSearch = endpoint({
  name: 'saveSearch',
  summary: 'Save a search of the directory: a card in Teams tells when something new matches',
  method: 'POST',
  path: '/saved-searches',
  roles,
  idempotent: true,
  body: z.strictObject(kept),
  reply: savedReply,
  success: 201,
});

export const stopSearch = endpoint({
  name: 'stopSearch',
  summary: 'Stop a saved search of mine: nothing of it is kept',
  method: 'DELETE',
  path: '/saved-searches/{searchRef}',
  roles,
  params: z.object({ searchRef: refShape }),
  reply: z.object({ stopped: z.boolean() }),
});
