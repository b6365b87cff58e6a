import { localDate } from '../days/local-date.ts';
import type { Rate } from '../money/rate-card.ts';
import { carriedOut, checks, noFacts, providerRow, providers, rates, serviceRow, services, sheet } from './import.fixture.ts';
import { type ImportPlan, planImport as planRead } from './plan-import.ts';
import { readImport } from './read-sheet.ts';
import type { RegisterFacts } from './record.ts';
import type { ReadImport } from './row.ts';
import type { Cell, Sheet } from './sheet.ts';

/** Reads and plans, as a check of a file does; by way of JSON, as what was read is kept. */
const planImport = (sheets: readonly Sheet[], facts: RegisterFacts): ImportPlan & ReadImport => {
  const read = JSON.parse(JSON.stringify(readImport(sheets))) as ReadImport;
  return { ...read, ...planRead(read, facts) };
};

const whole = [
  providers(providerRow('P-1'), providerRow('P-2', { Lots: 'L-1; L-2' })),
  services(serviceRow('S-1', 'P-1'), serviceRow('S-2', 'P-2', 'L-2')),
  rates(['R-1', 'S-1', 'per hour', '£45.00', '01/09/2026', '31/08/2027'], ['R-2', 'S-2', 'day', 1200.5, { day: '2026-09-01' }, 46_630]),
  checks(['Q-1', 'P-1', 'insurance', undefined, '01/09/2026', '31/08/2027']),
];
const errorsOf = (sheets: readonly Sheet[], facts: RegisterFacts = noFacts) =>
  planImport(sheets, facts).rows.flatMap(({ errors }) => errors);
const addressed = (sheets: readonly Sheet[], facts: RegisterFacts = noFacts) =>
  errorsOf(sheets, facts).map(({ address, sentence }) => `${address} ${sentence}`);
const seeded = carriedOut(planImport(whole, noFacts), noFacts);

test('R38: a file states the VAT of a service with who stated it and when', () => {
  const [headings = [], row = []] = services(serviceRow('S-1', 'P-1')).rows;
  const stating = (...cells: readonly Cell[]) => [
    providers(providerRow('P-1')),
    sheet('Services', [...headings, 'VAT', 'VAT stated by', 'VAT stated on'].map(String), [...row, ...cells]),
  ];
  const rows = planImport(stating('exempt-education', 'Finance manager', '02/11/2026'), noFacts).rows;
  expect(rows.find(({ ref }) => ref === 'S-1')?.record).toMatchObject({
    vatTreatment: 'exempt-education',
    vatStatedBy: 'Finance manager',
    vatStatedOn: '2026-11-02',
  });
  expect(addressed(stating('exempt-education', 'Finance manager', undefined))).toEqual([
    expect.stringContaining('Enter the day on which the provider stated the VAT of this service.') as string,
  ]);
});

describe('a file of new records', () => {
  it('is planned row by row, whatever way people write days, prices and words', () => {
    const plan = planImport(whole, noFacts);
    expect(plan.counts).toEqual({ new: 7, changed: 0, same: 0, conflict: 0, error: 0 });
    expect(plan.rows.find(({ ref }) => ref === 'R-1')?.record).toMatchObject({
      unit: 'hour',
      price: 4500,
      effectiveFrom: '2026-09-01',
      effectiveTo: '2027-08-31',
      lotKey: 'L-1',
    });
    expect(plan.rows.find(({ ref }) => ref === 'R-2')?.record).toMatchObject({
      price: 120_050,
      effectiveFrom: '2026-09-01',
      effectiveTo: '2027-08-31',
      lotKey: 'L-2',
    });
  });

  it('gives nobody a standing: providers arrive as prospective, rates as drafts, checks as received', () => {
    const rows = planImport(whole, noFacts).rows;
    const status = (ref: string) => rows.find((row) => row.ref === ref)?.record;
    expect([status('P-1'), status('R-1'), status('Q-1')]).toMatchObject([
      { status: 'prospective' },
      { status: 'draft' },
      { outcome: 'received', mandatory: true },
    ]);
  });

  it.each([
    ['active', /arrives as prospective/],
    ['suspended', /arrives as prospective/],
    ['awarded', /no award on record for L-1/],
  ])('cannot make a provider %s', (status, sentence) => {
    const [headings = [], row = []] = providers(providerRow('P-9')).rows;
    const file = [
      {
        name: 'Providers',
        rows: [
          [...headings, 'Status'],
          [...row, status],
        ],
      },
    ];
    expect(errorsOf(file)).toMatchObject([{ address: 'Providers!J2', value: status, sentence: expect.stringMatching(sentence) as string }]);
  });

  it('may bring a provider as awarded where the award is on record', () => {
    const [headings = [], row = []] = providers(providerRow('P-9')).rows;
    const file = [
      {
        name: 'Providers',
        rows: [
          [...headings, 'Status'],
          [...row, 'awarded'],
        ],
      },
    ];
    expect(planImport(file, { ...noFacts, awardedLots: new Map([['P-9', ['L-1']]]) }).rows[0]?.record).toMatchObject({ status: 'awarded' });
  });

  it.each(['passed', 'due', 'failed', 'lapsed', 'action-required'])('cannot call a check %s', (outcome) => {
    expect(addressed([checks(['Q-9', 'P-1', 'insurance', outcome, '01/09/2026', '31/08/2027'])], seeded)).toEqual([
      `QA checks!D2 Enter scheduled or received: a commissioner then decides on it. Nothing is ${outcome} by a file.`,
    ]);
  });
});

