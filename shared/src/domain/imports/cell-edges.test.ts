import type { ColumnKind, ImportColumn } from './column.ts';
import { describeChanges, mergeRow, sameValue } from './merge-row.ts';
import { readCell } from './read-cell.ts';
import { readDay } from './read-day.ts';
import { readPrice } from './read-price.ts';
import { sameRecord } from './same-record.ts';
import { type Cell, cellAddress, columnLetters, shownCell } from './sheet.ts';

const column = (kind: ColumnKind, more: Partial<ImportColumn> = {}): ImportColumn => ({
  field: 'x',
  heading: 'X',
  kind,
  example: 'a value',
  ...more,
});
const read = (cell: Cell, kind: ColumnKind, more: Partial<ImportColumn> = {}) => {
  const found = readCell(cell, column(kind, more));
  return found.ok ? found.value : found.sentence;
};
const yesNo = { is: 'yes-no' } as const;
const phone = 'Enter a phone number, such as 01305 251000.';
const zero = 'The first 0 is missing: set the column to Text in Excel and enter the number again.';

describe('a cell', () => {
  test.each<[string, ColumnKind, Cell, unknown]>([
    ['a reference', { is: 'reference' }, 'p', 'P'],
    ['a reference of 64 signs', { is: 'reference' }, `P${'-'.repeat(62)}1`, `P${'-'.repeat(62)}1`],
    ['a reference of 65 signs', { is: 'reference' }, `P${'-'.repeat(63)}1`, 'Enter a value: letters, digits and hyphens only.'],
    ['a reference that ends with a hyphen', { is: 'reference' }, 'P-', 'Enter a value: letters, digits and hyphens only.'],
    ['a reference with a blank', { is: 'reference' }, 'P 1', 'Enter a value: letters, digits and hyphens only.'],
    ['a text as long as it may be', { is: 'text', most: 3 }, 'abc', 'abc'],
    ['a text over that', { is: 'text', most: 1_000 }, 'a'.repeat(1_234), 'Enter at most 1,000 characters; this has 1,234.'],
    ['a text that does not fit', { is: 'text', most: 9, fits: (text) => text === 'b', say: 'Enter b.' }, 'a', 'Enter b.'],
    ['a text that does not fit, without a sentence', { is: 'text', most: 9, fits: (text) => text === 'b' }, 'a', 'Enter a value.'],
    ['a text that fits', { is: 'text', most: 9, fits: (text) => text === 'b' }, ' b ', 'b'],
    ['lines of any system', { is: 'text', most: 9 }, 'a\r\nb\rc', 'a\nb\nc'],
    ['a day where words are asked for', { is: 'text', most: 10 }, { day: '2026-09-01' }, '2026-09-01'],
    ['a word of none', { is: 'choice', of: ['one', 'two'] }, 'three', 'Enter one or two.'],
    ['a word that is meant', { is: 'choice', of: ['one'], meant: (word) => (word === 'ein' ? 'one' : undefined) }, 'ein', 'one'],
    ['words in any order, by any sign', { is: 'choices', of: ['KS3', 'KS4', 'KS5'] }, 'ks5|KS3\nks4', ['KS3', 'KS4', 'KS5']],
    ['words and one of none', { is: 'choices', of: ['KS3', 'KS4'] }, 'KS3; KS9', 'Enter one or more of KS3, KS4, parted by semicolons.'],
    ['no words', { is: 'choices', of: ['KS3', 'KS4'] }, ' ; ', 'Enter one or more of KS3, KS4, parted by semicolons.'],
    ['no keys', { is: 'keys' }, ';', 'Enter a value, parted by semicolons.'],
    ['keys of 255 characters', { is: 'keys' }, `${'A'.repeat(126)}; ${'B'.repeat(127)}`, ['A'.repeat(126), 'B'.repeat(127)]],
    ['keys of 256 characters', { is: 'keys' }, `${'A'.repeat(127)}; ${'B'.repeat(127)}`, 'Enter a value, parted by semicolons.'],
    ['the smallest number', { is: 'whole', from: 4, to: 25 }, 4, 4],
    ['the greatest number, as text', { is: 'whole', from: 4, to: 25 }, ' 25 ', 25],
    ['a number below', { is: 'whole', from: 4, to: 25 }, 3, 'Enter a whole number from 4 to 25.'],
    ['a number above', { is: 'whole', from: 4, to: 25 }, '26', 'Enter a whole number from 4 to 25.'],
    ['half a number', { is: 'whole', from: 4, to: 25 }, 4.5, 'Enter a whole number from 4 to 25.'],
    ['a number with words', { is: 'whole', from: 4, to: 25 }, '5 years', 'Enter a whole number from 4 to 25.'],
    ['words with a number', { is: 'whole', from: 4, to: 25 }, 'age 5', 'Enter a whole number from 4 to 25.'],
    ['a number as machines write one', { is: 'whole', from: 4, to: 25 }, '1e1', 'Enter a whole number from 4 to 25.'],
    ['another of these', { is: 'whole', from: 4, to: 25 }, '0x5', 'Enter a whole number from 4 to 25.'],
    ['blanks for a number', { is: 'whole', from: 0, to: 25 }, ' ', 'Enter a whole number from 0 to 25.'],
    ['no day', { is: 'day' }, 'soon', 'Enter a real date as day, month and year in full, such as 01/09/2026.'],
    ['a day', { is: 'day' }, '01/09/2026', '2026-09-01'],
    ['a price', { is: 'price' }, '45', 4_500],
    ['maybe', yesNo, 'maybe', 'Enter Yes or No.'],
    ['a postcode', { is: 'postcode' }, ' dt1  1xj ', 'DT1 1XJ'],
    ['a postcode with a figure too many', { is: 'postcode' }, 'DT1 1XJ1', 'Enter a full UK postcode, such as DT1 1XJ.'],
    ['a postcode of no area', { is: 'postcode' }, 'ZZ1 1XJ', 'Enter a full UK postcode, such as DT1 1XJ.'],
    ['a postcode with letters for its figure', { is: 'postcode' }, 'DT1 XXJ', 'Enter a full UK postcode, such as DT1 1XJ.'],
    ['a phone number', { is: 'phone' }, '01305 251000', '01305 251000'],
    ['a phone number of another country', { is: 'phone' }, '+44 (1305) 251-000', '+44 (1305) 251-000'],
    ['a short phone number', { is: 'phone' }, '01305 251', '01305 251'],
    ['too short a phone number', { is: 'phone' }, '01305251', phone],
    ['a long phone number', { is: 'phone' }, `0${'1'.repeat(19)}`, `0${'1'.repeat(19)}`],
    ['too long a phone number', { is: 'phone' }, `0${'1'.repeat(20)}`, phone],
    ['words before a phone number', { is: 'phone' }, 'ring 01305 251000', phone],
    ['words after a phone number', { is: 'phone' }, '01305 251000 please', phone],
    ['a phone number of which Excel took the zero', { is: 'phone' }, 1_305_251_000, zero],
    ['a shorter one of these', { is: 'phone' }, 130_525_100, zero],
    ['a number that is too short for one', { is: 'phone' }, 13_052_510, phone],
    ['a number that is too long for one', { is: 'phone' }, 13_052_510_001, phone],
  ])('with %s', (_what, kind, cell, expected) => expect(read(cell, kind)).toEqual(expected));

  test('says yes or no in several ways', () => {
    expect(['yes', 'Y', 'TRUE', '1', true, 1].map((cell) => read(cell, yesNo))).toEqual(Array(6).fill(true));
    expect(['no', 'N', 'False', '0', false, 0].map((cell) => read(cell, yesNo))).toEqual(Array(6).fill(false));
  });

  test('R40: is screened only where its column is for free text', () => {
    const born = 'He was born on 3 April 2012.';
    expect(read(born, { is: 'text', most: 99 })).toBe(born);
    expect(readCell(born, column({ is: 'text', most: 99 }, { screened: [] }))).toStrictEqual({
      ok: false,
      sentence: expect.any(String) as string,
      secret: true,
    });
    expect(readCell('Animals.', column({ is: 'text', most: 9 }, { screened: [] }))).toStrictEqual({ ok: true, value: 'Animals.' });
    // What is too long is told as that, and what it says is shown: it was not screened.
    expect(readCell(born, column({ is: 'text', most: 9 }, { screened: [] }))).toStrictEqual({
      ok: false,
      sentence: 'Enter at most 9 characters; this has 28.',
    });
  });
});

