import { type PersonId, samePerson } from '../../people/person.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** Row 13: fewer do not decide. */
export const leastEvaluators = 2;

/** The sheets that count: those of evaluators without a conflict who were not stood down. */
export const countingSheets = <S extends Pick<ScoreSheet, 'status'>>(sheets: readonly S[]): readonly S[] =>
  sheets.filter(({ status }) => status !== 'conflicted' && status !== 'stood-down');

/** Whether every score that counts is in, from enough evaluators: only then are scores opened. */
export const areScoresIn = (sheets: readonly Pick<ScoreSheet, 'status'>[]): boolean => {
  const counting = countingSheets(sheets);
  return counting.length >= leastEvaluators && counting.every(({ status }) => status === 'submitted');
};

/** A sheet as somebody may see it: sealed, it says who has it and how far they are, and nothing of what they think. */
export type SeenSheet =
  | { readonly sealed: false; readonly sheet: ScoreSheet }
  | { readonly sealed: true; readonly evaluator: string; readonly status: ScoreSheet['status'] };

/** Row 13: the sheets of an application for a lot as `viewer` may see them: their own, and the others' once all are in. */
export const seenBy = (sheets: readonly ScoreSheet[], viewer: PersonId): readonly SeenSheet[] => {
  const isOpen = areScoresIn(sheets);
  return sheets.map((sheet) =>
    isOpen || samePerson(sheet.evaluator, viewer)
      ? { sealed: false, sheet }
      : { sealed: true, evaluator: sheet.evaluator.name, status: sheet.status },
  );
};
