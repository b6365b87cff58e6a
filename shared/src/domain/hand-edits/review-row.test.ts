import { aLaw, aSite, editFacts, found, shutFault, without } from './hand-edits.fixture.ts';
import type { Judgement } from './judge-edit.ts';
import { beginReview, judgeVersion, type RowReview, type RowVersion, settle, takeEdit, takeOwnWrite } from './review-row.ts';
import type { RowContent } from './row-content.ts';

const at = '2026-07-26T23:30:00Z';
const version = (content: RowContent, kind: 'app' | 'program' | 'unknown' = 'unknown'): RowVersion => ({
  version: 7,
  at,
  by: { kind },
  found: found(content),
});
const judgement = (verdict: Judgement['verdict'], good: RowContent | undefined = aSite): Judgement => ({
  verdict,
  good,
  faults: verdict === 'undone' ? [shutFault] : [],
});
const edit = (verdict: Judgement['verdict']) => ({ version: 7, at, by: { kind: 'unknown' }, judgement: judgement(verdict) }) as const;
const reviewed = (told: Partial<RowReview> = {}): RowReview => ({ ...beginReview(aSite), ...told });

test('a review begins with the last good copy, as it was found then; a new row has none', () => {
  expect(beginReview(aSite)).toStrictEqual({ good: aSite, found: aSite, edits: [] });
  expect(beginReview(undefined)).toStrictEqual({ good: undefined, found: undefined, edits: [] });
});

describe('what the app wrote', () => {
  test('makes a new row good', () => {
    expect(takeOwnWrite(beginReview(undefined), version(aSite, 'app'))).toStrictEqual({ good: aSite, found: aSite, edits: [] });
  });

  test('is good in the columns that it changed; an edit beneath it is not, and stays told', () => {
    const astray = { ...aSite, Status: 'shut' };
    const review = reviewed({ found: astray, edits: [edit('undone')] });
    const written = { ...without(astray, 'Places'), CountedBy: 'B. Deputy' };
    expect(takeOwnWrite(review, version(written, 'app'))).toStrictEqual({
      good: { ...without(aSite, 'Places'), CountedBy: 'B. Deputy' },
      found: written,
      edits: [edit('undone')],
    });
  });

  test('does not make good a row that must not be there', () => {
    expect(takeOwnWrite(reviewed({ good: undefined }), version({ ...aSite, Places: 1 }, 'app'))).toStrictEqual({
      good: undefined,
      found: { ...aSite, Places: 1 },
      edits: [],
    });
  });
});

test('an edit is told of, with its version, its instant and who made it; a row that did not change is none', () => {
  const after = { ...aSite, Places: 14 };
  const review = takeEdit(reviewed({ edits: [edit('undone')] }), version(after), judgement('accepted'));
  expect(review).toStrictEqual({ good: aSite, found: after, edits: [edit('undone'), edit('accepted')] });
  expect(takeEdit(review, version(after), judgement('unchanged')).edits).toStrictEqual([edit('undone'), edit('accepted')]);
});

test('a version is judged by who wrote it, from the good copy and the version before', () => {
  const law = aLaw();
  const entered = version({ ...aSite, Status: 'shut' }, 'program');
  expect(judgeVersion(law, beginReview(undefined), entered, editFacts()).verdict).toBe('accepted');
  expect(judgeVersion(law, beginReview(undefined), { ...entered, by: { kind: 'unknown' } }, editFacts()).verdict).toBe('undone');
  const review = reviewed({ found: { ...aSite, Status: 'shut' } });
  expect(judgeVersion(law, review, version({ ...aSite, Status: 'shut', Places: 14 }), editFacts())).toMatchObject({
    verdict: 'accepted',
    good: { Status: 'planned', Places: 14 },
  });
});

describe('how a row is settled', () => {
  const note = 'The change of 27 July 2026 was put back.\nNobody shuts a site by typing.';
  const labelled = aLaw({ labels: { Status: 'State of the site' } });

  test('a row that must not be there is removed', () => {
    expect(settle(aLaw(), reviewed({ good: undefined }), found(aSite), undefined)).toStrictEqual({ kind: 'remove' });
  });

  test('a row that is as it must be is left, with the note that it bears', () => {
    expect(settle(aLaw(), reviewed(), found(aSite), undefined)).toStrictEqual({ kind: 'leave' });
    expect(settle(aLaw(), reviewed(), found(aSite), note)).toStrictEqual({ kind: 'leave' });
  });

  test('what is astray is written as it was, empty where it was empty, each once, with the day in London on which it was changed', () => {
    const present = found({ ...without(aSite, 'CountedBy'), Name: 'Barn' }, { Places: 'is no number', CountedBy: 'is too long' });
    expect(settle(labelled, reviewed({ edits: [edit('undone')] }), present, undefined)).toStrictEqual({
      kind: 'write',
      columns: { CountedBy: 'A. Head', Name: undefined, Places: 12 },
      note: 'The change of 27 July 2026 was put back.\nState of the site: Nobody shuts a site by typing.',
    });
  });

  test('the note goes with an edit that is accepted last, and says why where one was undone last', () => {
    const settled = (...verdicts: readonly Judgement['verdict'][]) =>
      settle(labelled, reviewed({ edits: verdicts.map(edit) }), found(aSite), note);
    expect(settled('undone', 'accepted')).toStrictEqual({ kind: 'write', columns: {}, note: undefined });
    expect(settled('accepted', 'undone')).toMatchObject({ note: expect.stringContaining('State of the site: ') });
  });

  test('a list of the app alone bears no note', () => {
    const law = aLaw({ handEdited: false });
    const present = found({ ...aSite, Places: 1 });
    expect(settle(law, reviewed({ edits: [edit('undone')] }), present, undefined)).toStrictEqual({
      kind: 'write',
      columns: { Places: 12 },
      note: undefined,
    });
  });
});