describe('a day', () => {
  test.each<[Exclude<Cell, undefined>, string | undefined]>([
    [36_526, '2000-01-01'],
    [36_525, undefined],
    [73_050, '2099-12-31'],
    [73_051, undefined],
    ['36526', '2000-01-01'],
    ['3652', undefined],
    ['036526', undefined],
    ['36526.0', undefined],
    ['365260', undefined],
    [true, undefined],
    [{ day: '2026-02-30' }, undefined],
    ['2026-09-01T00:00:00', '2026-09-01'],
    ['2026-09-01T00:00:00.000Z', '2026-09-01'],
    ['2026-09-01T08:00:00', undefined],
    ['on 2026-09-01', undefined],
    ['2026-09-011', undefined],
    [' 01/09/2026 ', '2026-09-01'],
    ['1/9/2026 00:00', '2026-09-01'],
    ['1/9/2026 00:00:00', '2026-09-01'],
    ['1/9/2026 08:00', undefined],
    ['on 1/9/2026', undefined],
    ['111/9/2026', undefined],
    ['1/9/20266', undefined],
    ['01-09-2026', '2026-09-01'],
    ['2nd March 2026', '2026-03-02'],
    ['3rd may 2026', '2026-05-03'],
    ['4th JUN 2026', '2026-06-04'],
    ['31 Dec 2026', '2026-12-31'],
    ['1 January 2026', '2026-01-01'],
    ['1 Foo 2026', undefined],
    ['1 Se 2026', undefined],
    ['on 1 May 2026', undefined],
    ['1 May 2026 or so', undefined],
    ['111 May 2026', undefined],
  ])('%p is %s', (cell, day) => expect(readDay(cell)).toBe(day));

  test.each(
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, at) => [name, at + 1] as const),
  )('of %s is of month %s', (name, month) => expect(readDay(`5 ${name} 2026`)).toBe(`2026-${String(month).padStart(2, '0')}-05`));
});

