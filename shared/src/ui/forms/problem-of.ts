import { ApiError } from '../../contract/client.ts';
import type { Problem, ProblemCode } from '../../contract/problem.ts';
import { explainError } from '../states/explain-error.tsx';
import type { FormError } from './form-error.ts';

/** The code of a refusal; undefined for anything else, such as a fault of the page or a sign-in that is needed first. */
export const codeOf = (error: unknown): ProblemCode | undefined => (error instanceof ApiError ? error.problem.code : undefined);

/** Whether the server says that the thing has changed meanwhile: then the present state must be shown. */
export const hasChanged = (error: unknown): boolean => error instanceof ApiError && error.problem.status === 409;

/** Why something failed, in one line: the server's own sentence where it gave one. */
export const sentenceOf = (error: unknown): string => {
  const { why, whatToDo } = explainError(error);
  return error instanceof ApiError ? error.problem.detail : `${why} ${whatToDo}`;
};

/** What is at fault, by JSON pointer ('' when it is no field), each with its sentence. */
export const faultsOf = (error: unknown): readonly { readonly pointer: string; readonly detail: string }[] => {
  const problem: Problem | undefined = error instanceof ApiError ? error.problem : undefined;
  if (problem?.errors && problem.errors.length > 0) return problem.errors;
  return [{ pointer: problem?.pointer ?? '', detail: sentenceOf(error) }];
};

/** The same as errors of a form: each at the field of `answers` that its pointer begins with, or at no field. */
export const formErrorsOf = (error: unknown, answers: object): readonly FormError[] =>
  faultsOf(error).map(({ pointer, detail }) => {
    const field = pointer.replace(/^\/(body\/)?/, '').split('/')[0] ?? '';
    return { field: field in answers ? field : '', message: detail };
  });
