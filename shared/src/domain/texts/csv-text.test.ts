import fc from 'fast-check';
import { csvText } from './csv-text.ts';

test('a cell is what it says: nothing in it parts cells or lines, or is taken for a formula', () => {
  const text = csvText([
    ['Order', 'Note'],
    ['AP-1', 'said "no", then\nleft'],
    ['=1+1', '@now'],
    [-5, '+44 1632'],
  ]);
  expect(text).toBe('\uFEFFOrder,Note\r\nAP-1,"said ""no"", then\nleft"\r\n\'=1+1,\'@now\r\n-5,\'+44 1632\r\n');
});

test('a sum below nought stays a number', () => {
  expect(csvText([[-12.05, -1e-7]])).toBe('\uFEFF-12.05,-1e-7\r\n');
  expect(csvText([['-12.05', '-12', '-2+3', '=1-5', '-5.']])).toBe("\uFEFF-12.05,-12,'-2+3,'=1-5,'-5.\r\n");
});

test('whatever begins as a formula does, also in full width or after a line end, is text; what was typed is kept behind the apostrophe', () => {
  const beginning = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20');
  const words = fc.string({ unit: fc.constantFrom(...'ab1(),"\'\n\r;|') });
  fc.assert(
    fc.property(beginning, words, (first, rest) => {
      fc.pre(!/^-\d+(\.\d+)?$/.test(first + rest));
      const cell = csvText([[first + rest]]).slice(1, -2);
      const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(bare).toBe(`'${first}${rest}`);
    }),
  );
});