test.each<[Exclude<Cell, undefined>, unknown]>([
  [100_000, { ok: true, price: 10_000_000 }],
  [100_000.01, { ok: false, sentence: 'Enter a price of at most 100,000.00: check the decimal point.' }],
  [' £45 ', { ok: true, price: 4_500 }],
  ['1,200,300', { ok: false, sentence: 'Enter a price of at most 100,000.00: check the decimal point.' }],
  ['1200,300', { ok: false, sentence: 'Enter pounds and pence with a point, such as 45.00.' }],
  ['45.', { ok: false, sentence: 'Enter pounds and pence with a point, such as 45.00.' }],
  ['45£', { ok: false, sentence: 'Enter pounds and pence with a point, such as 45.00.' }],
  ['12,000', { ok: true, price: 1_200_000 }],
  ['120,000', { ok: false, sentence: 'Enter a price of at most 100,000.00: check the decimal point.' }],
  ['about 45', { ok: false, sentence: 'Enter pounds and pence with a point, such as 45.00.' }],
  ['-0.50', { ok: false, sentence: 'Enter a price above 0.' }],
  [{ day: '2026-09-01' }, { ok: false, sentence: 'Enter pounds and pence with a point, such as 45.00.' }],
])('%p, read as a price, is its pence or is told what to enter', (cell, expected) => expect(readPrice(cell)).toStrictEqual(expected));

