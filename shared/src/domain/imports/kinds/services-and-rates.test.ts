import { localDate } from '../../days/local-date.ts';
import type { Rate } from '../../money/rate-card.ts';
import { carriedOut, noFacts, providerRow, providers, rates, serviceRow, services, sheet } from '../import.fixture.ts';
import { planImport } from '../plan-import.ts';
import { readImport } from '../read-sheet.ts';
import type { RegisterFacts } from '../record.ts';
import type { Cell, Sheet } from '../sheet.ts';

const plan = (sheets: readonly Sheet[], facts: RegisterFacts = noFacts) => planImport(readImport(sheets), facts);
const errors = (sheets: readonly Sheet[], facts?: RegisterFacts) =>
  plan(sheets, facts).rows.flatMap((row) => row.errors.map(({ address, sentence }) => `${address} ${sentence}`));
const sites = (...rows: readonly (readonly Cell[])[]) => sheet('Sites', ['Site', 'Provider', 'Name', 'Postcode'], ...rows);

const first = plan(
  [
    providers(providerRow('P-1'), providerRow('P-2', { Lots: 'L-2' })),
    sites(['P-1-S1', 'P-1', 'Main', 'DT1 1XJ'], ['P-2-S1', 'P-2', 'Other', 'DT2 7AA']),
    services(serviceRow('S-1', 'P-1'), serviceRow('S-2', 'P-2', 'L-2')),
    rates(['R-1', 'S-1', 'hour', 45, '01/09/2026', '31/08/2027']),
  ],
  noFacts,
);
const seeded = carriedOut(first, noFacts);

/** A sheet of services with more columns than the usual ones. */
const withCells = (cells: Readonly<Record<string, Cell>>, row = serviceRow('S-9', 'P-1')) => {
  const [headings = []] = services().rows;
  const changed = row.map((cell, at) => (String(headings[at]) in cells ? cells[String(headings[at])] : cell));
  const more = Object.keys(cells).filter((heading) => !headings.includes(heading));
  return sheet('Services', [...headings.map(String), ...more], [...changed, ...more.map((heading) => cells[heading])]);
};

test('a site and a service arrive as the file says, with what follows from it', () => {
  expect(first.rows.find(({ ref }) => ref === 'P-1-S1')?.record).toStrictEqual({
    ref: 'P-1-S1',
    providerRef: 'P-1',
    name: 'Main',
    postcode: 'DT1 1XJ',
    outcode: 'DT1',
  });
  expect(first.rows.find(({ ref }) => ref === 'S-1')?.record).toMatchObject({
    status: 'offered',
    keyStages: ['KS3', 'KS4'],
    ageFrom: 11,
    ageTo: 16,
  });
  expect(plan([withCells({ Status: 'withdrawn' })], seeded).rows[0]?.record).toMatchObject({ status: 'withdrawn' });
});

describe('a service', () => {
  const at = (cells: Readonly<Record<string, Cell>>) => errors([withCells(cells)], seeded);

  test.each<[string, Readonly<Record<string, Cell>>, readonly string[]]>([
    ['of one age', { 'Age from': 11, 'Age to': 11 }, []],
    ['that ends before it begins', { 'Age from': 12, 'Age to': 11 }, ['Services!L2 Enter an age of 12 or more: it begins at 12.']],
    ['with all its places free', { 'Places in all': 8, 'Places free': 8, 'Places as at': '01/09/2026' }, []],
    [
      'with more places free than it has',
      { 'Places in all': 8, 'Places free': 9, 'Places as at': '01/09/2026' },
      ['Services!N2 Enter at most 8: there are no more places in all.'],
    ],
    ['with places free of how many is not said', { 'Places free': 9, 'Places as at': '01/09/2026' }, []],
    [
      'with places free of a day that is not said',
      { 'Places free': 3, 'Places as at': undefined },
      ['Services!N2 Enter the day on which the provider told its free places.'],
    ],
    ['at a site of its provider', { Site: 'P-1-S1' }, []],
    ['at a site of another', { Site: 'P-2-S1' }, ['Services!M2 This site belongs to P-2. Enter a site of P-1.']],
    [
      'at a site that is nowhere',
      { Site: 'P-1-S9' },
      ['Services!M2 There is no site P-1-S9 in the register or in this file. Check the reference, or add the site.'],
    ],
    ['on a lot that is nowhere', { Lot: 'L-9' }, ['Services!C2 There is no lot L-9. The lots are L-1, L-2.']],
    ['on a lot that its provider is not on', { Lot: 'L-2' }, ['Services!C2 P-1 is not on this lot. Enter L-1.']],
  ])('%s', (_what, cells, expected) => expect(at(cells)).toEqual(expected));

  test('stays with its provider and on its lot', () => {
    const moved = errors([services(serviceRow('S-1', 'P-2', 'L-2'))], seeded);
    expect(moved).toEqual([
      'Services!B2 The register has this service at P-1. A service of another provider needs a reference of its own.',
      'Services!C2 The register has this service on L-1. An offer on another lot is a service of its own.',
    ]);
  });

  test('keeps the status that a person gave it where the file leaves the cell empty', () => {
    const withdrawn = { ...seeded.records.services.get('S-1')!, status: 'withdrawn' as const };
    const facts = { ...seeded, records: { ...seeded.records, services: new Map([['S-1', withdrawn]]) } };
    expect(plan([withCells({ Status: undefined }, serviceRow('S-1', 'P-1'))], facts).rows[0]).toMatchObject({
      outcome: 'same',
      record: { status: 'withdrawn' },
    });
  });
});

