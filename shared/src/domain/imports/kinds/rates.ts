import { formatUkDate } from '../../days/uk-date.ts';
import type { Rate } from '../../money/rate-card.ts';
import type { Fault, SheetKind, Surroundings } from '../sheet-kind.ts';
import { unknownName } from './named.ts';
import { referenceColumn } from './references.ts';
import { unitColumn } from './unit-column.ts';

const serviceFaults = (record: Rate, around: Surroundings): readonly Fault[] => {
  const service = around.find('services', record.serviceRef);
  if (!service) return unknownName(around, 'services', 'service', 'serviceRef', record.serviceRef);
  return record.lotKey === service.lotKey
    ? []
    : [{ field: 'lotKey', sentence: `The service is on ${service.lotKey}. Enter that, or leave the cell empty.` }];
};

const period = (rate: Rate): string => `${formatUkDate(rate.effectiveFrom)} to ${formatUkDate(rate.effectiveTo)}`;

const priceKey = ({ serviceRef, unit, groupFrom, groupTo }: Rate): string => JSON.stringify([serviceRef, unit, groupFrom, groupTo]);

/** Fields that an order's price hangs on: once approved, they stand. */
const frozen = ['serviceRef', 'lotKey', 'unit', 'price', 'effectiveFrom', 'effectiveTo'] as const;

/** Rates of the file arrive as drafts: a price becomes one by a second person's approval, in its price book. */
export const rateSheet: SheetKind<'rates'> = {
  kind: 'rates',
  title: 'Rates',
  one: 'rate',
  columns: [
    referenceColumn('ref', 'Rate', 'a reference such as R-00042'),
    referenceColumn('serviceRef', 'Service', 'the reference of its service, such as S-00042'),
    { field: 'lotKey', heading: 'Lot', kind: { is: 'reference' }, example: 'the lot of the service, or nothing' },
    unitColumn,
    {
      field: 'price',
      heading: 'Price (ex VAT)',
      alsoKnownAs: ['Price', 'Price ex VAT', 'Rate ex VAT'],
      kind: { is: 'price' },
      required: true,
      example: 'pounds and pence with a point, such as 45.00',
    },
    {
      field: 'effectiveFrom',
      heading: 'From',
      alsoKnownAs: ['Effective from', 'Valid from'],
      kind: { is: 'day' },
      required: true,
      example: 'the first day of the price, such as 01/09/2026',
    },
    {
      field: 'effectiveTo',
      heading: 'To',
      alsoKnownAs: ['Effective to', 'Valid to'],
      kind: { is: 'day' },
      required: true,
      example: 'the last day of the price, such as 31/08/2027',
    },
  ],
  fieldsOf: ({ lotKey = null, ...fields }) => (lotKey === null ? fields : { ...fields, lotKey }),
  arrive: (fields) => ({ ...(fields as unknown as Rate), status: 'draft' }),
  complete: (record, around) =>
    record.lotKey === undefined ? { ...record, lotKey: around.find('services', record.serviceRef)?.lotKey ?? '' } : record,
  check: (record, _values, present, around) => {
    const faults: Fault[] = [...serviceFaults(record, around)];
    if (record.effectiveTo < record.effectiveFrom)
      faults.push({ field: 'effectiveTo', sentence: `Enter ${formatUkDate(record.effectiveFrom)} or later: the price begins then.` });
    if (present && present.status !== 'draft') {
      const changed = frozen.find((field) => present[field] !== record[field]);
      if (changed)
        faults.push({
          field: changed,
          sentence: `This price was approved, and orders may rest on it. A new price is a row of its own, with a new reference.`,
        });
    }
    return faults;
  },
  checkTogether: (records) => {
    const faults: (Fault & { ref: string })[] = [];
    const groups = new Map<string, Rate[]>();
    for (const rate of records) {
      if (rate.status === 'superseded' || rate.effectiveTo < rate.effectiveFrom) continue;
      const group = groups.get(priceKey(rate)) ?? [];
      group.push(rate);
      groups.set(priceKey(rate), group);
    }
    for (const group of groups.values()) {
      const sorted = [...group].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.ref.localeCompare(b.ref));
      // Against the one that lasts longest of those before it: sorted by their first day, that one overlaps if any does.
      let longest: Rate | undefined;
      for (const rate of sorted) {
        if (longest && rate.effectiveFrom <= longest.effectiveTo) faults.push(overlap(rate, longest), overlap(longest, rate));
        if (!longest || rate.effectiveTo > longest.effectiveTo) longest = rate;
      }
    }
    return faults;
  },
};

const overlap = (rate: Rate, other: Rate): Fault & { readonly ref: string } => ({
  ref: rate.ref,
  field: rate.effectiveFrom >= other.effectiveFrom ? 'effectiveFrom' : 'effectiveTo',
  sentence: `Two prices for one thing: ${other.ref} holds from ${period(other)}. Enter days that do not overlap.`,
});
