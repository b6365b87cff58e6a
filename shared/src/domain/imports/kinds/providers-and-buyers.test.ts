import type { QaCheck } from '../../quality/qa-check.ts';
import { carriedOut, checks, noFacts, providerRow, providers, sheet } from '../import.fixture.ts';
import { planImport } from '../plan-import.ts';
import { readImport } from '../read-sheet.ts';
import type { RegisterFacts } from '../record.ts';
import type { Cell, Sheet } from '../sheet.ts';

const plan = (sheets: readonly Sheet[], facts: RegisterFacts = noFacts) => planImport(readImport(sheets), facts);
const errors = (sheets: readonly Sheet[], facts?: RegisterFacts) =>
  plan(sheets, facts).rows.flatMap((row) => row.errors.map(({ heading, sentence }) => `${heading}: ${sentence}`));
const [headings = []] = providers().rows;
const withCells = (cells: Readonly<Record<string, Cell>>, ref = 'P-9') =>
  sheet('Providers', [...headings.map(String), ...Object.keys(cells)], [...providerRow(ref), ...Object.values(cells)]);

describe('a provider', () => {
  test.each<[string, Cell, string | undefined]>([
    ['UKPRN', '10012345', undefined],
    ['UKPRN', '20012345', 'Enter the UKPRN: eight figures that begin with 1.'],
    ['UKPRN', '1001234', 'Enter the UKPRN: eight figures that begin with 1.'],
    ['URN', '13855', undefined],
    ['URN', 113_855, undefined],
    ['URN', '1385', 'Enter the URN: five or six figures.'],
    ['URN', 'x13855', 'Enter the URN: five or six figures.'],
    ['URN', '13855x', 'Enter the URN: five or six figures.'],
    ['Company number', 'SC123456', undefined],
    ['Company number', '1234567', 'Enter the company number: eight letters and figures, zeros in front too.'],
    ['Company number', '12-45678', 'Enter the company number: eight letters and figures, zeros in front too.'],
    ['Website', 'https://www.example.org', undefined],
    ['Website', 'www.example.org', 'Enter the whole address, such as https://www.example.org. It begins with https://.'],
    ['Status', 'prospective', undefined],
    ['Status', undefined, undefined],
    ['Status', 'active', 'A new provider arrives as prospective: nobody becomes active by a file.'],
  ])('with its %s as %s', (heading, cell, sentence) => {
    expect(errors([withCells({ [heading]: cell })])).toEqual(sentence === undefined ? [] : [`${heading}: ${sentence}`]);
  });

  test('arrives as awarded for lots of an award on record, and names those that are not', () => {
    const row = providerRow('P-9', { Lots: 'L-1; L-2' });
    const file = [sheet('Providers', [...headings.map(String), 'Status'], [...row, 'awarded'])];
    const facts = (...lots: readonly string[]) => ({ ...noFacts, awardedLots: new Map([['P-9', lots]]) });
    expect(plan(file, facts('L-1', 'L-2')).rows[0]?.record).toMatchObject({ status: 'awarded' });
    expect(errors(file, facts('L-2'))).toEqual([
      'Status: There is no award on record for L-1. Enter prospective, or leave the cell empty.',
    ]);
    expect(errors(file, facts())).toEqual([
      'Status: There is no award on record for L-1 or L-2. Enter prospective, or leave the cell empty.',
    ]);
  });

  const seeded = carriedOut(plan([providers(providerRow('P-1'), providerRow('P-2'))]), noFacts);
  const withProvider = (told: object): RegisterFacts => ({
    ...seeded,
    records: { ...seeded.records, providers: new Map([['P-1', { ...seeded.records.providers.get('P-1')!, ...told }]]) },
  });

  test('keeps its status: a file is older than a decision, and changes none', () => {
    const active = withProvider({ status: 'active' });
    for (const status of ['active', 'prospective', 'awarded', undefined])
      expect(plan([withCells({ Status: status }, 'P-1')], active).rows[0]).toMatchObject({ outcome: 'same', record: { status: 'active' } });
    expect(errors([withCells({ Status: 'suspended' }, 'P-1')], active)).toEqual([
      'Status: The register says active, and a file cannot change it. Leave the cell empty.',
    ]);
  });

  test('changes its lots by a file only while it is prospective', () => {
    const lots = (told: object, Lots: string) => errors([providers(providerRow('P-1', { Lots }))], withProvider(told));
    expect(lots({ status: 'prospective' }, 'L-2')).toEqual([]);
    expect(lots({ status: 'active', lotKeys: ['L-2', 'L-1'] }, 'L-1; L-2')).toEqual([]);
    const moved = (lotKeys: readonly string[], file: string) => lots({ status: 'active', lotKeys }, file);
    const sentence = (its: string) => [`Lots: Its lots are ${its}: they change by an award, not by a file. Enter these.`];
    expect(moved(['L-1'], 'L-2; L-1')).toEqual(sentence('L-1'));
    expect(moved(['L-1', 'L-2'], 'L-2')).toEqual(sentence('L-1; L-2'));
    expect(moved(['L-1'], 'L-2')).toEqual(sentence('L-1'));
    expect(moved(['L-1', 'L-3'], 'L-1; L-2')).toEqual(sentence('L-1; L-3'));
    expect(lots({ status: 'active' }, 'L-8; L-9')).toEqual(['Lots: There is no lot L-8 or L-9. The lots are L-1, L-2.']);
  });

  test('shares its UKPRN with no other, of the file or of the register', () => {
    const facts = withProvider({ ukprn: '10012345' });
    expect(errors([withCells({ UKPRN: '10012345' })], facts)).toEqual([
      'UKPRN: The UKPRN is that of P-1 too: each belongs to one provider.',
    ]);
    expect(errors([withCells({ UKPRN: '10012346' })], facts)).toEqual([]);
    const four = sheet(
      'Providers',
      [...headings.map(String), 'UKPRN'],
      ...['P-4', 'P-5', 'P-6', 'P-7', 'P-8'].map((ref) => [...providerRow(ref), '10012349']),
    );
    expect(errors([four])[0]).toBe('UKPRN: The UKPRN is that of P-5, P-6 or P-7 too: each belongs to one provider.');
  });
});