describe('an error', () => {
  it.each<[string, readonly Cell[], string]>([
    [
      'more than pennies',
      ['R-9', 'S-1', 'week', 45.005, '01/09/2026', '31/08/2027'],
      'Rates!D2 A price has whole pence: enter at most two figures after the point.',
    ],
    [
      'a comma for a point',
      ['R-9', 'S-1', 'week', '45,00', '01/09/2026', '31/08/2027'],
      'Rates!D2 Enter pounds and pence with a point, such as 45.00.',
    ],
    [
      'a day that is not there',
      ['R-9', 'S-1', 'week', 45, '31/02/2026', '31/08/2027'],
      'Rates!E2 Enter a real date as day, month and year in full, such as 01/09/2026.',
    ],
    [
      'a year of two figures',
      ['R-9', 'S-1', 'week', 45, '01/09/26', '31/08/2027'],
      'Rates!E2 Enter a real date as day, month and year in full, such as 01/09/2026.',
    ],
    [
      'an end before the beginning',
      ['R-9', 'S-1', 'week', 45, '01/09/2027', '31/08/2027'],
      'Rates!F2 Enter 01/09/2027 or later: the price begins then.',
    ],
    [
      'a service that is nowhere',
      ['R-9', 'S-7', 'week', 45, '01/09/2026', '31/08/2027'],
      'Rates!B2 There is no service S-7 in the register or in this file. Check the reference, or add the service.',
    ],
    ['an empty cell', ['R-9', 'S-1', undefined, 45, '01/09/2026', '31/08/2027'], 'Rates!C2 Enter hour, session, day or week.'],
  ])('names its cell and says what to enter: %s', (_, row, sentence) => {
    expect(addressed([rates(row)], seeded)).toEqual([sentence]);
  });

  it.each(['one@provider.example, two@provider.example', 'Office <office@provider.example>', 'office@provider'])(
    'takes no address to which no mail could be sent: %s',
    (address) => {
      expect(addressed([providers(providerRow('P-9', { 'E-mail': address }))])).toEqual([
        'Providers!G2 Enter one e-mail address, such as office@example.org.',
      ]);
    },
  );

  it('shows at most 40 characters of the value, and none of what may identify a pupil', () => {
    expect(errorsOf([rates(['R-9', 'S-1', 'week', 'x'.repeat(90), '01/09/2026', '31/08/2027'])], seeded)[0]?.value).toHaveLength(40);
    expect(errorsOf([providers(providerRow('P-9', { Summary: 'Oliver Twist, born 03/04/2012, did well here.' }))])).toMatchObject([
      { address: 'Providers!I2', value: '' },
    ]);
  });

  it('of a record is an error of the rows that name it, so that the rows without errors can be written by themselves', () => {
    const file = [
      providers(providerRow('P-1', { Phone: '1305251000' })),
      services(serviceRow('S-1', 'P-1')),
      rates(['R-1', 'S-1', 'hour', 45, '01/09/2026', '31/08/2027']),
    ];
    expect(addressed(file)).toEqual([
      'Providers!H2 The first 0 is missing: set the column to Text in Excel and enter the number again.',
      'Services!B2 The provider P-1 is in this file with errors (Providers, row 2). Mend that row first.',
      'Rates!B2 The service S-1 is in this file with errors (Services, row 2). Mend that row first.',
    ]);
  });

  it('of two rows for one record is an error of both', () => {
    expect(errorsOf([providers(providerRow('P-1'), providerRow('p-1 '))]).map(({ address }) => address)).toEqual([
      'Providers!A2',
      'Providers!A3',
    ]);
  });

  it('of two providers with one UKPRN, or a provider on a lot that is not there', () => {
    const [headings = [], one = [], other = []] = providers(providerRow('P-1'), providerRow('P-2', { Lots: 'L-9' })).rows;
    const file = [
      {
        name: 'Providers',
        rows: [
          [...headings, 'UKPRN'],
          [...one, 10_012_345],
          [...other, '10012345'],
        ],
      },
    ];
    expect(addressed(file)).toEqual(['Providers!F3 There is no lot L-9. The lots are L-1, L-2.']);
    const both = [
      {
        name: 'Providers',
        rows: [
          [...headings, 'UKPRN'],
          [...one, 10_012_345],
          [...providerRow('P-2'), '10012345'],
        ],
      },
    ];
    expect(errorsOf(both).map(({ address }) => address)).toEqual(['Providers!J2', 'Providers!J3']);
  });

  it('of rates that overlap, in the file and with the register', () => {
    const file = [rates(['R-8', 'S-1', 'week', 90, '01/09/2026', '31/12/2026'], ['R-9', 'S-1', 'week', 95, '31/12/2026', '31/08/2027'])];
    expect(addressed(file, seeded)).toEqual([
      'Rates!F2 Two prices for one thing: R-9 holds from 31/12/2026 to 31/08/2027. Enter days that do not overlap.',
      'Rates!E3 Two prices for one thing: R-8 holds from 01/09/2026 to 31/12/2026. Enter days that do not overlap.',
    ]);
    expect(addressed([rates(['R-9', 'S-1', 'hour', 46, '31/08/2027', '31/08/2028'])], seeded)).toEqual([
      'Rates!E2 Two prices for one thing: R-1 holds from 01/09/2026 to 31/08/2027. Enter days that do not overlap.',
    ]);
  });

  it('of an expiry before the check, and of a check in the future', () => {
    expect(addressed([checks(['Q-9', 'P-1', 'insurance', 'received', '01/09/2026', '31/08/2026'])], seeded)).toEqual([
      'QA checks!F2 Enter 01/09/2026 or later: it was checked on that day.',
    ]);
    expect(addressed([checks(['Q-9', 'P-1', 'insurance', 'received', '27/11/2026', '31/08/2027'])], seeded)).toEqual([
      'QA checks!E2 Enter a day that is not in the future.',
    ]);
  });

  it('of a sheet is told where its headings are', () => {
    const plan = planImport([sheet('Rates', ['Rate', 'Service', 'Unit', 'Price'], ['R-1', 'S-1', 'hour', 45])], seeded);
    expect(plan.sheetErrors.map(({ address, sentence }) => `${address} ${sentence}`)).toEqual([
      'Rates!A1 There is no column From. Add it to the headings in row 1.',
      'Rates!A1 There is no column To. Add it to the headings in row 1.',
    ]);
  });
});

