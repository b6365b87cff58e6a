import { parseFinancialYear } from '../../ledgers/financial-year.ts';
import { type Baseline, baselineKey, mostBaselineUnits } from '../../value-for-money/baseline.ts';
import type { Fault, SheetKind } from '../sheet-kind.ts';
import { unknownName } from './named.ts';
import { referenceColumn } from './references.ts';
import { unitColumn } from './unit-column.ts';

/** A baseline is of its buyer, lot and unit for good: another is a row of its own. */
const fixed = ['buyerRef', 'lotKey', 'unit'] as const;

/** Row 70: what each school or department paid before the framework, by lot and unit, as the savings ledger compares orders with it. */
export const baselineSheet: SheetKind<'baselines'> = {
  kind: 'baselines',
  title: 'Baselines',
  one: 'baseline',
  columns: [
    referenceColumn('ref', 'Baseline', 'a reference such as BL-00042'),
    referenceColumn('buyerRef', 'Buyer', 'the URN of the school, or the reference of the department', ['URN', 'School', 'Department']),
    { field: 'lotKey', heading: 'Lot', alsoKnownAs: ['Lot key'], kind: { is: 'reference' }, required: true, example: 'the key of the lot' },
    unitColumn,
    {
      field: 'year',
      heading: 'Financial year',
      alsoKnownAs: ['Year'],
      kind: {
        is: 'text',
        most: 7,
        fits: (text) => parseFinancialYear(text) !== undefined,
        say: 'Enter the financial year of the spend, such as 2017-18: two years that follow each other.',
      },
      required: true,
      example: 'the year of the spend, such as 2017-18',
    },
    {
      field: 'units',
      heading: 'Units bought',
      alsoKnownAs: ['Units'],
      kind: { is: 'whole', from: 1, to: mostBaselineUnits },
      required: true,
      example: 'how many units were bought that year, such as 120',
    },
    {
      field: 'spent',
      heading: 'Spent (ex VAT)',
      alsoKnownAs: ['Spent', 'Spend', 'Spent ex VAT', 'Spend ex VAT'],
      kind: { is: 'price' },
      required: true,
      example: 'what they cost together, in pounds and pence, such as 12000.00',
    },
  ],
  fieldsOf: (values) => values,
  arrive: (fields) => fields as unknown as Baseline,
  check: (record, _values, present, around) => {
    const faults: Fault[] = [...unknownName(around, 'buyers', 'buyer', 'buyerRef', record.buyerRef)];
    const { lots } = around.facts;
    if (!lots.some(({ key }) => key.toUpperCase() === record.lotKey))
      faults.push({
        field: 'lotKey',
        sentence: `There is no lot ${record.lotKey}. The lots are ${lots.map(({ key }) => key).join(', ')}.`,
      });
    const moved = present && fixed.find((field) => present[field] !== record[field]);
    if (moved)
      faults.push({
        field: moved,
        sentence: `The register has this baseline with ${present[moved]}, and it stays. Another needs a reference of its own.`,
      });
    return faults;
  },
  checkTogether: (records) => {
    const byKey = new Map<string, Baseline[]>();
    for (const record of records) byKey.set(baselineKey(record), [...(byKey.get(baselineKey(record)) ?? []), record]);
    return [...byKey.values()].flatMap((same) =>
      same.length === 1
        ? []
        : same.map(({ ref }) => ({
            ref,
            field: 'ref',
            sentence: `Two baselines of one buyer, lot and unit: ${same.find((other) => other.ref !== ref)?.ref} is another. Enter their units and spend together as one.`,
          })),
    );
  },
};
