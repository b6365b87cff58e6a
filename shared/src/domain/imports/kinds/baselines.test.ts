import { aBuyer } from '../../call-off/call-off.fixture.ts';
import { aBaseline } from '../../value-for-money/value.fixture.ts';
import { noFacts, sheet } from '../import.fixture.ts';
import { planImport } from '../plan-import.ts';
import { readImport } from '../read-sheet.ts';
import type { RegisterFacts } from '../record.ts';
import type { Cell } from '../sheet.ts';

const facts: RegisterFacts = {
  ...noFacts,
  records: {
    ...noFacts.records,
    buyers: new Map(['113800', 'CD-SEND'].map((ref) => [ref, aBuyer({ ref })])),
  },
};
const headings = ['Baseline', 'Buyer', 'Lot', 'Unit', 'Financial year', 'Units bought', 'Spent (ex VAT)'];
const row = (...cells: readonly Cell[]): readonly Cell[] => cells;
const plan = (known: RegisterFacts, ...rows: readonly (readonly Cell[])[]) =>
  planImport(readImport([sheet('Baselines', headings, ...rows)]), known).rows;
const errors = (known: RegisterFacts, ...rows: readonly (readonly Cell[])[]) =>
  plan(known, ...rows).flatMap((each) => each.errors.map(({ address, sentence }) => `${address} ${sentence}`));
const withBaselines = (...baselines: readonly ReturnType<typeof aBaseline>[]): RegisterFacts => ({
  ...facts,
  records: { ...facts.records, baselines: new Map(baselines.map((each) => [each.ref, each])) },
});

test('row 70: what a school and a department paid before arrives by buyer, lot and unit', () => {
  const rows = plan(
    facts,
    row('BL-1', '113800', 'L-1', 'daily', '2017-18', 120, '12,000.00'),
    row('BL-2', 'CD-SEND', 'L-2', 'hour', '2016-17', '900', 40500.5),
  );
  expect(rows.map(({ outcome, record }) => [outcome, record])).toEqual([
    ['new', { ref: 'BL-1', buyerRef: '113800', lotKey: 'L-1', unit: 'day', year: '2017-18', units: 120, spent: 1_200_000 }],
    ['new', { ref: 'BL-2', buyerRef: 'CD-SEND', lotKey: 'L-2', unit: 'hour', year: '2016-17', units: 900, spent: 4_050_050 }],
  ]);
});

test('what cannot be a baseline is said cell by cell, with what to enter instead', () => {
  expect(
    errors(facts, row('BL-1', '999999', 'L-9', 'month', '2017', 0, 'much'), row('BL-2', '999999', 'L-9', 'day', '2017-18', 1, 1)),
  ).toEqual([
    expect.stringMatching(/^Baselines!D2 /),
    'Baselines!E2 Enter the financial year of the spend, such as 2017-18: two years that follow each other.',
    expect.stringMatching(/^Baselines!F2 /),
    expect.stringMatching(/^Baselines!G2 /),
    'Baselines!B3 There is no buyer 999999 in the register or in this file. Check the reference, or add the buyer.',
    'Baselines!C3 There is no lot L-9. The lots are L-1, L-2.',
  ]);
});

test('one buyer, lot and unit has one baseline, whether the other is in the file or in the register', () => {
  const told = 'Two baselines of one buyer, lot and unit';
  expect(errors(facts, row('BL-1', '113800', 'L-1', 'day', '2017-18', 1, 1), row('BL-2', '113800', 'L-1', 'day', '2016-17', 1, 1))).toEqual(
    [expect.stringContaining(`Baselines!A2 ${told}: BL-2 is another.`), expect.stringContaining(`Baselines!A3 ${told}: BL-1 is another.`)],
  );
  const known = withBaselines(aBaseline({ ref: 'BL-7', lotKey: 'L-1' }));
  expect(errors(known, row('BL-1', '113800', 'L-1', 'day', '2017-18', 1, 1))).toEqual([expect.stringContaining('BL-7 is another.')]);
  expect(errors(known, row('BL-1', '113800', 'L-1', 'hour', '2017-18', 1, 1))).toEqual([]);
});

test('units and spend of a baseline are corrected by its reference; whose it is stays', () => {
  const known = withBaselines(aBaseline({ ref: 'BL-7', lotKey: 'L-1' }));
  const [corrected] = plan(known, row('BL-7', '113800', 'L-1', 'day', '2017-18', 100, 9_999.99));
  expect(corrected).toMatchObject({ outcome: 'changed', record: { units: 100, spent: 999_999 } });
  expect(errors(known, row('BL-7', 'CD-SEND', 'L-1', 'day', '2017-18', 100, 1))).toEqual([
    'Baselines!B2 The register has this baseline with 113800, and it stays. Another needs a reference of its own.',
  ]);
});
