import { strFromU8, unzipSync } from 'fflate';
import { bold, workbookOf } from './workbook.ts';

test('a text is a text in a workbook, whatever it begins with: there is no formula in it', async () => {
  const parts = unzipSync(
    await workbookOf([{ sheet: 'One', data: [[bold('Heading')], ['=1+1', '@SUM(A1)', { value: 12.5, format: '£#,##0.00' }]] }]),
  );
  const sheet = Object.entries(parts).find(([name]) => name.includes('worksheets/'))?.[1];
  expect(strFromU8(sheet ?? new Uint8Array())).toContain('12.5');
  expect(Object.values(parts).filter((part) => /<f[ >/]/.test(strFromU8(part)))).toEqual([]);
});
