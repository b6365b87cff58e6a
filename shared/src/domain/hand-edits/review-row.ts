import type { PersonId } from '../people/person.ts';
import type { EditFacts, EditLaw } from './edit-law.ts';
import { type Judgement, judgeEdit } from './judge-edit.ts';
import { differing, type FoundRow, type RowContent, withColumns } from './row-content.ts';
import { systemNote } from './system-note.ts';

/**
 * Who wrote a version of a row: the app itself, a person, another program by itself (an administrator's), or somebody whom nothing names, as of a deletion. `untold`: the
 * service did not say, so that nothing may be judged by it yet.
 */
export type Author =
  | { readonly kind: 'app' }
  | { readonly kind: 'person'; readonly id: PersonId; readonly name: string; readonly email: string | undefined }
  | { readonly kind: 'program' | 'unknown' | 'untold' };

/** One version of a row, as its list keeps them. `at`: ISO instant. */
export interface RowVersion {
  readonly version: number;
  readonly at: string;
  readonly by: Author;
  readonly found: FoundRow;
}

/** An edit with what became of it. Unchanged rows are no edits. */
export interface JudgedEdit {
  readonly version: number;
  readonly at: string;
  readonly by: Author;
  readonly judgement: Judgement;
}

/** A row under review: the last good copy so far, how the version before left it, and what was judged. */
export interface RowReview {
  /** `undefined`: the row must not be there. */
  readonly good: RowContent | undefined;
  readonly found: RowContent | undefined;
  readonly edits: readonly JudgedEdit[];
}

/** Where a review begins: the row as it was when it was last good; `undefined` for a row that is new. */
export const beginReview = (good: RowContent | undefined): RowReview => ({ good, found: good, edits: [] });

/** What the app itself wrote is good, and nothing of what lay beside it. */
export const takeOwnWrite = (review: RowReview, { found: { content } }: RowVersion): RowReview => {
  if (review.found === undefined) return { ...review, good: content, found: content };
  const good = review.good && withColumns(review.good, differing(review.found, content), content);
  return { ...review, good, found: content };
};

/** Judges the next version of a row, which somebody else wrote. `judgement` may be the outcome of what its transition said. */
export const takeEdit = (review: RowReview, { version, at, by, found }: RowVersion, judgement: Judgement): RowReview => ({
  good: judgement.good,
  found: found.content,
  edits: judgement.verdict === 'unchanged' ? review.edits : [...review.edits, { version, at, by, judgement }],
});

export const judgeVersion = (law: EditLaw, review: RowReview, { found, by }: RowVersion, facts: EditFacts): Judgement =>
  judgeEdit(law, { good: review.good, before: review.found, after: found, isByProgram: by.kind === 'program' }, facts);

/** What a row must become. `columns` holds just what is put back: an empty one is `undefined`. */
export type Settlement =
  | { readonly kind: 'leave' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'write'; readonly columns: Readonly<Record<string, unknown>>; readonly note: string | undefined };

/**
 * What is written to a row after its review, columns and note in one write: so there is no moment at which a row was put back and does not say why.
 * `present` is its newest version with the note that it bears.
 */
export const settle = (law: EditLaw, review: RowReview, present: FoundRow, note: string | undefined): Settlement => {
  const { good, edits } = review;
  if (good === undefined) return { kind: 'remove' };
  const astray = [...new Set([...differing(present.content, good), ...present.unreadable.map(({ column }) => column)])];
  const wanted = law.handEdited ? noteAfter(law, edits, note) : undefined;
  if (astray.length === 0 && wanted === note) return { kind: 'leave' };
  return { kind: 'write', columns: Object.fromEntries(astray.map((column) => [column, good[column]])), note: wanted };
};

/** Reasons of edits stand until an edit is accepted. */
const noteAfter = ({ labels }: EditLaw, edits: readonly JudgedEdit[], note: string | undefined): string | undefined => {
  const last = edits.at(-1);
  if (!last) return note;
  return last.judgement.verdict === 'accepted' ? undefined : systemNote(labels, last.judgement.faults, last.at);
};