describe('a check', () => {
  const seeded = carriedOut(plan([providers(providerRow('P-1'), providerRow('P-2'))]), noFacts);
  const bare = (...cells: readonly Cell[]) => sheet('QA checks', ['Check', 'Provider', 'Standard', 'Checked on'], ['Q-1', 'P-1', ...cells]);
  const record = (file: Sheet) => plan([file], seeded).rows[0]?.record;

  test('arrives as received where it says when, and as scheduled where it does not; the standard says whether it must be', () => {
    expect(record(bare('insurance', '01/09/2026'))).toMatchObject({ outcome: 'received', mandatory: true });
    expect(record(bare('insurance', undefined))).toMatchObject({ outcome: 'scheduled', mandatory: true });
    expect(record(checks(['Q-1', 'P-1', 'insurance', 'scheduled', '01/09/2026', undefined]))).toMatchObject({ outcome: 'scheduled' });
  });

  test('was made today at the latest, and holds for a day at least', () => {
    expect(errors([checks(['Q-1', 'P-1', 'insurance', undefined, '26/11/2026', '26/11/2026'])], seeded)).toEqual([]);
    expect(errors([checks(['Q-1', 'P-1', 'insurance', undefined, '27/11/2026', undefined])], seeded)).toEqual([
      'Checked on: Enter a day that is not in the future.',
    ]);
    expect(errors([checks(['Q-1', 'P-1', 'insurance', undefined, undefined, '01/01/2020'])], seeded)).toEqual([]);
  });

  test.each<[string, readonly Cell[], string]>([
    ['its provider', ['Q-1', 'P-2', 'insurance', undefined, '01/09/2026', '31/08/2027'], 'Provider'],
    ['its standard', ['Q-1', 'P-1', 'policies', undefined, '01/09/2026', '31/08/2027'], 'Standard'],
    ['its day', ['Q-1', 'P-1', 'insurance', undefined, '02/09/2026', '31/08/2027'], 'Checked on'],
    ['its last day', ['Q-1', 'P-1', 'insurance', undefined, '01/09/2026', '30/08/2027'], 'Holds until'],
    ['its outcome', ['Q-1', 'P-1', 'insurance', 'received', '01/09/2026', '31/08/2027'], 'Outcome'],
  ])('that was decided stands: a file does not change %s', (_what, row, heading) => {
    const base = plan([checks(['Q-1', 'P-1', 'insurance', 'scheduled', '01/09/2026', '31/08/2027'])], seeded);
    const known = carriedOut(base, seeded);
    const with_ = (told: Partial<QaCheck>) => ({
      ...known,
      records: { ...known.records, 'qa-checks': new Map([['Q-1', { ...(base.rows[0]?.record as QaCheck), ...told }]]) },
    });
    const decided = 'This check was decided, and a file cannot change it. A renewal is a check of its own, with a new reference.';
    expect(errors([checks(row)], with_({ outcome: 'passed' }))).toContain(`${heading}: ${decided}`);
    expect(errors([checks(row)], with_({ outcome: 'received', actionDueOn: '2026-12-01' as never }))).toEqual(
      heading === 'Outcome' ? [] : expect.arrayContaining([`${heading}: ${decided}`]),
    );
    expect(errors([checks(row)], with_({}))).toEqual(
      heading === 'Provider'
        ? ['Provider: The register has this check at P-1. A check of another provider needs a reference of its own.']
        : [],
    );
  });

  test('for which evidence was asked waits on where the file leaves its outcome out, and becomes no other by a file', () => {
    const known = carriedOut(plan([checks(['Q-1', 'P-1', 'insurance', 'scheduled', undefined, undefined])], seeded), seeded);
    const asked = { ...(known.records['qa-checks'].get('Q-1') as QaCheck), outcome: 'evidence-requested' as const };
    const facts = { ...known, records: { ...known.records, 'qa-checks': new Map([['Q-1', asked]]) } };
    const file = (outcome: Cell) => [checks(['Q-1', 'P-1', 'insurance', outcome, '01/09/2026', undefined])];
    expect(plan(file(undefined), facts).rows[0]).toMatchObject({ errors: [], record: { outcome: 'evidence-requested' } });
    expect(plan(file('received'), facts).rows[0]).toMatchObject({ errors: [], record: { outcome: 'received' } });
    expect(errors(file('passed'), facts)).toEqual([
      'Outcome: Enter scheduled or received: a commissioner then decides on it. Nothing is passed by a file.',
    ]);
  });
});

