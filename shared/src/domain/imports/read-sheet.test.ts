import { noFacts, providerRow, providers, rates, sheet } from './import.fixture.ts';
import { planImport } from './plan-import.ts';
import { readImport } from './read-sheet.ts';
import { faultOf, type ReadRow } from './row.ts';
import type { Cell } from './sheet.ts';

const rateHeadings = ['Rate', 'Service', 'Unit', 'Price', 'From', 'To'];
const rateCells: readonly Cell[] = ['R-1', 'S-1', 'hour', 45, '01/09/2026', '31/08/2027'];
const errorsOf = (name: string, headings: readonly string[]) => readImport([sheet(name, headings)]).sheetErrors;

describe('a sheet is known', () => {
  test('by its name where it has any of the headings, and then whatever is missing is asked for, above its first column', () => {
    expect(readImport([sheet('rates', ['Note', 'Rate', 'Service', 'Unit', 'Price', 'From'])])).toStrictEqual({
      sheets: [],
      aside: [],
      sheetErrors: [
        {
          sheet: 'rates',
          row: 1,
          address: 'rates!A1',
          heading: 'To',
          value: '',
          sentence: 'There is no column To. Add it to the headings in row 1.',
        },
      ],
    });
    expect(errorsOf('Rates', ['Rate']).map(({ heading }) => heading)).toEqual(['Service', 'Unit', 'Price (ex VAT)', 'From', 'To']);
    // All that a site has, and not all that a service has: a sheet of services is not taken for one of sites.
    expect(errorsOf('Services', ['Service', 'Site', 'Provider', 'Name', 'Postcode'])[0]).toMatchObject({ heading: 'Lot' });
  });

  test('by its headings otherwise, where more of the kind are there than are missing', () => {
    expect(errorsOf('export', ['Rate', 'Service', 'Unit', 'Price']).map(({ heading }) => heading)).toEqual(['From', 'To']);
    expect(readImport([sheet('export', ['Rate', 'Service', 'Unit'])])).toStrictEqual({ sheets: [], aside: ['export'], sheetErrors: [] });
    expect(readImport([sheet('export', ['Rate', 'Service'])])).toStrictEqual({ sheets: [], aside: ['export'], sheetErrors: [] });
  });

  test('as one without headings where only its name says what it is', () => {
    expect(readImport([{ name: 'Rates', rows: [['R-1', 'S-1'], []] }])).toStrictEqual({
      sheets: [],
      aside: [],
      sheetErrors: [
        {
          sheet: 'Rates',
          row: 1,
          address: 'Rates!A1',
          heading: '',
          value: '',
          sentence: 'The headings are missing. They are Rate, Service, Unit, Price (ex VAT), From, To, and may be others.',
        },
      ],
    });
  });

  test('by headings in its first ten rows', () => {
    const after = (blank: number) => ({ name: 'prices', rows: [...Array.from({ length: blank }, () => []), rateHeadings, rateCells] });
    expect(readImport([after(9)]).sheets[0]?.rows).toMatchObject([{ row: 11, ref: 'R-1' }]);
    expect(readImport([after(10)])).toMatchObject({ sheets: [], aside: ['prices'] });
  });

  test('by the row with most of the headings, and by the first of equals', () => {
    const read = (...rows: readonly (readonly Cell[])[]) => readImport([{ name: 'prices', rows }]).sheets[0]?.rows.map(({ row }) => row);
    expect(read(['Price'], rateHeadings, rateCells)).toEqual([3]);
    expect(read(rateHeadings, [...rateHeadings, 'Lot'], rateCells)).toEqual([3]);
    expect(read(rateHeadings, rateHeadings, rateCells)).toEqual([2, 3]);
    // A row of the kind with fewer of the required missing, though another row has as many headings.
    expect(read(['Provider', 'Legal name', 'Trading name', 'UKPRN', 'URN', 'Status', 'Website'], rateHeadings, rateCells)).toEqual([3]);
  });
});

test('two columns of one heading are told at the second, and nothing of the sheet is read', () => {
  const file = sheet('Rates', [...rateHeadings, 'price ex VAT'], [...rateCells, 46]);
  expect(readImport([{ ...file, rows: [[], ...file.rows] }])).toStrictEqual({
    sheets: [],
    aside: [],
    sheetErrors: [
      {
        sheet: 'Rates',
        row: 2,
        address: 'Rates!G2',
        heading: 'Price (ex VAT)',
        value: 'Price (ex VAT)',
        sentence: 'There are two columns for Price (ex VAT). Delete one of them.',
      },
    ],
  });
});

