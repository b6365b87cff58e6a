import { keyOf, referencesIn, typedColumns } from './edit-law.ts';
import { aLaw, found } from './hand-edits.fixture.ts';
import { changedColumns, differing } from './row-content.ts';
import { faultLines } from './system-note.ts';

test('a command is typed in these columns, and put back in them', () => {
  expect(typedColumns).toStrictEqual({
    provider: ['Status', 'StatusReason'],
    framework: ['Status'],
    check: ['Outcome'],
    delegation: ['DelegateTo', 'DelegateName', 'DelegateEmail', 'DelegateFrom', 'DelegateUntil'],
  });
});

test('the key of a row is its title; a row without one has the empty key', () => {
  expect([keyOf({ Title: 'SITE-1' }), keyOf({ Title: 7 }), keyOf({})]).toStrictEqual(['SITE-1', '7', '']);
});

test('a column refers to one row or to several, in capitals; an empty one and any other column to none', () => {
  const content = { ProviderRef: 'p-0042', LotKeys: ['ap-2026-1', 'AP-2026-2'], Name: 'Barn' };
  expect(referencesIn(aLaw(), content, ['ProviderRef', 'LotKeys', 'Name', 'Title'])).toStrictEqual([
    { column: 'ProviderRef', list: 'Providers', key: 'P-0042' },
    { column: 'LotKeys', list: 'Lots', key: 'AP-2026-1' },
    { column: 'LotKeys', list: 'Lots', key: 'AP-2026-2' },
  ]);
  expect(referencesIn(aLaw(), content, ['LotKeys'])).toHaveLength(2);
  expect(referencesIn(aLaw(), {}, ['ProviderRef', 'LotKeys'])).toStrictEqual([]);
});

test('several values of a column are the same in any order, one value only as it stands; each change counts once', () => {
  expect(
    differing({ Needs: ['SEMH', 'SLCN'], Ages: [{ from: 7 }, { from: 5 }] }, { Ages: [{ from: 5 }, { from: 7 }], Needs: ['SLCN', 'SEMH'] }),
  ).toEqual([]);
  expect(differing({ Needs: ['SEMH'], Name: 'Barn', Places: 1 }, { Needs: ['SEMH', 'SEMH'], Name: 'Byre', Code: 1 })).toStrictEqual([
    'Needs',
    'Name',
    'Places',
    'Code',
  ]);
  expect(changedColumns({ Name: 'Barn', Places: 1 }, found({ Name: 'Byre' }, { Places: 'is no number' }))).toStrictEqual([
    'Name',
    'Places',
  ]);
});

test('a fault names its column by its label, or by its own name; a fault of the whole row names none', () => {
  const code = 'unreadable';
  const faults = ['Places', 'Code', ''].map((column) => ({ column, code, sentence: 'It is so.' }) as const);
  expect(faultLines({ Places: 'Places a week' }, faults)).toStrictEqual(['Places a week: It is so.', 'Code: It is so.', 'It is so.']);
});
