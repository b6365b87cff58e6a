import fc from 'fast-check';
import { localDate } from '../domain/days/local-date.ts';
import { sessionChoices } from '../domain/days/weekly-pattern.ts';
import { pence } from '../domain/money/money.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { vatBases } from '../domain/money/vat-basis.ts';
import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs, serviceKinds } from '../domain/register/service.ts';
import type { ServiceDocument } from './document.ts';
import type { DirectoryQuery } from './query.ts';

/** Centres of a few real outcodes of the county. */
export const outcodes = new Map([
  ['DT1', { lat: 50.71, lon: -2.44 }],
  ['DT2', { lat: 50.74955, lon: -2.45365 }],
  ['DT6', { lat: 50.73886, lon: -2.77528 }],
  ['DT11', { lat: 50.86091, lon: -2.18047 }],
  ['SP8', { lat: 51.03696, lon: -2.28956 }],
  ['BH21', { lat: 50.81, lon: -1.97 }],
]);

/** One listed service, as told; the rest is ordinary. */
export function aService(told: Partial<ServiceDocument> & Pick<ServiceDocument, 'serviceRef'>): ServiceDocument {
  return {
    providerRef: `P-${told.serviceRef}`,
    providerName: 'Blackmore Vale Provision',
    name: 'Day programme',
    summary: 'Small groups, two days a week.',
    lotKey: 'AP-1',
    lotName: 'Engagement & Reengagement',
    frameworkRef: 'AP',
    kind: 'programme',
    deliveryMode: 'off-site',
    keyStages: ['KS3'],
    needs: ['SEMH'],
    ageFrom: 11,
    ageTo: 16,
    outcode: 'DT11',
    price: pence(8_000),
    priceIncVat: pence(8_000),
    unit: 'day',
    vatTreatment: 'exempt-education',
    qaValidUntil: localDate('2027-08-31'),
    qaCheckedOn: localDate('2026-09-14'),
    ...told,
  };
}

/** A query for everything, narrowed as told. */
export function aQuery(told: Partial<DirectoryQuery> = {}): DirectoryQuery {
  return { sort: 'best', page: 1, pageSize: 50, ...told };
}

const WORDS = [
  'Forest',
  'school',
  'Motor',
  'vehicle',
  'Therapy',
  'Counselling',
  'Maths',
  'tuition',
  'Équine',
  'SEMH',
  'café',
  'Mentoring',
  'boxing',
];
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const someRef = fc.integer({ min: 1, max: 60 }).map((n) => `S-${n}`);
const someDay = fc.constantFrom('2026-11-24', '2026-12-01', '2027-01-04', '2027-04-12').map(localDate);

const oneDocument: fc.Arbitrary<ServiceDocument> = fc.record({
  serviceRef: someRef,
  providerRef: fc.integer({ min: 1, max: 8 }).map((n) => `P-${n}`),
  providerName: phrase,
  name: phrase,
  summary: phrase,
  lotKey: fc.constantFrom('AP-1', 'AP-2', 'AP-3'),
  lotName: fc.constantFrom('Engagement', 'Teaching'),
  frameworkRef: fc.constant('AP'),
  kind: fc.constantFrom(...serviceKinds),
  deliveryMode: fc.constantFrom(...deliveryModes),
  keyStages: fc.subarray([...keyStages]),
  needs: fc.subarray([...needs]),
  ageFrom: fc.integer({ min: 4, max: 12 }),
  ageTo: fc.integer({ min: 11, max: 25 }),
  outcode: maybe(fc.constantFrom(...outcodes.keys(), 'ZE1')),
  travelRadiusMiles: maybe(fc.integer({ min: 1, max: 40 })),
  price: fc.integer({ min: 0, max: 30_000 }).map(pence),
  priceIncVat: fc.integer({ min: 0, max: 36_000 }).map(pence),
  unit: fc.constantFrom(...rateUnits),
  vatTreatment: fc.constantFrom(...vatTreatments),
  earliestStart: maybe(someDay),
  hoursPerWeekMax: maybe(fc.integer({ min: 5, max: 30 })),
  placesFree: maybe(fc.integer({ min: 0, max: 4 })),
  placesAsAt: fc.constant(localDate('2026-11-02')),
  qaValidUntil: fc.constant(localDate('2027-08-31')),
  qaCheckedOn: fc.constant(localDate('2026-09-14')),
});

/** Up to 24 documents with different references. */
export const someDocuments = fc.uniqueArray(oneDocument, { selector: ({ serviceRef }) => serviceRef, maxLength: 24 });

/** Any query on its first page. */
export const someQuery: fc.Arbitrary<DirectoryQuery> = fc.record({
  text: maybe(fc.oneof(phrase, fc.constantFrom('mechanics', 'semh', 'therpay', 'cafe', 'tuit', ''))),
  lots: maybe(fc.subarray(['AP-1', 'AP-2', 'AP-9'])),
  age: maybe(fc.integer({ min: 4, max: 25 })),
  ageTo: maybe(fc.integer({ min: 4, max: 25 })),
  keyStages: maybe(fc.subarray([...keyStages])),
  needs: maybe(fc.subarray([...needs], { maxLength: 3 })),
  modes: maybe(fc.subarray([...deliveryModes])),
  unit: maybe(fc.constantFrom(...rateUnits)),
  priceFrom: maybe(fc.integer({ min: 0, max: 15_000 })),
  priceTo: maybe(fc.integer({ min: 5_000, max: 30_000 })),
  vat: maybe(fc.constantFrom(...vatBases)),
  near: maybe(fc.constantFrom(...outcodes.keys(), 'AB1')),
  radius: maybe(fc.integer({ min: 1, max: 40 })),
  placesFree: maybe(fc.integer({ min: 0, max: 3 })),
  startBy: maybe(someDay),
  startDays: maybe(fc.array(someDay, { maxLength: 3 })),
  timetable: maybe(
    fc.record({
      daysPerWeek: fc.integer({ min: 1, max: 5 }),
      sessions: fc.constantFrom(...sessionChoices),
      hoursPerDay: fc.integer({ min: 2, max: 20 }).map((quarters) => quarters / 4),
      weeks: fc.integer({ min: 1, max: 38 }),
    }),
  ),
  sort: fc.constantFrom('best', 'price', 'package', 'distance', 'earliest', 'name', 'fair'),
  page: fc.constant(1),
  pageSize: fc.integer({ min: 5, max: 50 }),
  seed: maybe(fc.constantFrom('monday', 'tuesday')),
});

/** A first filling and up to four changes, each with what is put in and the references that are taken out. */
export const someChanges = fc.array(
  fc.tuple(fc.uniqueArray(oneDocument, { selector: ({ serviceRef }) => serviceRef, maxLength: 14 }), fc.array(someRef, { maxLength: 6 })),
  { minLength: 1, maxLength: 5 },
);
