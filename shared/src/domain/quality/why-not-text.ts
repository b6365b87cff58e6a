import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';

const longest = 2_000;

/** Why a text may not be kept: missing, too long, or it names a pupil (R40); `undefined` when it may. */
export const whyNotText = (text: string | undefined, field: string, missing: string): Refusal | undefined => {
  if (!text?.trim()) return refused('reason-required', missing, field);
  if (text.length > longest) return refused('text-too-long', `Shorten this text to ${longest} characters or fewer.`, field);
  const screened = screenFreeText(text);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, field);
};
