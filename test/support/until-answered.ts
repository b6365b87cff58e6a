import { ApiError } from '@ap/shared/contract/client';

/** How an act ended: 'done', or the code of its refusal. Busy means that nothing was changed: the same act, with the same key, comes again. */
export const untilAnswered = async (act: () => Promise<unknown>): Promise<string> => {
  for (let tries = 0; tries < 40; tries += 1)
    try {
      await act();
      return 'done';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.problem.status !== 503 && error.problem.status !== 429) return `${error.problem.status} ${error.problem.code}`;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  return 'never answered';
};
