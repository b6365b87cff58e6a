import { ProblemError } from '../http/problem-reply.ts';

/** A part of a body that its kind of command needs. Throws 'input-not-understood' with the sentence where it is missing. */
export const needed = <T>(value: T | undefined, field: string, detail: string): T => {
  if (value === undefined) throw new ProblemError('input-not-understood', detail, { pointer: `/${field}` });
  return value;
};