describe('a sheet', () => {
  it('is known by its headings whatever its name, with a title above them and other headings among them', () => {
    const file = {
      name: 'export (3)',
      rows: [
        ['Our prices'],
        [],
        ['RATE', 'Our note', 'service ref', 'unit', 'Price ex. VAT', 'Valid from', 'valid_to'],
        ['R-9', 'x', 'S-1', 'week', 45, '01/09/2026', '31/08/2027'],
      ],
    };
    const plan = planImport([file, { name: 'How to', rows: [['Fill in the other sheets']] }], seeded);
    expect(plan).toMatchObject({ sheets: [{ kind: 'rates', left: ['Our note'] }], aside: ['How to'], counts: { new: 1 } });
  });
});

describe('an extract of the register of schools (GIAS)', () => {
  const gias = (...rows: readonly (readonly Cell[])[]) =>
    sheet(
      'edubasealldata',
      [
        'URN',
        'LA (code)',
        'EstablishmentName',
        'TypeOfEstablishment (name)',
        'EstablishmentStatus (name)',
        'PhaseOfEducation (name)',
        'Postcode',
        'Trusts (name)',
      ],
      ...rows,
    );

  it('brings schools as buyers, with type, phase and outcode read from its words', () => {
    const plan = planImport(
      [gias([113_659, 838, 'Downlands Community School', 'Community school', 'Open', 'Primary', 'DT11 8BG', undefined])],
      noFacts,
    );
    expect(plan.rows[0]?.record).toMatchObject({
      ref: '113659',
      type: 'maintained-school',
      phase: 'primary',
      status: 'active',
      outcode: 'DT11',
      tenantIds: [],
    });
  });

  it('closes a school that has closed, leaves what a commissioner entered, and refuses one that is only proposed', () => {
    const first = carriedOut(
      planImport([gias([113_659, 838, 'Downlands', 'Other', 'Open', 'Primary', 'DT11 8BG', undefined])], noFacts),
      noFacts,
    );
    const buyer = { ...first.records.buyers.get('113659')!, type: 'academy' as const, invoiceAddress: 'Finance office' };
    const edited = { ...first, records: { ...first.records, buyers: new Map([['113659', buyer]]) } };
    const plan = planImport([gias([113_659, 838, 'Downlands', 'Other', 'Closed', 'Primary', 'DT11 8BG', undefined])], edited);
    expect(plan.rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [{ field: 'status', from: 'active', to: 'closed' }],
      record: { type: 'academy', invoiceAddress: 'Finance office' },
    });
    expect(addressed([gias([113_660, 838, 'New School', 'Other', 'Proposed to open', 'Primary', 'DT11 8BG', undefined])])).toEqual([
      'edubasealldata!E2 Enter active or closed.',
    ]);
  });
});

