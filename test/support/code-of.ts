import { ApiError } from '@ap/shared/contract/client';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';

/** How a call of a use case or of the API ended: 'done', or the code of its refusal. Any other error is thrown. */
export const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.code;
      if (error instanceof ApiError) return error.problem.code;
      throw error;
    },
  );
