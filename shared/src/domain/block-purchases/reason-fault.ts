import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';

const longestReason = 2_000;

/** Why a reason cannot be kept: it is empty, too long, or names a pupil (R40). */
export const reasonFault = (reason: string, what: string): Refusal | undefined => {
  if (reason.trim() === '') return refused('text-required', `Enter ${what}.`, '/reason');
  if (reason.length > longestReason) return refused('text-too-long', `Shorten ${what} to 2,000 characters or fewer.`, '/reason');
  const screened = screenFreeText(reason);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, '/reason');
};
