import type { ServiceDocument } from '../document.ts';

/** The fields of a document in the order in which a row keeps their values. */
const FIELDS = [
  'serviceRef',
  'providerRef',
  'providerName',
  'name',
  'summary',
  'lotKey',
  'lotName',
  'frameworkRef',
  'kind',
  'deliveryMode',
  'keyStages',
  'needs',
  'ageFrom',
  'ageTo',
  'outcode',
  'travelRadiusMiles',
  'hoursPerWeekMax',
  'price',
  'unit',
  'priceIncVat',
  'vatTreatment',
  'earliestStart',
  'placesFree',
  'placesAsAt',
  'qaValidUntil',
  'qaCheckedOn',
] as const satisfies readonly (keyof ServiceDocument)[];

/** A field that is not in the list does not compile: it would be lost in a snapshot. */
type EveryField = Exclude<keyof ServiceDocument, (typeof FIELDS)[number]> extends never ? readonly (keyof ServiceDocument)[] : never;
const fields: EveryField = FIELDS;

/** A document as the text of a row: its values without their names, `null` for what is absent. */
export const rowText = (document: ServiceDocument): string => JSON.stringify(fields.map((field) => document[field] ?? null));

const places = Object.fromEntries(fields.map((field, at) => [field, at])) as Readonly<Record<keyof ServiceDocument, number>>;

/** A document from its row, made at once: an object that grows field by field is copied ten times as slowly, and each result is a copy. */
export const readRow = (text: string): ServiceDocument => {
  const values = JSON.parse(text) as readonly never[];
  const at = (field: keyof ServiceDocument) => values[places[field]] as never;
  return {
    serviceRef: at('serviceRef'),
    providerRef: at('providerRef'),
    providerName: at('providerName'),
    name: at('name'),
    summary: at('summary'),
    lotKey: at('lotKey'),
    lotName: at('lotName'),
    frameworkRef: at('frameworkRef'),
    kind: at('kind'),
    deliveryMode: at('deliveryMode'),
    keyStages: at('keyStages'),
    needs: at('needs'),
    ageFrom: at('ageFrom'),
    ageTo: at('ageTo'),
    outcode: at('outcode') ?? undefined,
    travelRadiusMiles: at('travelRadiusMiles') ?? undefined,
    hoursPerWeekMax: at('hoursPerWeekMax') ?? undefined,
    price: at('price'),
    unit: at('unit'),
    priceIncVat: at('priceIncVat'),
    vatTreatment: at('vatTreatment'),
    earliestStart: at('earliestStart') ?? undefined,
    placesFree: at('placesFree') ?? undefined,
    placesAsAt: at('placesAsAt') ?? undefined,
    qaValidUntil: at('qaValidUntil') ?? undefined,
    qaCheckedOn: at('qaCheckedOn') ?? undefined,
  };
};
