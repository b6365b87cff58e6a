import type { JudgedQuestion, OwnSheetReply } from '../../../contract/evaluation.ts';
import { screenFreeText } from '../../../domain/pupils/screen-free-text.ts';
import type { FormError } from '../../forms/form-error.ts';

export type Marks = OwnSheetReply['marks'];

/** A mark as it is being entered: '' is none yet; a score is '0' to '5', else 'pass' or 'fail'. */
export interface Entered {
  readonly mark: string;
  readonly comment: string;
}
export type EnteredMarks = Readonly<Record<string, Entered>>;

export const enteredOf = (marks: Marks): EnteredMarks =>
  Object.fromEntries(
    Object.entries(marks).map(([key, mark]) => [
      key,
      { mark: mark.kind === 'scored' ? `${mark.score}` : mark.pass ? 'pass' : 'fail', comment: mark.comment },
    ]),
  );

const none: Entered = { mark: '', comment: '' };
export const enteredFor = (entered: EnteredMarks, key: string): Entered => entered[key] ?? none;

const toMark = ({ weight }: JudgedQuestion, { mark, comment }: Entered): Marks[string] =>
  weight === undefined
    ? { kind: 'pass-or-fail', pass: mark === 'pass', comment: comment.trim() }
    : { kind: 'scored', score: Number(mark), comment: comment.trim() };

/** Marks that are given but not kept yet. */
export const changedMarks = (questions: readonly JudgedQuestion[], entered: EnteredMarks, kept: Marks): Marks => {
  const before = enteredOf(kept);
  return Object.fromEntries(
    questions.flatMap((question) => {
      const now = enteredFor(entered, question.key);
      const was = enteredFor(before, question.key);
      const same = now.mark === was.mark && now.comment.trim() === was.comment.trim();
      return now.mark === '' || same ? [] : [[question.key, toMark(question, now)]];
    }),
  );
};

export const markName = (key: string): string => `mark-${key}`;
export const commentName = (key: string): string => `comment-${key}`;

/** What is wrong with the marks that are given; with `all`, also what is missing. */
export const markFaults = (questions: readonly JudgedQuestion[], entered: EnteredMarks, all: boolean): readonly FormError[] =>
  questions.flatMap(({ key, text }, position): readonly FormError[] => {
    const { mark, comment } = enteredFor(entered, key);
    const which = `question ${position + 1}`;
    if (mark === '' && comment.trim() === '') return all ? [{ field: markName(key), message: `Choose a mark for ${which}: ${text}` }] : [];
    if (mark === '') return [{ field: markName(key), message: `Choose a mark for ${which}: ${text}` }];
    const screened = screenFreeText(comment);
    if (comment.trim() === '') return [{ field: commentName(key), message: `Enter why, for ${which}` }];
    if (comment.length > 2_000) return [{ field: commentName(key), message: `Enter 2,000 characters or fewer for ${which}` }];
    return screened.ok ? [] : [{ field: commentName(key), message: screened.sentence }];
  });

/** How many questions have a mark and a comment. */
export const doneCount = (questions: readonly JudgedQuestion[], entered: EnteredMarks): number =>
  questions.filter(({ key }) => enteredFor(entered, key).mark !== '' && enteredFor(entered, key).comment.trim() !== '').length;
