import { parseUkDate } from '../../domain/days/uk-date.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import type { FormError } from '../forms/form-error.ts';

/** Of any text that a command takes, in characters. */
const longest = 2_000;

/** What a form found wrong with one answer; undefined where nothing is. */
export type Fault = FormError | undefined;

/** A day that is missing or is none. `name` as it reads after 'Enter the'. */
export const dayFault = (field: string, typed: string, name: string): Fault => {
  if (typed.trim() === '') return { field, message: `Enter the ${name}` };
  return parseUkDate(typed)
    ? undefined
    : { field, message: `Enter the ${name} as a real date with day, month and year, such as 27 3 2027` };
};

/** The same for a day that may be left out. */
export const maybeDayFault = (field: string, typed: string, name: string): Fault =>
  typed.trim() === '' ? undefined : dayFault(field, typed, name);

/** Free text that is too long or seems to name a pupil; `missing` where it must not be left out. */
export const textFault = (field: string, text: string, missing?: string): Fault => {
  if (text.trim() === '') return missing === undefined ? undefined : { field, message: missing };
  if (text.length > longest) return { field, message: 'The text must be 2,000 characters or fewer' };
  const screened = screenFreeText(text);
  return screened.ok ? undefined : { field, message: screened.sentence };
};

/** A choice that was not made. */
export const choiceFault = (field: string, chosen: string, message: string): Fault => (chosen === '' ? { field, message } : undefined);