test('a sheet is read row by row, with the place of each cell; empty rows and other headings are left', () => {
  const file = sheet(
    'Rates',
    ['Rate', 'Our note', 'Service', 'Unit', 'Price', 'From', 'To'],
    [undefined, undefined],
    ['R 1', 'x', 'S-1', 'per hour', 45, '01/09/2026', '31/08/2027'],
  );
  const wrong = { address: 'Rates!A3', heading: 'Rate', value: 'R 1' };
  expect(readImport([{ ...file, rows: [[...(file.rows[0] ?? []), undefined], ...file.rows.slice(1)] }])).toStrictEqual({
    sheets: [
      {
        kind: 'rates',
        name: 'Rates',
        left: ['Our note'],
        rows: [
          {
            kind: 'rates',
            sheet: 'Rates',
            row: 3,
            ref: '',
            values: { serviceRef: 'S-1', unit: 'hour', price: 4500, effectiveFrom: '2026-09-01', effectiveTo: '2027-08-31' },
            errors: [
              { sheet: 'Rates', row: 3, ...wrong, sentence: 'Enter a reference such as R-00042: letters, digits and hyphens only.' },
            ],
            cells: {
              ref: wrong,
              serviceRef: { address: 'Rates!C3', heading: 'Service', value: 'S-1' },
              unit: { address: 'Rates!D3', heading: 'Unit', value: 'per hour' },
              price: { address: 'Rates!E3', heading: 'Price (ex VAT)', value: '45' },
              effectiveFrom: { address: 'Rates!F3', heading: 'From', value: '01/09/2026' },
              effectiveTo: { address: 'Rates!G3', heading: 'To', value: '31/08/2027' },
            },
          },
        ],
      },
    ],
    aside: [],
    sheetErrors: [],
  });
});

test('a row without its reference cannot be told of: an error of ours', () => {
  const [row] = readImport([rates(rateCells)]).sheets[0]?.rows ?? [];
  expect(() => faultOf({ ...(row as ReadRow), cells: {} }, 'price', 'Enter a price.')).toThrow(
    new Error('Rates, row 2 was read without a reference'),
  );
});

describe('a row is planned', () => {
  const rowsOf = (...rows: readonly (readonly Cell[])[]) => planImport(readImport([providers(...rows)]), noFacts).rows;

  test('as what would be in the register then', () => {
    const fields = {
      ref: 'P-1',
      legalName: 'Harbour P-1 Ltd',
      organisationType: 'company',
      registeredSchool: false,
      vatTreatment: 'not-registered',
      lotKeys: ['L-1'],
      email: 'office@example.org',
      phone: '01305 251000',
      summary: 'Work with animals and in the garden.',
    };
    expect(rowsOf(providerRow('P-1'))).toStrictEqual([
      {
        kind: 'providers',
        sheet: 'Providers',
        row: 2,
        ref: 'P-1',
        outcome: 'new',
        changes: [],
        errors: [],
        values: fields,
        record: { ...fields, status: 'prospective' },
      },
    ]);
  });

  test('as an error without anything else, and what cannot be read is told before what does not fit', () => {
    expect(rowsOf(providerRow('P-1', { Lots: 'L-9', Phone: 'later' }))).toStrictEqual([
      {
        kind: 'providers',
        sheet: 'Providers',
        row: 2,
        ref: 'P-1',
        outcome: 'error',
        changes: [],
        errors: [
          {
            sheet: 'Providers',
            row: 2,
            address: 'Providers!H2',
            heading: 'Phone',
            value: 'later',
            sentence: 'Enter a phone number, such as 01305 251000.',
          },
        ],
        values: {},
      },
    ]);
    expect(rowsOf(providerRow('P-1', { Lots: 'L-9' }))[0]).toMatchObject({ outcome: 'error', values: {} });
  });

  test('as twins where two have one reference, but not where neither can be read', () => {
    const sentences = (...rows: readonly (readonly Cell[])[]) =>
      rowsOf(...rows).map(({ errors }) => errors.map(({ sentence }) => sentence));
    expect(sentences(providerRow('P-1'), providerRow('P-2'), providerRow('P-1'))).toEqual([
      ['P-1 is in the file more than once (Providers, row 4). Keep one row of it.'],
      [],
      ['P-1 is in the file more than once (Providers, row 2). Keep one row of it.'],
    ]);
    const unread = ['Enter a reference such as P-0042: letters, digits and hyphens only.'];
    expect(sentences(providerRow('P 1'), providerRow('P 2'))).toEqual([unread, unread]);
  });
});
