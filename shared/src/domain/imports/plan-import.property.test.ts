import fc from 'fast-check';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { carriedOut, noFacts, providerRow, providers, rates, serviceRow, services } from './import.fixture.ts';
import { type ImportPlan, planImport as planRead } from './plan-import.ts';
import { readImport } from './read-sheet.ts';
import type { RegisterFacts } from './record.ts';
import type { ReadImport } from './row.ts';
import type { Cell, Sheet } from './sheet.ts';

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(undefined),
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    'P-1',
    'P-2',
    'S-1',
    'L-1',
    '01/09/2026',
    '2026-09-01',
    '£45.00',
    '45,00',
    'hour',
    'Yes',
    'KS3; KS4',
    'active',
    '=1+1',
    '10012345',
  ),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom<Cell>({ day: '2026-09-01' }, { day: '2026-02-31' }),
);
const ref = (letter: string) => fc.integer({ min: 1, max: 6 }).map((number) => `${letter}-${number}`);
const price = fc.integer({ min: 1, max: 99_999 }).map((pence) => pence / 100);
const day = fc.integer({ min: 0, max: 700 }).map((days): Cell => 46_000 + days);

/** Files of three sheets: mostly right rows, with strange cells thrown among them. */
const files: fc.Arbitrary<readonly Sheet[]> = fc
  .record({
    providers: fc.array(
      ref('P').map((each) => providerRow(each)),
      { maxLength: 6 },
    ),
    services: fc.array(
      fc.tuple(ref('S'), ref('P')).map(([each, of]) => serviceRow(each, of)),
      { maxLength: 6 },
    ),
    rates: fc.array(fc.tuple(ref('R'), ref('S'), fc.constantFrom('hour', 'day'), price, day, day), { maxLength: 8 }),
    slips: fc.array(fc.tuple(fc.nat(2), fc.nat(7), fc.nat(11), anyCell), { maxLength: 3 }),
  })
  .map(({ slips, ...rows }) => {
    const sheets = [providers(...rows.providers), services(...rows.services), rates(...rows.rates)];
    return sheets.map((each, at) => ({
      ...each,
      rows: each.rows.map((cells, row) =>
        row === 0 ? cells : cells.map((cell, column) => slips.find(([s, r, c]) => s === at && r === row && c === column)?.[3] ?? cell),
      ),
    }));
  });

const outcomes = (sheets: readonly Sheet[], facts: RegisterFacts) =>
  planImport(sheets, facts).rows.map(({ kind, ref: of, outcome }) => `${kind} ${of} ${outcome}`);

/** Reads and plans, as a check of a file does; by way of JSON, as what was read is kept. */
const planImport = (sheets: readonly Sheet[], facts: RegisterFacts): ImportPlan & ReadImport => {
  const read = JSON.parse(JSON.stringify(readImport(sheets))) as ReadImport;
  return { ...read, ...planRead(read, facts) };
};

describe('for every file', () => {
  it('what was carried out once changes nothing the second time', () => {
    fc.assert(
      fc.property(files, (file) => {
        const after = carriedOut(planImport(file, noFacts), noFacts);
        const again = planImport(file, after);
        expect({ ...again.counts, same: 0, error: 0 }).toEqual({ new: 0, changed: 0, same: 0, conflict: 0, error: 0 });
        expect(carriedOut(again, after)).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it('the rows without errors can be written by themselves: without the others they have none either', () => {
    fc.assert(
      fc.property(files, (file) => {
        const bad = new Set(
          planImport(file, noFacts)
            .rows.filter(({ outcome }) => outcome === 'error')
            .map(({ sheet, row }) => `${sheet} ${row}`),
        );
        const rest = file.map((each) => ({
          ...each,
          rows: each.rows.map((cells, index) => (bad.has(`${each.name} ${index + 1}`) ? [] : cells)),
        }));
        expect(planImport(rest, noFacts).counts.error).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('each error names a cell of its own row, with at most 40 characters of it and a sentence', () => {
    fc.assert(
      fc.property(files, (file) => {
        for (const { sheet, row, errors } of planImport(file, noFacts).rows)
          for (const error of errors) {
            expect(error.address).toMatch(new RegExp(`^${sheet}![A-Z]+${row}$`));
            expect([...error.value].length).toBeLessThanOrEqual(40);
            expect(error.sentence).toMatch(/\.$/);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('nobody is given a standing that a decision gives', () => {
    fc.assert(
      fc.property(files, (file) => {
        for (const { record, outcome } of planImport(file, noFacts).rows)
          if (outcome !== 'error' && record && 'status' in record)
            expect(['prospective', 'offered', 'withdrawn', 'draft']).toContain(record.status);
      }),
      { numRuns: 60 },
    );
  });

  it('the order of its rows means nothing', () => {
    fc.assert(
      fc.property(files, (file) => {
        const reversed = file.map((each) => ({ ...each, rows: [each.rows[0] ?? [], ...each.rows.slice(1).reverse()] }));
        expect(outcomes(reversed, noFacts).sort()).toEqual([...outcomes(file, noFacts)].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('whatever a person changes in a price after the import is never overwritten without being asked', () => {
    fc.assert(
      fc.property(price, price, price, (first, byHand, second) => {
        const file = (amount: number) => [
          providers(providerRow('P-1')),
          services(serviceRow('S-1', 'P-1')),
          rates(['R-1', 'S-1', 'hour', amount, 46_000, 46_100]),
        ];
        const after = carriedOut(planImport(file(first), noFacts), noFacts);
        const pence = Math.round(byHand * 100);
        const edited = {
          ...after,
          records: { ...after.records, rates: new Map([['R-1', { ...after.records.rates.get('R-1')!, price: pence as never }]]) },
        };
        const row = planImport(file(second), edited).rows.find(({ ref: of }) => of === 'R-1');
        if (byHand !== first) expect(row?.outcome).toBe(second === byHand || second === first ? 'same' : 'conflict');
        if (row?.outcome === 'same') expect(row.record).toMatchObject({ price: pence });
      }),
    );
  });
});

describe('for every text', () => {
  it('a value that may identify a pupil is never repeated', () => {
    fc.assert(
      fc.property(fc.constantFrom('Oliver Twist', 'DOB 03/04/2012', 'A123456789012'), fc.string({ maxLength: 20 }), (identity, around) => {
        const [error] =
          planImport([providers(providerRow('P-1', { Summary: `${around} ${identity} joined us` }))], noFacts).rows[0]?.errors ?? [];
        if (!screenFreeText(`${around} ${identity} joined us`.trim(), ['email', 'phone', 'postcode']).ok)
          expect(error).toMatchObject({ value: '' });
      }),
    );
  });

  it('no sheet whatever stops the planning', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string(), rows: fc.array(fc.array(anyCell, { maxLength: 12 }), { maxLength: 6 }) }), {
          maxLength: 3,
        }),
        (file) => {
          expect(planImport(file, noFacts).rows).toBeInstanceOf(Array);
        },
      ),
    );
  });
});