test('a cell has the address that Excel gives it, and is shown on one line, cut to 40 characters', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect(cellAddress('Rates', 17, 4)).toBe('Rates!E17');
  expect([undefined, true, 4.5, { day: '2026-09-01' }, ' two \n lines '].map(shownCell)).toEqual([
    '',
    'true',
    '4.5',
    '2026-09-01',
    'two lines',
  ]);
  expect([shownCell('a'.repeat(40)), shownCell('a'.repeat(41))]).toEqual(['a'.repeat(40), `${'a'.repeat(39)}…`]);
});

describe('what a file says beside the register and the last import', () => {
  test.each<[string, unknown, unknown, unknown, object]>([
    ['says what the register says', 'a', 'a', undefined, { changes: {}, conflicts: [] }],
    ['brings something new', 'b', 'a', undefined, { changes: { x: 'b' }, conflicts: [] }],
    ['says what it said last time, whoever changed it since', 'b', 'a', 'b', { changes: {}, conflicts: [] }],
    ['changes what only it had said', 'c', 'b', 'b', { changes: { x: 'c' }, conflicts: [] }],
    ['changes what a person changed too', 'c', 'a', 'b', { changes: { x: 'c' }, conflicts: ['x'] }],
    ['empties what was there', null, 'a', 'a', { changes: { x: null }, conflicts: [] }],
  ])('%s', (_what, said, present, last, merged) => {
    expect(mergeRow({ x: said as never }, { x: present }, last === undefined ? undefined : { x: last as never })).toStrictEqual(merged);
  });

  test('a field that the last import had no column for is as new', () => {
    expect(mergeRow({ x: 'b' }, { x: 'a' }, { y: 'a' })).toStrictEqual({ changes: { x: 'b' }, conflicts: [] });
  });

  test('lists are sets, and nothing is nothing', () => {
    expect([sameValue(['a', 'b'], ['b', 'a', 'a']), sameValue([], undefined), sameValue(null, []), sameValue(['a'], [])]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([sameValue(null, undefined), sameValue(0, null), sameValue('a', 'a'), sameValue('a', 'b')]).toEqual([true, false, true, false]);
    expect([
      sameRecord({ a: ['x', 'y'] }, { a: ['y', 'x'] }),
      sameRecord({ a: 1 }, { a: 1, b: undefined }),
      sameRecord({ a: 1 }, { a: 2 }),
    ]).toEqual([true, true, false]);
    expect([sameRecord({}, { a: 1 }), sameRecord({ a: [1, 2] }, { a: [2, 1] }), sameRecord({ a: null }, {})]).toEqual([false, false, true]);
    expect([sameRecord({ a: 1, b: 2 }, { a: 1, b: 3 }), sameRecord({ a: ['x'] }, { a: ['y'] }), sameRecord({ a: 1 }, {})]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('a list that the register gives back as none was written as it is', () => {
    expect([sameRecord({ a: [] }, {}), sameRecord({}, { a: [] }), sameRecord({ a: ['x'] }, {})]).toEqual([true, true, false]);
  });

  test('a change is told in the words of the sheet', () => {
    const told = (kind: ColumnKind, from: unknown, to: unknown) =>
      describeChanges({ x: to as never }, { x: from }, [column({ is: 'day' }, { field: 'y' }), column(kind)])[0];
    expect(told({ is: 'price' }, 4_500, 4_650)).toStrictEqual({ field: 'x', heading: 'X', from: '£45.00', to: '£46.50' });
    expect(told({ is: 'day' }, undefined, '2026-09-01')).toMatchObject({ from: '', to: '01/09/2026' });
    expect(told(yesNo, true, false)).toMatchObject({ from: 'Yes', to: 'No' });
    expect(told({ is: 'keys' }, ['L-1', 'L-2'], null)).toMatchObject({ from: 'L-1; L-2', to: '' });
    expect(told({ is: 'whole', from: 1, to: 9 }, 3, 4)).toMatchObject({ from: '3', to: '4' });
    expect(describeChanges({ z: 'b' }, {}, [])).toStrictEqual([{ field: 'z', heading: 'z', from: '', to: 'b' }]);
  });
});
