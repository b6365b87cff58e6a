import { vatTreatments } from '../../money/vat-treatment.ts';
import { organisationTypes, type Provider, providerStatuses } from '../../register/provider.ts';
import { isPlainAddress } from '../../texts/mail-address.ts';
import { oneOf } from '../../texts/one-of.ts';
import { isWebAddress } from '../../texts/web-address.ts';
import type { Values } from '../column.ts';
import type { Fault, SheetKind, Surroundings } from '../sheet-kind.ts';
import { shared } from './named.ts';
import { referenceColumn } from './references.ts';

/** The statuses in which a provider may arrive. Every other is reached by decisions, with checks and by people (domain section 5). */
const arrivals: readonly string[] = ['prospective', 'awarded'];

const statusFault = (values: Values, present: Provider | undefined, { facts }: Surroundings): readonly Fault[] => {
  const wanted = values.status;
  if (wanted === undefined || wanted === null || wanted === present?.status) return [];
  // A provider that arrived as prospective and is active by now: the file is only older than that.
  if (present)
    return arrivals.includes(String(wanted))
      ? []
      : [{ field: 'status', sentence: `The register says ${present.status}, and a file cannot change it. Leave the cell empty.` }];
  if (wanted === 'prospective') return [];
  if (wanted !== 'awarded')
    return [{ field: 'status', sentence: `A new provider arrives as prospective: nobody becomes ${String(wanted)} by a file.` }];
  const awarded = facts.awardedLots.get(String(values.ref)) ?? [];
  const lacking = (values.lotKeys as readonly string[]).filter((key) => !awarded.includes(key));
  return lacking.length === 0
    ? []
    : [{ field: 'status', sentence: `There is no award on record for ${oneOf(lacking)}. Enter prospective, or leave the cell empty.` }];
};

const lotFaults = (record: Provider, present: Provider | undefined, { facts }: Surroundings): readonly Fault[] => {
  const unknown = record.lotKeys.filter((key) => !facts.lots.some((lot) => lot.key.toUpperCase() === key));
  if (unknown.length > 0)
    return [
      { field: 'lotKeys', sentence: `There is no lot ${oneOf(unknown)}. The lots are ${facts.lots.map((lot) => lot.key).join(', ')}.` },
    ];
  const moved = present && present.status !== 'prospective' && !sameSet(present.lotKeys, record.lotKeys);
  return moved
    ? [{ field: 'lotKeys', sentence: `Its lots are ${present.lotKeys.join('; ')}: they change by an award, not by a file. Enter these.` }]
    : [];
};

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key) => b.includes(key));

export const providerSheet: SheetKind<'providers'> = {
  kind: 'providers',
  title: 'Providers',
  one: 'provider',
  columns: [
    referenceColumn('ref', 'Provider', 'a reference such as P-0042'),
    {
      field: 'legalName',
      heading: 'Legal name',
      alsoKnownAs: ['Name', 'Organisation name'],
      kind: { is: 'text', most: 255 },
      required: true,
      example: 'the name as registered',
    },
    { field: 'tradingName', heading: 'Trading name', kind: { is: 'text', most: 255 }, example: 'the name that people know' },
    {
      field: 'organisationType',
      heading: 'Type of organisation',
      alsoKnownAs: ['Organisation type'],
      kind: { is: 'choice', of: organisationTypes },
      required: true,
      example: oneOf(organisationTypes),
    },
    {
      field: 'ukprn',
      heading: 'UKPRN',
      kind: { is: 'text', most: 8, fits: (text) => /^1\d{7}$/.test(text), say: 'Enter the UKPRN: eight figures that begin with 1.' },
      example: 'eight figures that begin with 1',
    },
    {
      field: 'urn',
      heading: 'URN',
      kind: { is: 'text', most: 6, fits: (text) => /^\d{5,6}$/.test(text), say: 'Enter the URN: five or six figures.' },
      example: 'five or six figures, registered schools only',
    },
    {
      field: 'companyNumber',
      heading: 'Company number',
      kind: {
        is: 'text',
        most: 8,
        fits: (text) => /^[A-Za-z0-9]{8}$/.test(text),
        say: 'Enter the company number: eight letters and figures, zeros in front too.',
      },
      example: 'eight letters and figures',
    },
    {
      field: 'registeredSchool',
      heading: 'Registered as a school',
      alsoKnownAs: ['Registered school'],
      kind: { is: 'yes-no' },
      required: true,
      example: 'Yes or No',
    },
    {
      field: 'status',
      heading: 'Status',
      kind: { is: 'choice', of: providerStatuses },
      example: 'nothing: a new provider arrives as prospective',
    },
    {
      field: 'vatTreatment',
      heading: 'VAT',
      alsoKnownAs: ['VAT treatment', 'VAT (as the provider states it)'],
      kind: { is: 'choice', of: vatTreatments },
      required: true,
      example: oneOf(vatTreatments),
    },
    {
      field: 'lotKeys',
      heading: 'Lots',
      alsoKnownAs: ['Lots awarded'],
      kind: { is: 'keys' },
      required: true,
      example: 'lot keys such as AP2018-1',
    },
    {
      field: 'email',
      heading: 'E-mail',
      alsoKnownAs: ['Email', 'Email address'],
      kind: { is: 'text', most: 254, fits: isPlainAddress, say: 'Enter one e-mail address, such as office@example.org.' },
      required: true,
      example: 'an e-mail address',
    },
    {
      field: 'phone',
      heading: 'Phone',
      alsoKnownAs: ['Telephone', 'Phone number'],
      kind: { is: 'phone' },
      required: true,
      example: 'a phone number, such as 01305 251000',
    },
    {
      field: 'website',
      heading: 'Website',
      kind: {
        is: 'text',
        most: 255,
        fits: (text) => isWebAddress(text, 255),
        say: 'Enter the whole address, such as https://www.example.org. It begins with https://.',
      },
      example: 'an address that begins with https://',
    },
    {
      field: 'summary',
      heading: 'Summary',
      alsoKnownAs: ['Description'],
      kind: { is: 'text', most: 5000 },
      required: true,
      example: 'what schools should know',
      screened: ['email', 'phone', 'postcode'],
    },
  ],
  // The status is no field that a file changes.
  fieldsOf: ({ status: _, ...fields }) => fields,
  arrive: (fields, { status }) => ({ ...(fields as unknown as Provider), status: status === 'awarded' ? 'awarded' : 'prospective' }),
  check: (record, values, present, around) => [...lotFaults(record, present, around), ...statusFault(values, present, around)],
  checkTogether: (records) =>
    shared(records, 'ukprn', (others) => `The UKPRN is that of ${oneOf(others)} too: each belongs to one provider.`),
};
