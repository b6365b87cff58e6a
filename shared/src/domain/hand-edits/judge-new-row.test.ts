import type { EditFacts, EditLaw } from './edit-law.ts';
import { aLaw, aSite, editFacts, found, openSite, shutFault, without } from './hand-edits.fixture.ts';
import { judgeEdit } from './judge-edit.ts';
import type { FoundRow } from './row-content.ts';

const entered = (after: FoundRow, told: { law?: Partial<EditLaw>; facts?: Partial<EditFacts>; isByProgram?: boolean } = {}) =>
  judgeEdit(
    aLaw(told.law),
    { good: undefined, before: undefined, after, ...(told.isByProgram === undefined ? {} : { isByProgram: told.isByProgram }) },
    editFacts(told.facts),
  );

test('a new row that keeps every law is good as it is, with what it stands for', () => {
  expect(entered(found(aSite))).toStrictEqual({ verdict: 'accepted', good: aSite, faults: [], command: undefined });
  expect(entered(found({ ...aSite, Status: 'open' }))).toStrictEqual({
    verdict: 'accepted',
    good: { ...aSite, Status: 'open' },
    faults: [],
    command: openSite,
  });
});

test('a new row at fault must not be there: every fault that people can see is told', () => {
  const row = { ...without(aSite, 'Status'), LotKeys: ['AP-2026-9'], State: '{}' };
  const facts = { missing: new Set(['Lots/AP-2026-9']), otherKeys: new Set(['SITE-1']) };
  expect(entered(found(row, { Status: 'is none of planned, open' }), { facts })).toStrictEqual({
    verdict: 'undone',
    good: undefined,
    faults: [
      { column: 'Status', code: 'unreadable', sentence: 'The app cannot read this: it is none of planned, open.' },
      { column: 'LotKeys', code: 'unknown-key', sentence: 'There is no AP-2026-9 in the list Lots.' },
      { column: 'State', code: 'app-only-column', sentence: 'This column is written by the app only.' },
      { column: 'Title', code: 'duplicate-key', sentence: 'SITE-1 is the key of another row. Give this one a key of its own.' },
    ],
  });
  expect(entered(found({ ...aSite, Status: 'shut' }))).toStrictEqual({ verdict: 'undone', good: undefined, faults: [shutFault] });
});

test('a row belongs to what it names when it is entered: only what is nowhere is at fault', () => {
  expect(entered(found(aSite), { facts: { missing: new Set(['Providers/P-0042']) } }).faults).toStrictEqual([
    { column: 'ProviderRef', code: 'unknown-key', sentence: 'There is no P-0042 in the list Providers.' },
  ]);
});

describe('a row that a program enters by itself', () => {
  test('may begin in any state, in any list, with what the app would write; nothing follows from it', () => {
    const row = { ...aSite, Status: 'shut', State: '{}' };
    for (const handEdited of [true, false])
      expect(entered(found(row), { law: { handEdited }, isByProgram: true })).toStrictEqual({
        verdict: 'accepted',
        good: row,
        faults: [],
        command: undefined,
      });
    expect(entered(found({ ...aSite, Status: 'open' }), { isByProgram: true }).command).toBeUndefined();
  });

  test('keeps to the schema, to its keys and to its references all the same', () => {
    const told = { isByProgram: true, facts: { missing: new Set(['Lots/AP-2026-1']), otherKeys: new Set(['SITE-1']) } };
    const { verdict, faults } = entered(found(aSite, { Places: 'is no number' }), told);
    expect([verdict, ...faults.map(({ code }) => code)]).toEqual(['undone', 'unreadable', 'unknown-key', 'duplicate-key']);
  });
});

test('a row without a key is compared by the empty one', () => {
  const row = without(aSite, 'Title');
  expect(entered(found(row), { facts: { otherKeys: new Set(['']) } }).faults).toMatchObject([{ column: 'Title', code: 'duplicate-key' }]);
  expect(entered(found(row), { facts: { otherKeys: new Set(['undefined']) } }).verdict).toBe('accepted');
});