test('a site stays with its provider', () => {
  expect(errors([sites(['P-1-S1', 'P-2', 'Main', 'DT1 1XJ'])], seeded)).toEqual([
    'Sites!B2 The register has this site at P-1. A site of another provider needs a reference of its own.',
  ]);
});

describe('a rate', () => {
  const rate = (ref: string, unit: Cell, from: string, to: string, service = 'S-1'): readonly Cell[] => [ref, service, unit, 45, from, to];
  const unitOf = (unit: string) => {
    const [row] = plan([rates(rate('R-9', unit, '01/09/2027', '31/08/2028'))], seeded).rows;
    return (row?.record as Rate | undefined)?.unit ?? row?.errors[0]?.sentence;
  };

  test.each<[string, readonly string[]]>([
    ['hour', ['hour', 'per hour', 'an hour', 'hourly', 'Hours', 'per  hr']],
    ['session', ['session', 'each session', 'half day', 'half-day', 'a half day', 'half a day', 'sessions']],
    ['day', ['day', 'Per Day', 'a day', 'daily', 'days', 'full day']],
    ['week', ['week', 'per week', 'weekly', 'weeks']],
    ['Enter hour, session, day or week.', ['month', 'perhour', 'hour per', 'half each day']],
  ])('for each %s is written in several ways', (unit, words) => expect(words.map(unitOf)).toEqual(words.map(() => unit)));

  test('is of the lot of its service', () => {
    const file = (lot: Cell) =>
      sheet('Rates', ['Rate', 'Service', 'Lot', 'Unit', 'Price', 'From', 'To'], ['R-9', 'S-1', lot, 'day', 45, '01/09/2026', '31/08/2027']);
    expect(errors([file('L-2')], seeded)).toEqual(['Rates!C2 The service is on L-1. Enter that, or leave the cell empty.']);
    for (const lot of ['L-1', undefined])
      expect(plan([file(lot)], seeded).rows[0]?.record).toMatchObject({ lotKey: 'L-1', status: 'draft' });
  });

  test('holds for a day at least', () => {
    expect(errors([rates(rate('R-9', 'day', '01/09/2026', '01/09/2026'))], seeded)).toEqual([]);
    expect(errors([rates(rate('R-9', 'day', '02/09/2026', '01/09/2026'))], seeded)).toEqual([
      'Rates!F2 Enter 02/09/2026 or later: the price begins then.',
    ]);
  });

  test('begins the day after another of the same thing, or is of another unit or service', () => {
    const file = [
      rates(
        rate('R-2', 'day', '01/09/2026', '31/12/2026'),
        rate('R-3', 'day', '01/01/2027', '31/08/2027'),
        rate('R-4', 'week', '01/09/2026', '31/08/2027'),
        rate('R-5', 'day', '01/09/2026', '31/08/2027', 'S-2'),
      ),
    ];
    expect(errors(file, seeded)).toEqual([]);
  });

  test('overlaps the one that lasts longest of those before it, wherever it stands in the file', () => {
    const file = [
      rates(
        rate('R-4', 'day', '01/06/2027', '30/06/2027'),
        rate('R-2', 'day', '01/09/2026', '31/08/2027'),
        rate('R-3', 'day', '01/10/2026', '31/10/2026'),
      ),
    ];
    expect(errors(file, seeded)).toEqual([
      'Rates!E2 Two prices for one thing: R-2 holds from 01/09/2026 to 31/08/2027. Enter days that do not overlap.',
      'Rates!F3 Two prices for one thing: R-3 holds from 01/10/2026 to 31/10/2026. Enter days that do not overlap.',
      'Rates!F3 Two prices for one thing: R-4 holds from 01/06/2027 to 30/06/2027. Enter days that do not overlap.',
      'Rates!E4 Two prices for one thing: R-2 holds from 01/09/2026 to 31/08/2027. Enter days that do not overlap.',
    ]);
  });

  test('overlaps one that begins on the same day, and one of a single day within it', () => {
    const told = (from: string, to: string) =>
      errors([rates(rate('R-3', 'day', '01/10/2026', '31/10/2026'), rate('R-2', 'day', from, to))], seeded).map((line) =>
        line.slice(0, 56),
      );
    expect(told('01/10/2026', '31/12/2026')).toEqual([
      'Rates!E2 Two prices for one thing: R-2 holds from 01/10/',
      'Rates!E3 Two prices for one thing: R-3 holds from 01/10/',
    ]);
    expect(told('31/10/2026', '31/10/2026')).toEqual([
      'Rates!F2 Two prices for one thing: R-2 holds from 31/10/',
      'Rates!E3 Two prices for one thing: R-3 holds from 01/10/',
    ]);
    expect(told('01/11/2026', '01/11/2026')).toEqual([]);
  });

  test('overlaps a later and longer one, though a short one came before them, and whatever their references', () => {
    const file = [
      rates(
        rate('R-2', 'day', '01/10/2026', '31/10/2026'),
        rate('R-4', 'day', '01/09/2026', '02/09/2026'),
        rate('R-3', 'day', '03/09/2026', '31/08/2027'),
      ),
    ];
    expect(errors(file, seeded).map((line) => line.slice(0, 38))).toEqual([
      'Rates!E2 Two prices for one thing: R-3',
      'Rates!F4 Two prices for one thing: R-2',
    ]);
  });

  const withRate = (told: Partial<Rate>): RegisterFacts => ({
    ...seeded,
    records: { ...seeded.records, rates: new Map([['R-1', { ...seeded.records.rates.get('R-1')!, ...told }]]) },
  });

  test('that was superseded, or of another size of group, is in nobody’s way', () => {
    const file = [rates(rate('R-9', 'hour', '01/01/2027', '31/12/2027'))];
    expect(errors(file, seeded)).toHaveLength(1);
    expect(errors(file, withRate({ status: 'superseded' }))).toEqual([]);
    expect(errors(file, withRate({ groupFrom: 1, groupTo: 3 }))).toEqual([]);
  });

  test('of which the register has the end before the beginning is in nobody’s way', () => {
    const wrong = withRate({ effectiveFrom: localDate('2026-09-01'), effectiveTo: localDate('2026-08-01') });
    expect(errors([rates(rate('R-9', 'hour', '01/01/2026', '31/12/2026'))], wrong)).toEqual([]);
  });

  test('that overlaps another in the register already is no error of a file that changes neither', () => {
    const twice = withRate({ status: 'approved' });
    const other: Rate = { ...twice.records.rates.get('R-1')!, ref: 'R-2' };
    const facts = { ...twice, records: { ...twice.records, rates: new Map([...twice.records.rates, ['R-2', other]]) } };
    expect(plan([rates(rate('R-1', 'hour', '01/09/2026', '31/08/2027'))], facts).rows).toMatchObject([{ outcome: 'same', errors: [] }]);
  });

  test('that a person entered stays on its lot where the file says none', () => {
    const facts = { ...seeded, lastImported: noFacts.lastImported };
    expect(plan([rates(rate('R-1', 'hour', '01/09/2026', '31/08/2027'))], facts).rows).toMatchObject([
      { outcome: 'same', changes: [], record: { lotKey: 'L-1' } },
    ]);
  });

  test.each<[string, readonly Cell[], string | undefined]>([
    ['what it says', ['R-1', 'S-1', 'hour', 45, '01/09/2026', '31/08/2027'], undefined],
    ['its unit', ['R-1', 'S-1', 'day', 45, '01/09/2026', '31/08/2027'], 'Rates!C2'],
    ['its price', ['R-1', 'S-1', 'hour', 46, '01/09/2026', '31/08/2027'], 'Rates!D2'],
    ['its first day', ['R-1', 'S-1', 'hour', 45, '02/09/2026', '31/08/2027'], 'Rates!E2'],
    ['its last day', ['R-1', 'S-1', 'hour', 45, '01/09/2026', '30/08/2027'], 'Rates!F2'],
  ])('that was approved stands: a file may say %s', (_what, row, address) => {
    const found = plan([rates(row)], withRate({ status: 'approved' })).rows.flatMap((each) => each.errors);
    expect(found.map((each) => each.address)).toEqual(address === undefined ? [] : [address]);
  });
});

test('a day of a rate is told in British order', () => {
  const row = plan([rates(['R-1', 'S-1', 'hour', 45, '01/09/2026', '30/06/2027'])], seeded).rows[0];
  expect(row?.changes).toEqual([{ field: 'effectiveTo', heading: 'To', from: '31/08/2027', to: '30/06/2027' }]);
  expect(localDate('2027-06-30')).toBe('2027-06-30');
});
