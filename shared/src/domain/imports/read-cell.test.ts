import fc from 'fast-check';
import { addDays, daysBetween, localDate } from '../days/local-date.ts';
import { formatUkDate } from '../days/uk-date.ts';
import type { ImportColumn } from './column.ts';
import { readCell } from './read-cell.ts';
import { readDay } from './read-day.ts';
import { readPrice } from './read-price.ts';
import type { Cell } from './sheet.ts';

const column = (kind: ImportColumn['kind'], more: Partial<ImportColumn> = {}): ImportColumn => ({
  field: 'x',
  heading: 'X',
  kind,
  example: 'a value',
  ...more,
});
const readAs = (cell: Cell, kind: ImportColumn['kind']) => {
  const read = readCell(cell, column(kind));
  return read.ok ? read.value : read.sentence;
};

test('a day is the same however a person or a spreadsheet writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
      const date = addDays(localDate('2000-01-01'), days);
      const serial = 36_526 + daysBetween(localDate('2000-01-01'), date);
      const forms: readonly Exclude<Cell, undefined>[] = [
        date,
        formatUkDate(date),
        formatUkDate(date).replaceAll('/', '.'),
        { day: date },
        serial,
        String(serial),
        serial + 0.5,
      ];
      expect(new Set(forms.map(readDay))).toEqual(new Set([date]));
    }),
  );
});

test.each<[string, string | undefined]>([
  ['1 September 2026', '2026-09-01'],
  ['1st Sep 2026', '2026-09-01'],
  ['1-Sep-2026', '2026-09-01'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2026', undefined],
  ['09/13/2026', undefined],
  ['1/9/26', undefined],
  ['01/09.2026', undefined],
  ['next week', undefined],
  ['12', undefined],
])('%s is the day %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each<[Exclude<Cell, undefined>, number | RegExp]>([
  [45, 4500],
  [0.1 + 0.2, 30],
  ['£ 1,200.50', 120_050],
  ['1,200', 120_000],
  ['45.005', /at most two figures/],
  ['1,20', /with a point/],
  ['45,00', /with a point/],
  ['45 pounds', /with a point/],
  [true, /with a point/],
  [-1, /above 0/],
  [0, /above 0/],
  [100_001, /decimal point/],
])('%s, read as a price, is %s', (cell, expected) => {
  const read = readPrice(cell);
  if (typeof expected === 'number') expect(read).toEqual({ ok: true, price: expected });
  else expect(read).toMatchObject({ ok: false, sentence: expect.stringMatching(expected) as string });
});

test('words are taken as people write them, and numbers that Excel made of them are text again', () => {
  expect(readAs(' p-0042 ', { is: 'reference' })).toBe('P-0042');
  expect(readAs(10_012_345, { is: 'text', most: 8 })).toBe('10012345');
  expect(readAs('Standard Rated', { is: 'choice', of: ['standard-rated', 'exempt'] })).toBe('standard-rated');
  expect(readAs('KS4, ks3', { is: 'choices', of: ['KS3', 'KS4'] })).toEqual(['KS3', 'KS4']);
  expect(readAs('l-1; L-2; l-1', { is: 'keys' })).toEqual(['L-1', 'L-2']);
  expect([true, 'Y', 'no', 0].map((cell) => readAs(cell, { is: 'yes-no' }))).toEqual([true, true, false, false]);
  expect(readAs('dt11xj', { is: 'postcode' })).toBe('DT1 1XJ');
  expect(readAs('12.5', { is: 'whole', from: 1, to: 40 })).toBe('Enter a whole number from 1 to 40.');
  expect(readAs('DT1', { is: 'postcode' })).toBe('Enter a full UK postcode, such as DT1 1XJ.');
});

test('an empty cell is empty, or asked for', () => {
  expect(readCell(undefined, column({ is: 'day' }))).toEqual({ ok: true, value: null });
  expect(readCell(undefined, column({ is: 'day' }, { required: true }))).toEqual({ ok: false, sentence: 'Enter a value.' });
});

test('R40: free text is screened, but for what its column is for', () => {
  const text = column({ is: 'text', most: 500 }, { screened: ['phone'] });
  expect(readCell('Ring 01305 251000.', text)).toMatchObject({ ok: true });
  expect(readCell('He was born on 3 April 2012.', text)).toMatchObject({ ok: false, secret: true });
});
