import { ApiError } from '@ap/shared/contract/client';

/** How an act ended: 'done', or the status and code of its refusal. Nothing is repeated here: whoever must wait is answered later by the product itself. */
export const outcomeOf = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
    return 'done';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return `${error.problem.status} ${error.problem.code}`;
  }
};
