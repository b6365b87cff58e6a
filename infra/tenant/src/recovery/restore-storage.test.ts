import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeContent } from '@ap/shared/lists/hand-edits/row-content';
import { lots } from '@ap/shared/lists/lots';
import { inPieces } from '../../../../functions/src/adapters/storage/pieces.ts';
import { expectedOf, goodCopiesOf, receiptsThatHold } from './restore-storage.ts';
import { type StoragePart, storageParts } from './storage-parts.ts';

const receipt = (ref: string, effectId: string, state = 'done') => ({
  partitionKey: ref,
  rowKey: effectId,
  receipt: JSON.stringify({ effectId, state }),
});

test('receipts of versions that a restored record never had are taken away; those that it had, and those of edits, stay', () => {
  const live = [
    receipt('CO-1', 'CO-1-v2-0'),
    receipt('CO-1', 'CO-1-v2-1-to-somebody'),
    receipt('CO-1', 'CO-1-v3-0'),
    receipt('CO-1', 'CO-1-v10-0'),
    receipt('CO-2', 'CO-2-v1-0'),
    receipt('EDIT-Lots-4-9', 'EDIT-Lots-4-9-v1-told'),
  ];
  const copied = [receipt('CO-1', 'CO-1-v1-0'), receipt('CO-1', 'CO-1-v2-0')];
  const kept = receiptsThatHold(live, copied, new Map([['CO-1', 2]]));
  expect(kept.map(({ rowKey }) => rowKey).sort()).toEqual(['CO-1-v1-0', 'CO-1-v2-0', 'CO-1-v2-1-to-somebody', 'EDIT-Lots-4-9-v1-told']);
});

test('what a lost version overtook is owed again; what was overtaken before the copy was taken is not', () => {
  const overtaken = (effectId: string) => receipt('CO-1', effectId, 'superseded');
  const live = [overtaken('CO-1-v1-0'), overtaken('CO-1-v2-0'), receipt('CO-1', 'CO-1-v2-1')];
  const kept = receiptsThatHold(live, [overtaken('CO-1-v1-0')], new Map([['CO-1', 2]]));
  expect(kept.map(({ rowKey }) => rowKey)).toEqual(['CO-1-v1-0', 'CO-1-v2-1']);
});

const fields = { Title: 'AP-2026-1', FrameworkRef: 'AP-2026', Number: 1, Name: 'Therapeutic', Status: 'open' };
const restored = {
  register: [lots],
  rows: new Map([['Lots', [{ id: 4, version: 7, fields }]]]),
  ids: new Map([['Lots', new Map([[4, { id: 104, version: 1 }]])]]),
};
const goodCopy = (content: object, rowKey = '4') => ({
  partitionKey: 'Lots',
  rowKey,
  key: 'AP-2026-1',
  version: 7,
  ...inPieces(writeContent(lots, content as never)),
});

test('a row that says what was judged counts as seen under its new item; an edit that nobody had judged is judged then', () => {
  expect(goodCopiesOf([goodCopy(fields)], restored)).toEqual([{ ...goodCopy(fields, '104'), version: 1 }]);
  expect(goodCopiesOf([goodCopy({ ...fields, Name: 'Vocational' })], restored)[0]).toMatchObject({ rowKey: '104', version: 0 });
  expect(goodCopiesOf([goodCopy(fields, '5')], restored)).toEqual([]);
});

test('effects that are awaited are awaited of the new items', () => {
  const row = { partitionKey: 'AP-2026-1', rowKey: 'AP-2026-1-v1-0', list: 'Lots', itemId: 4, madeAt: '2026-11-27T02:00:00.000Z' };
  expect(expectedOf([row, { ...row, itemId: 5 }], restored.ids)).toEqual([{ ...row, itemId: 104 }]);
});

test('docs/recovery.md says of each part what becomes of it', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/recovery.md'), 'utf8');
  const told = text.split('\n').filter((line) => /^\| (table|queue|container) `/.test(line));
  const line = ({ kind, name, what, copied, afterwards }: StoragePart) =>
    `| ${kind} \`${name}\` | ${what} | ${copied ? 'copied' : 'not copied'} | ${afterwards} |`;
  expect(told.sort()).toEqual(storageParts.map(line).sort());
});
