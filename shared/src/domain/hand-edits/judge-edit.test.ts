import type { EditFacts, EditLaw } from './edit-law.ts';
import { aLaw, aSite, editFacts, found, openSite, shutFault, uncountedFault, without } from './hand-edits.fixture.ts';
import { judgeEdit, refusedByTransition } from './judge-edit.ts';
import type { FoundRow, RowContent } from './row-content.ts';

const edited = (after: FoundRow, told: { law?: Partial<EditLaw>; facts?: Partial<EditFacts>; isByProgram?: boolean } = {}) =>
  judgeEdit(aLaw(told.law), { good: aSite, before: aSite, after, isByProgram: told.isByProgram ?? false }, editFacts(told.facts));
const changed = (change: RowContent, told: Parameters<typeof edited>[1] = {}) => edited(found({ ...aSite, ...change }), told);

test('a row that says what it said is no edit; what changed and may stand is good from now on', () => {
  expect(changed({})).toStrictEqual({ verdict: 'unchanged', good: aSite, faults: [] });
  expect(changed({ Places: 14 })).toStrictEqual({
    verdict: 'accepted',
    good: { ...aSite, Places: 14 },
    faults: [],
    command: undefined,
  });
  expect(changed({ Status: 'open' })).toStrictEqual({
    verdict: 'accepted',
    good: { ...aSite, Status: 'open' },
    faults: [],
    command: openSite,
  });
});

test('an edit is what differs from the version before, not from the good copy', () => {
  const before = { ...aSite, Status: 'shut' };
  const after = found({ ...before, Places: 14 });
  expect(judgeEdit(aLaw(), { good: aSite, before, after }, editFacts())).toStrictEqual({
    verdict: 'accepted',
    good: { ...aSite, Places: 14 },
    faults: [],
    command: undefined,
  });
});

test("what the record's rules refuse is put back, and what stands without it stands, with its command", () => {
  expect(changed({ Status: 'shut', Places: 14 })).toStrictEqual({
    verdict: 'undone',
    good: { ...aSite, Places: 14 },
    faults: [shutFault],
    command: undefined,
  });
  const nobodyCounted = edited(found({ ...without(aSite, 'CountedBy'), Status: 'open' }));
  expect(nobodyCounted).toStrictEqual({
    verdict: 'undone',
    good: { ...aSite, Status: 'open' },
    faults: [uncountedFault],
    command: openSite,
  });
});

test('where the rest cannot stand without what was put back, nothing of the edit stands, and no command follows', () => {
  const bare = without(aSite, 'Places', 'CountedBy');
  const judged = judgeEdit(
    aLaw(),
    { good: bare, before: bare, after: found({ ...bare, Status: 'open', Places: 14, Name: 'Barn' }) },
    editFacts(),
  );
  expect(judged).toStrictEqual({ verdict: 'undone', good: bare, faults: [uncountedFault], command: undefined });
});

test('one fault for each column: unreadable, the app alone, the key, what it belongs to, what is nowhere', () => {
  const facts = { missing: new Set(['Lots/AP-2026-9', 'Providers/P-0007']) };
  const after = found(
    { ...without(aSite, 'Status', 'Places'), Title: 'SITE-2', ProviderRef: 'P-0007', LotKeys: ['ap-2026-9', 'AP-2026-1'], State: '{}' },
    { Status: 'is none of planned, open' },
  );
  expect(edited(after, { facts })).toStrictEqual({
    verdict: 'undone',
    good: without(aSite, 'Places'),
    faults: [
      { column: 'Status', code: 'unreadable', sentence: 'The app cannot read this: it is none of planned, open.' },
      { column: 'State', code: 'app-only-column', sentence: 'This column is written by the app only.' },
      {
        column: 'Title',
        code: 'key-changed',
        sentence: 'Other rows name this one by its key, so the key stays. Add a new row instead.',
      },
      {
        column: 'ProviderRef',
        code: 'belongs-elsewhere',
        sentence: 'Provider says what this row belongs to, and stays. Add a new row instead.',
      },
      { column: 'LotKeys', code: 'unknown-key', sentence: 'There is no AP-2026-9 in the list Lots.' },
    ],
    command: undefined,
  });
});

test('what was nowhere before and was not touched is no fault of this edit', () => {
  expect(changed({ Places: 14 }, { facts: { missing: new Set(['Lots/AP-2026-1']) } }).verdict).toBe('accepted');
});

test('a column of the app that cannot be read any more is only that, and one without a label has its own name', () => {
  expect(edited(found(aSite, { State: 'is no JSON' })).faults).toStrictEqual([
    { column: 'State', code: 'unreadable', sentence: 'The app cannot read this: it is no JSON.' },
  ]);
  expect(changed({ ProviderRef: 'P-0007' }, { law: { labels: {} } }).faults).toMatchObject([
    { sentence: 'ProviderRef says what this row belongs to, and stays. Add a new row instead.' },
  ]);
});

test('a list of the app alone is put back whole, whoever wrote there', () => {
  const appOnly = {
    column: '',
    code: 'app-only-list',
    sentence: 'This list is written by the app only. Make the change in the app.',
  };
  for (const isByProgram of [false, true])
    expect(changed({ Places: 14 }, { law: { handEdited: false }, isByProgram })).toStrictEqual({
      verdict: 'undone',
      good: aSite,
      faults: [appOnly],
    });
  expect(judgeEdit(aLaw({ handEdited: false }), { good: undefined, before: undefined, after: found(aSite) }, editFacts())).toStrictEqual({
    verdict: 'undone',
    good: undefined,
    faults: [appOnly],
  });
});

describe('a command that its transition refused', () => {
  const refused = 'The agreement has not been countersigned.';
  const fault = { column: 'Status', code: 'refused-by-the-rules', sentence: refused };

  test('puts back the columns in which it was typed; the rest of the edit stands', () => {
    const judged = changed({ Status: 'open', Reason: 'Ready', Places: 14, ProviderRef: 'P-0007' });
    expect(refusedByTransition(judged, aSite, ['Status', 'Reason'], refused)).toStrictEqual({
      verdict: 'undone',
      good: { ...aSite, Places: 14 },
      faults: [...judged.faults, fault],
    });
  });

  test('takes out a row that was new', () => {
    const judged = judgeEdit(aLaw(), { good: undefined, before: undefined, after: found({ ...aSite, Status: 'open' }) }, editFacts());
    expect(refusedByTransition(judged, undefined, ['Status'], refused)).toStrictEqual({
      verdict: 'undone',
      good: undefined,
      faults: [fault],
    });
    expect(refusedByTransition({ ...judged, good: undefined }, aSite, ['Status'], refused).good).toBeUndefined();
  });
});

describe('a column that a migration fills', () => {
  const law = aLaw({ handEdited: false, filledColumns: ['State'] });
  const judged = (after: FoundRow, isByProgram: boolean) => judgeEdit(law, { good: aSite, before: aSite, after, isByProgram }, editFacts());

  test('is filled by a program, even where nobody else may write', () => {
    expect(judged(found({ ...aSite, State: '{}' }), true)).toStrictEqual({
      verdict: 'accepted',
      good: { ...aSite, State: '{}' },
      faults: [],
    });
  });

  test('is not filled by a person, and a program writes nothing else beside it or what nobody can read', () => {
    expect(judged(found({ ...aSite, State: '{}' }), false).verdict).toBe('undone');
    expect(judged(found({ ...aSite, State: '{}', Name: 'Other' }), true).verdict).toBe('undone');
    expect(judged(found({ ...aSite, State: '{}' }, { Name: 'is empty' }), true).verdict).toBe('undone');
  });
});
