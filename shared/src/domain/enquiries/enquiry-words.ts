import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';

/** Characters that one text of an enquiry may have: ten answers find room in the record. */
export const longestWords = 2_000;

/** Why a text cannot be kept or sent: it says nothing, is too long, or could name a pupil (R40). */
export const whyNotWords = (text: string, missing: string, field: string): Refusal | undefined =>
  text.trim() === '' ? refused('text-required', missing, field) : whyNotOptionalWords(text, field);

/** The same of a text that may be left out. */
export const whyNotOptionalWords = (text: string | undefined, field: string): Refusal | undefined => {
  if (text === undefined) return undefined;
  if (text.length > longestWords) return refused('text-too-long', 'Enter 2,000 characters or fewer.', field);
  const screened = screenFreeText(text);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, field);
};
