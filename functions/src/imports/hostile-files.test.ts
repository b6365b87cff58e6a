import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/universal';
import { FileRefusal } from './file-refusal.ts';
import { readFile } from './read-file.ts';

// Security V1.5.1, V5.2.1: whatever file is chosen is read, or refused in a sentence for the person who chose it; nothing else comes of it.

const runs = Number(process.env.FUZZ_FILES ?? 60);
const seed = 20261127;

let whole: Uint8Array;
let parts: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  const data = [
    ['Rate', 'Price', 'From'],
    ['R-1', 12.5, { value: new Date('2026-09-01T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }],
  ];
  const file = writeXlsx([{ sheet: 'Rates', data }] as Parameters<typeof writeXlsx>[0]);
  whole = new Uint8Array(await (await file.toBlob()).arrayBuffer());
  parts = unzipSync(whole);
});

const answers = { read: 0, refused: 0 };

/** Reads it, or answers the sentence of its refusal. Anything else that is thrown is a fault. */
const read = async (file: Uint8Array): Promise<string> => {
  try {
    const sheets = await readFile(file, 'Rates');
    answers.read += 1;
    return `${sheets.length} sheets`;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    answers.refused += 1;
    return error.message;
  }
};
const holds = (files: fc.Arbitrary<Uint8Array>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(files, async (file) => {
      const answer = await read(file);
      expect(answer).toMatch(/^\d+ sheets$|^[A-Z].{5,200}\.$/s);
      // Nothing of a file, and nothing of how it was read, is told.
      expect(answer).not.toMatch(/node_modules|\bat \w+ \(|undefined|\[object/);
    }),
    { numRuns: runs, seed },
  );

const spots = fc.array(fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), byte: fc.nat(255) }), {
  minLength: 1,
  maxLength: 8,
});

test('a workbook of which bytes were changed, cut off or doubled is read, or refused in a sentence', async () => {
  await holds(
    fc.record({ spots, cut: fc.double({ min: 0.01, max: 1, noNaN: true }), twice: fc.boolean() }).map(({ spots: changed, cut, twice }) => {
      const copy = whole.slice(0, Math.ceil(whole.length * cut));
      for (const { at, byte } of changed) copy[Math.floor(at * copy.length)] = byte;
      return twice ? Uint8Array.from([...copy, ...copy]) : copy;
    }),
  );
});

test('a workbook of which one part says something else is read, or refused in a sentence', async () => {
  const hostile = [
    '',
    '<',
    '<worksheet/>',
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>999999</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="A1" t="d"><v>not a day</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="-1"><c><v>1e309</v></c></row></sheetData></worksheet>',
    '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>',
    '\u0000\uFFFE',
    `${'<a>'.repeat(2_000)}`,
  ];
  await holds(
    fc
      .record({ which: fc.nat(40), text: fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 200 })) })
      .map(({ which, text }) => {
        const names = Object.keys(parts);
        const name = names[which % names.length] ?? '';
        return zipSync({ ...parts, [name]: strToU8(text) });
      }),
  );
});

test('a workbook that lacks a part, or has another in its place, is read, or refused in a sentence', async () => {
  await holds(
    fc.record({ which: fc.nat(40), other: fc.nat(40) }).map(({ which, other }) => {
      const names = Object.keys(parts);
      const [gone, from] = [names[which % names.length] ?? '', names[other % names.length] ?? ''];
      const rest = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone));
      return zipSync(gone === from ? rest : { ...rest, [gone]: parts[from] ?? new Uint8Array() });
    }),
  );
});

test('bytes that begin like a workbook or a text, and any others, are read, or refused in a sentence', async () => {
  const heads = fc.constantFrom<readonly number[]>(
    [],
    [0x50, 0x4b, 3, 4],
    [0x50, 0x4b, 5, 6],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0xff, 0xfe],
    [0xef, 0xbb, 0xbf],
  );
  await holds(fc.tuple(heads, fc.uint8Array({ maxLength: 2_000 })).map(([head, tail]) => Uint8Array.from([...head, ...tail])));
});

test('text with delimiters, quotes and line ends in any order is read, or refused in a sentence', async () => {
  const texts = fc.string({ unit: fc.constantFrom(...',;\t"\'\r\n=+-@ab1é\u0000\u202e'), maxLength: 300 });
  await holds(texts.map((text) => new TextEncoder().encode(text)));
});

test('of all these files some were read, and some refused', () => {
  expect(Math.min(answers.read, answers.refused)).toBeGreaterThan(runs / 2);
});
