import { type Refusal, refused } from '../../refusal.ts';
import { greatestScore, type Question } from '../round/question.ts';
import { textFault } from '../text.ts';

/** What somebody thinks of one answer, and why. */
export type Mark =
  | { readonly kind: 'scored'; readonly score: number; readonly comment: string }
  | { readonly kind: 'pass-or-fail'; readonly pass: boolean; readonly comment: string };

/** Marks by the key of their question. */
export type Marks = Readonly<Record<string, Mark>>;

/** What each score means, the same for every evaluator and applicant. */
export const scoreMeanings: readonly string[] = [
  'Nothing that answers the question',
  'Poor: major concerns',
  'Weak: some concerns',
  'Acceptable: minor concerns',
  'Good: no concerns',
  'Excellent: more than was asked',
];

/** Whether two marks say the same of an answer, whatever the comments. */
export const sameMark = (a: Mark, b: Mark): boolean =>
  a.kind === 'scored' ? b.kind === 'scored' && a.score === b.score : b.kind === 'pass-or-fail' && a.pass === b.pass;

/** Why a mark cannot stand. A comment is required wherever `needsComment` says so. */
export const markFault = (question: Question, mark: Mark, needsComment = true): Refusal | undefined => {
  const field = `/marks/${question.key}`;
  if (mark.kind !== question.marking.kind)
    return refused('score-not-valid', question.marking.kind === 'scored' ? 'Score this answer.' : 'Say whether this answer passes.', field);
  if (mark.kind === 'scored' && !(Number.isInteger(mark.score) && mark.score >= 0 && mark.score <= greatestScore))
    return refused('score-not-valid', `Enter a whole score from 0 to ${greatestScore}.`, field);
  return needsComment || mark.comment !== '' ? textFault(mark.comment, 'a comment that gives your reason', `${field}/comment`) : undefined;
};

/** The first fault among marks, or a mark for a question that is not judged. */
export const marksFault = (judged: readonly Question[], marks: Marks): Refusal | undefined => {
  for (const [key, mark] of Object.entries(marks)) {
    const question = judged.find((each) => each.key === key);
    const fault = question ? markFault(question, mark) : refused('score-not-valid', 'This question is not marked here.', `/marks/${key}`);
    if (fault) return fault;
  }
  return undefined;
};

/** A question that has no mark yet. */
export const unmarked = (judged: readonly Question[], marks: Marks): Refusal | undefined => {
  const question = judged.find(({ key }) => !marks[key]);
  return question && refused('scores-not-in', `Mark the answer to: ${question.text}`, `/marks/${question.key}`);
};
