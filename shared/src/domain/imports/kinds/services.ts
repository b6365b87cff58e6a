import { statementFault, vatTreatments } from '../../money/vat-treatment.ts';
import { deliveryModes, keyStages, needs, type Service, serviceKinds, serviceStatuses, serviceTypes } from '../../register/service.ts';
import { oneOf } from '../../texts/one-of.ts';
import type { Fault, SheetKind, Surroundings } from '../sheet-kind.ts';
import { unknownName } from './named.ts';
import { movedProvider, providerColumn, referenceColumn, unknownProvider } from './references.ts';

const placeFaults = (record: Service): readonly Fault[] => [
  ...(record.ageFrom > record.ageTo
    ? [{ field: 'ageTo', sentence: `Enter an age of ${record.ageFrom} or more: it begins at ${record.ageFrom}.` }]
    : []),
  ...(record.placesFree !== undefined && record.placesTotal !== undefined && record.placesFree > record.placesTotal
    ? [{ field: 'placesFree', sentence: `Enter at most ${record.placesTotal}: there are no more places in all.` }]
    : []),
  ...(record.placesFree !== undefined && record.placesAsAt === undefined
    ? [{ field: 'placesAsAt', sentence: 'Enter the day on which the provider told its free places.' }]
    : []),
];

const vatFaults = (record: Service): readonly Fault[] => {
  const fault = statementFault(record);
  return fault === undefined ? [] : [fault];
};

const nameFaults = (record: Service, present: Service | undefined, around: Surroundings): readonly Fault[] => {
  const provider = around.find('providers', record.providerRef);
  if (!provider) return unknownProvider(record, around);
  const lots = provider.lotKeys;
  const faults: Fault[] = [...movedProvider('service', record, present)];
  if (present && present.lotKey !== record.lotKey)
    faults.push({
      field: 'lotKey',
      sentence: `The register has this service on ${present.lotKey}. An offer on another lot is a service of its own.`,
    });
  if (!around.facts.lots.some((lot) => lot.key.toUpperCase() === record.lotKey))
    faults.push({
      field: 'lotKey',
      sentence: `There is no lot ${record.lotKey}. The lots are ${around.facts.lots.map((lot) => lot.key).join(', ')}.`,
    });
  else if (!lots.includes(record.lotKey))
    faults.push({ field: 'lotKey', sentence: `${record.providerRef} is not on this lot. Enter ${oneOf(lots)}.` });
  if (record.siteRef === undefined) return faults;
  const site = around.find('sites', record.siteRef);
  if (!site) return [...faults, ...unknownName(around, 'sites', 'site', 'siteRef', record.siteRef)];
  if (site.providerRef !== record.providerRef)
    faults.push({ field: 'siteRef', sentence: `This site belongs to ${site.providerRef}. Enter a site of ${record.providerRef}.` });
  return faults;
};

export const serviceSheet: SheetKind<'services'> = {
  kind: 'services',
  title: 'Services',
  one: 'service',
  columns: [
    referenceColumn('ref', 'Service', 'a reference such as S-00042'),
    providerColumn,
    { field: 'lotKey', heading: 'Lot', kind: { is: 'reference' }, required: true, example: 'a lot key such as AP2018-1' },
    {
      field: 'siteRef',
      heading: 'Site',
      alsoKnownAs: ['Site reference', 'Site ref'],
      kind: { is: 'reference' },
      example: 'the reference of a site of the provider',
    },
    {
      field: 'name',
      heading: 'Name',
      alsoKnownAs: ['Service name'],
      kind: { is: 'text', most: 255 },
      required: true,
      example: 'the name of the service',
    },
    {
      field: 'summary',
      heading: 'Summary',
      alsoKnownAs: ['Description'],
      kind: { is: 'text', most: 5000 },
      required: true,
      example: 'what schools should know',
      screened: [],
    },
    { field: 'kind', heading: 'Kind', kind: { is: 'choice', of: serviceKinds }, required: true, example: oneOf(serviceKinds) },
    {
      field: 'type',
      heading: 'Type',
      alsoKnownAs: ['Service type'],
      kind: { is: 'choice', of: serviceTypes },
      required: true,
      example: oneOf(serviceTypes),
    },
    {
      field: 'deliveryMode',
      heading: 'Delivered',
      alsoKnownAs: ['Delivery mode', 'Delivery'],
      kind: { is: 'choice', of: deliveryModes },
      required: true,
      example: oneOf(deliveryModes),
    },
    { field: 'keyStages', heading: 'Key stages', kind: { is: 'choices', of: keyStages }, required: true, example: 'KS3; KS4' },
    { field: 'needs', heading: 'Needs', kind: { is: 'choices', of: needs }, required: true, example: 'SEMH; ASC' },
    { field: 'ageFrom', heading: 'Age from', kind: { is: 'whole', from: 4, to: 25 }, required: true, example: 'the lowest age' },
    { field: 'ageTo', heading: 'Age to', kind: { is: 'whole', from: 4, to: 25 }, required: true, example: 'the highest age' },
    {
      field: 'maxGroup',
      heading: 'Largest group',
      alsoKnownAs: ['Max group'],
      kind: { is: 'whole', from: 1, to: 60 },
      example: 'a number of pupils',
    },
    { field: 'hoursPerWeekMax', heading: 'Most hours a week', kind: { is: 'whole', from: 1, to: 40 }, example: 'a number of hours' },
    { field: 'travelRadiusMiles', heading: 'Travels up to (miles)', kind: { is: 'whole', from: 0, to: 500 }, example: 'a number of miles' },
    { field: 'transport', heading: 'Transport', kind: { is: 'text', most: 255 }, example: 'how pupils get there', screened: [] },
    { field: 'earliestStart', heading: 'Earliest start', kind: { is: 'day' }, example: 'a date such as 01/09/2026' },
    { field: 'placesTotal', heading: 'Places in all', kind: { is: 'whole', from: 0, to: 500 }, example: 'a number of places' },
    { field: 'placesFree', heading: 'Places free', kind: { is: 'whole', from: 0, to: 500 }, example: 'a number of places' },
    { field: 'placesAsAt', heading: 'Places as at', kind: { is: 'day' }, example: 'the day on which the provider told it' },
    {
      field: 'vatTreatment',
      heading: 'VAT',
      alsoKnownAs: ['VAT treatment', 'VAT (as the provider states it of this service)'],
      kind: { is: 'choice', of: vatTreatments },
      example: `nothing: as the provider states it of itself; or ${oneOf(vatTreatments)}`,
    },
    { field: 'vatStatedBy', heading: 'VAT stated by', kind: { is: 'text', most: 255 }, example: 'who at the provider stated it' },
    { field: 'vatStatedOn', heading: 'VAT stated on', kind: { is: 'day' }, example: 'the day on which the provider stated it' },
    {
      field: 'vatEvidence',
      heading: 'VAT: shown by',
      kind: { is: 'text', most: 255 },
      example: 'where the statement can be read',
      screened: [],
    },
    {
      field: 'status',
      heading: 'Status',
      kind: { is: 'choice', of: serviceStatuses },
      example: 'nothing: a new service is offered once its provider is active',
    },
  ],
  fieldsOf: ({ status = null, ...fields }) => (status === null ? fields : { ...fields, status }),
  arrive: (fields) => ({ status: 'offered', ...(fields as unknown as Omit<Service, 'status'>) }),
  check: (record, _values, present, around) => [...nameFaults(record, present, around), ...placeFaults(record), ...vatFaults(record)],
};