describe('what is in the register already', () => {
  const withRate = (change: Partial<Rate>): RegisterFacts => ({
    ...seeded,
    records: { ...seeded.records, rates: new Map([...seeded.records.rates, ['R-1', { ...seeded.records.rates.get('R-1')!, ...change }]]) },
  });
  const rateFile = (price: Cell) => [rates(['R-1', 'S-1', 'hour', price, '01/09/2026', '31/08/2027'])];

  it('is compared field by field', () => {
    expect(planImport(rateFile(46), seeded).rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [{ heading: 'Price (ex VAT)', from: '£45.00', to: '£46.00' }],
    });
  });

  it('keeps what a person changed when the file brings nothing new', () => {
    expect(planImport(rateFile(45), withRate({ price: 4400 as Rate['price'] })).rows[0]).toMatchObject({
      outcome: 'same',
      record: { price: 4400 },
    });
  });

  it('is a conflict when both changed it, and none when they agree', () => {
    expect(planImport(rateFile(46), withRate({ price: 4400 as Rate['price'] })).rows[0]).toMatchObject({
      outcome: 'conflict',
      changes: [{ from: '£44.00', to: '£46.00' }],
    });
    expect(planImport(rateFile(44), withRate({ price: 4400 as Rate['price'] })).rows[0]?.outcome).toBe('same');
  });

  it('stands once a price was approved or a check decided', () => {
    expect(errorsOf(rateFile(46), withRate({ status: 'approved' }))).toMatchObject([{ address: 'Rates!D2' }]);
    expect(planImport(rateFile(45), withRate({ status: 'approved' })).counts.same).toBe(1);
    const passed = { ...seeded.records['qa-checks'].get('Q-1')!, outcome: 'passed' as const, expiresOn: localDate('2027-06-30') };
    const facts = { ...seeded, records: { ...seeded.records, 'qa-checks': new Map([['Q-1', passed]]) } };
    expect(planImport([checks(['Q-1', 'P-1', 'insurance', undefined, '01/09/2026', '31/08/2027'])], facts).counts.same).toBe(1);
    expect(errorsOf([checks(['Q-1', 'P-1', 'insurance', undefined, '01/09/2026', '31/12/2027'])], facts)).toMatchObject([
      { address: 'QA checks!F2' },
    ]);
  });

  it('keeps the lots of a provider once they were awarded', () => {
    const active = { ...seeded.records.providers.get('P-1')!, status: 'active' as const };
    const facts = { ...seeded, records: { ...seeded.records, providers: new Map([['P-1', active]]) } };
    expect(errorsOf([providers(providerRow('P-1', { Lots: 'L-1; L-2' }))], facts)).toMatchObject([{ address: 'Providers!F2' }]);
    expect(planImport([providers(providerRow('P-1'))], facts).rows[0]).toMatchObject({ outcome: 'same', record: { status: 'active' } });
  });
});
