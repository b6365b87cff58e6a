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
  expect(csvText([['-12.05', '-2+3']])).toBe("\uFEFF-12.05,'-2+3\r\n");
});
