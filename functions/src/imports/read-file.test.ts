import { cellAddress, columnLetters, mostRows, shownCell } from '@ap/shared/domain/imports/sheet';
import { strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/universal';
import { FileRefusal } from './file-refusal.ts';
import { readFile } from './read-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = async (file: Uint8Array) => (await readFile(file, 'Rates'))[0]?.rows;

const workbook = async (sheets: readonly { sheet: string; data: readonly (readonly unknown[])[] }[]): Promise<Uint8Array> =>
  new Uint8Array(await (await writeXlsx(sheets as Parameters<typeof writeXlsx>[0]).toBlob()).arrayBuffer());

/** A workbook whose one sheet has this XML inside. */
const withSheetXml = async (change: (xml: string) => string): Promise<Uint8Array> => {
  const parts = unzipSync(await workbook([{ sheet: 'Rates', data: [['Rate']] }]));
  const path = Object.keys(parts).find((name) => /worksheets\/.*\.xml$/.test(name)) ?? '';
  return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(parts[path]))) });
};

describe('a CSV file', () => {
  it('keeps its rows and columns in their places, empty ones too', async () => {
    expect(await rowsOf(bytes('Rate,Price\r\n\r\nR-1,"1,200.50"\r\n'))).toEqual([['Rate', 'Price'], [undefined], ['R-1', '1,200.50']]);
  });

  it('may have the mark of UTF-8, semicolons, and the line by which Excel is told of them', async () => {
    expect(await rowsOf(bytes('\uFEFFRate;Price\nR-1;12,50'))).toEqual([
      ['Rate', 'Price'],
      ['R-1', '12,50'],
    ]);
    expect(await rowsOf(bytes('sep=;\r\nRate;Price\r\n'))).toEqual([['Rate', 'Price']]);
  });

  it('may be of Windows-1252, as Excel saves it, or of UTF-16', async () => {
    expect(await rowsOf(Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x2c, 0xa3, 0x35]))).toEqual([['Café', '£5']]);
    expect(await rowsOf(new Uint8Array(Buffer.from('\uFEFFCafé\t£5', 'utf16le')))).toEqual([['Café', '£5']]);
  });

  it('may have line breaks and quotation marks inside a cell', async () => {
    expect(await rowsOf(bytes('a,"one\ntwo ""three"""\nb,c'))).toEqual([
      ['a', 'one\ntwo "three"'],
      ['b', 'c'],
    ]);
  });

  it.each([
    ['an open quotation mark', bytes('a,"b\nc,d'), /quotation mark/],
    ['bytes that are no text', bytes('MZ\0\0'), /not a CSV file/],
    ['nothing', new Uint8Array(), /empty/],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1).fill(65), /10 MB/],
    ['more rows than are taken', bytes('a\n'.repeat(mostRows + 2)), /20,000 rows/],
    ['more columns than are taken', bytes(','.repeat(300)), /256 columns/],
  ])('with %s is refused in a sentence', async (_, file, sentence) => {
    await expect(readFile(file, 'Rates')).rejects.toThrow(sentence);
    await expect(readFile(file, 'Rates')).rejects.toBeInstanceOf(FileRefusal);
  });
});

describe('an Excel workbook', () => {
  it('keeps every sheet, and each cell in its place with its kind', async () => {
    const file = await workbook([
      {
        sheet: 'Rates',
        data: [
          [null],
          ['Rate', 'From'],
          [null, null],
          ['R-1', { value: new Date(Date.UTC(2026, 8, 1)), type: Date, format: 'dd/mm/yyyy' }, 12.5, true],
        ],
      },
      { sheet: 'Notes', data: [['  kept as typed ']] },
    ]);
    const sheets = await readFile(file, 'ignored');
    expect(sheets.map(({ name }) => name)).toEqual(['Rates', 'Notes']);
    expect(sheets[0]?.rows[3]).toEqual(['R-1', { day: '2026-09-01' }, 12.5, true]);
    expect(sheets[0]?.rows[2]).toEqual([undefined, undefined, undefined, undefined]);
    expect(sheets[1]?.rows).toEqual([['  kept as typed ']]);
  });

  it('gives the value of a formula, never the formula', async () => {
    const file = await withSheetXml(
      () =>
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>HYPERLINK("https://example.org")</f><v>42</v></c></row></sheetData></worksheet>',
    );
    expect((await readFile(file, ''))[0]?.rows).toEqual([[42]]);
  });

  it.each([
    ['a cell in the last row of Excel', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', /20,000 rows/],
    ['a cell in the last column of Excel', '<row r="1"><c r="XFD1"><v>1</v></c></row>', /256 columns/],
  ])('with %s is refused before the gap is filled', async (_, row, sentence) => {
    const file = await withSheetXml(
      () => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row}</sheetData></worksheet>`,
    );
    await expect(readFile(file, '')).rejects.toThrow(sentence);
  });

  it('that declares entities is refused', async () => {
    const file = await withSheetXml((xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'));
    await expect(readFile(file, '')).rejects.toThrow(/declarations/);
  });

  it('that unpacks to more than 100 MB is refused', async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024);
    const bomb = zipSync({ 'xl/a.xml': zeros, 'xl/b.xml': zeros }, { level: 1 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readFile(bomb, '')).rejects.toThrow(/too large/);
  });

  it('that lies about its size is refused', async () => {
    const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(5 * 1024 * 1024) }, { level: 1 });
    // The size that is believed stands 24 bytes into the central directory's entry: it now says one byte.
    const entry = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(zip.buffer, zip.byteOffset).setUint32(entry + 24, 1, true);
    await expect(readFile(zip, '')).rejects.toThrow(/not an Excel workbook|damaged/);
  });

  it.each([
    ['is of an old kind or has a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), /password/],
    ['is cut off', Uint8Array.from([0x50, 0x4b, 3, 4, 9]), /not an Excel workbook/],
    ['is another kind of zip', zipSync({ 'a.xml': strToU8('<a/>') }), /not an Excel workbook|damaged/],
  ])('that %s is refused in a sentence', async (_, file, sentence) => {
    await expect(readFile(file, '')).rejects.toThrow(sentence);
  });
});

describe('the address of a cell', () => {
  it('is what Excel calls it', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    expect(cellAddress('Rates', 17, 4)).toBe('Rates!E17');
  });

  it('comes with the value on one line, cut to 40 characters', () => {
    expect(shownCell('a\n b ')).toBe('a b');
    expect([...shownCell('é'.repeat(50))]).toHaveLength(40);
    expect(shownCell({ day: '2026-09-01' })).toBe('2026-09-01');
  });
});