describe('a school of the register of schools (GIAS)', () => {
  const columns = [
    'URN',
    'EstablishmentName',
    'TypeOfEstablishment (name)',
    'EstablishmentStatus (name)',
    'PhaseOfEducation (name)',
    'Postcode',
    'Trusts (name)',
  ];
  const school = (told: Partial<Record<string, Cell>> = {}, shown = columns) => {
    const usual: Record<string, Cell> = {
      URN: 113_659,
      EstablishmentName: 'Downlands',
      'TypeOfEstablishment (name)': 'Community school',
      'EstablishmentStatus (name)': 'Open',
      'PhaseOfEducation (name)': 'Primary',
      Postcode: 'DT11 8BG',
      'Trusts (name)': 'A trust',
    };
    return sheet(
      'Buyers',
      shown,
      shown.map((heading) => (heading in told ? told[heading] : usual[heading])),
    );
  };
  const record = (told?: Partial<Record<string, Cell>>, shown?: readonly string[]) =>
    plan([school(told, shown && [...shown])]).rows[0]?.record;

  test('arrives as a buyer whose people cannot sign in yet', () => {
    expect(record()).toStrictEqual({
      ref: '113659',
      name: 'Downlands',
      type: 'maintained-school',
      phase: 'primary',
      status: 'active',
      outcode: 'DT11',
      parentTrust: 'A trust',
      tenantIds: [],
      termDates: [],
    });
    expect(record({}, ['URN', 'EstablishmentName'])).toStrictEqual({
      ref: '113659',
      name: 'Downlands',
      type: 'not-known',
      phase: 'not-known',
      status: 'active',
      tenantIds: [],
      termDates: [],
    });
  });

  test.each<[string, string]>([
    ['Open', 'active'],
    ['open, but proposed to close', 'active'],
    ['Closed', 'closed'],
    [' closed ', 'closed'],
  ])('that is "%s" is %s', (word, status) => expect(record({ 'EstablishmentStatus (name)': word })).toMatchObject({ status }));

  test.each(['Proposed to open', 'Opening', 'Re-open', 'Not closed'])('that is "%s" is refused', (word) => {
    expect(errors([school({ 'EstablishmentStatus (name)': word })])).toEqual(['EstablishmentStatus (name): Enter active or closed.']);
  });

  test('of which no status is said is active, and keeps what the register says', () => {
    expect(record({ 'EstablishmentStatus (name)': undefined })).toMatchObject({ status: 'active' });
    const known = carriedOut(plan([school()]), noFacts);
    const closed = { ...known.records.buyers.get('113659')!, status: 'closed' as const };
    const facts = { ...known, records: { ...known.records, buyers: new Map([['113659', closed]]) } };
    expect(plan([school({ 'EstablishmentStatus (name)': undefined })], facts).rows[0]?.record).toMatchObject({ status: 'closed' });
  });

  test('of which no phase is said keeps the one that the register says', () => {
    const known = carriedOut(plan([school()]), noFacts);
    const { rows } = plan(
      [
        school(
          {},
          columns.filter((heading) => heading !== 'PhaseOfEducation (name)'),
        ),
      ],
      known,
    );
    expect(rows[0]).toMatchObject({ outcome: 'same', record: { phase: 'primary' } });
  });

  test('that is special has that phase, whatever is said or left out', () => {
    expect(record({ 'TypeOfEstablishment (name)': 'Community special school' })).toMatchObject({
      type: 'special-school',
      phase: 'special',
    });
    expect(
      record({ 'TypeOfEstablishment (name)': 'Community special school' }, ['URN', 'EstablishmentName', 'TypeOfEstablishment (name)']),
    ).toMatchObject({ phase: 'special' });
    expect(record({ Postcode: undefined })).not.toHaveProperty('outcode', 'DT11');
  });

  test('has a reference of five or six figures', () => {
    for (const URN of [1_136, '1136590', 'x13659', '11365x']) expect(errors([school({ URN })])).toHaveLength(1);
    expect(errors([school({ URN: 11_365 })])).toEqual([]);
  });
});
