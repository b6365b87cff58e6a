import type { LocalDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { type MayHold, screenExcusing } from '../../domain/pupils/screen-excusing.ts';
import type { Option } from '../forms/fields/RadioField.tsx';
import type { FormError } from '../forms/form-error.ts';

interface Asked {
  /** Also the last part of the pointer by which the service names it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with an answer, beyond what its kind says; asked with '' where nothing is entered. */
  readonly fault?: (text: string, given: Given) => string | undefined;
}

/** One question of an act. `missing` says what to enter where the answer must be there. */
export type Question = Asked &
  (
    | {
        readonly as: 'line' | 'paragraph' | 'day';
        readonly missing?: string;
        readonly limit?: number;
        readonly first?: string;
        /** What its text may hold that others may not; the service says the same. */
        readonly may?: readonly MayHold[];
      }
    | { readonly as: 'choice'; readonly options: readonly Option<string>[]; readonly missing: string; readonly first?: string }
    | {
        readonly as: 'marks';
        readonly options: readonly Option<string>[];
        readonly first?: readonly string[];
        /** Set where every one must be marked. */
        readonly missing?: string;
      }
  );

export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Answers that were checked. */
export interface Given {
  /** What was entered; '' is none. */
  readonly text: (name: string) => string;
  readonly day: (name: string) => LocalDate;
  readonly marks: (name: string) => readonly string[];
  /** { name: value } where something was entered, {} where not: for what may be left out. */
  readonly maybe: <Name extends string>(name: Name) => { readonly [K in Name]?: string };
}

const usualLimit = 2_000;
export const limitOf = ({ limit = usualLimit }: { readonly limit?: number }): number => limit;

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
};
const marksOf = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return value === undefined || typeof value === 'string' ? [] : value;
};

export const givenOf = (typed: Typed): Given => ({
  text: (name) => textOf(typed, name),
  marks: (name) => marksOf(typed, name),
  day: (name) => {
    const day = parseUkDate(textOf(typed, name));
    if (day === undefined) throw new RangeError(`The answer to '${name}' is no day`);
    return day;
  },
  maybe: <Name extends string>(name: Name) =>
    (textOf(typed, name) === '' ? {} : { [name]: textOf(typed, name) }) as { [K in Name]?: string },
});

const faultOf = (question: Question, typed: Typed): string | undefined => {
  if (question.as === 'marks')
    return question.missing && marksOf(typed, question.name).length < question.options.length ? question.missing : undefined;
  const text = textOf(typed, question.name);
  if (text === '') return question.missing ?? question.fault?.(text, givenOf(typed));
  if (question.as === 'choice') return question.fault?.(text, givenOf(typed));
  if (question.as === 'day')
    return parseUkDate(text) === undefined ? 'Enter a real date, such as 27 3 2027' : question.fault?.(text, givenOf(typed));
  const screened = screenExcusing(text, question.may);
  if (text.length > limitOf(question)) return `Enter ${limitOf(question).toLocaleString('en-GB')} characters or fewer`;
  return screened.ok ? question.fault?.(text, givenOf(typed)) : screened.sentence;
};

/** What is wrong with the answers, question by question. */
export const faultsOfAnswers = (questions: readonly Question[], typed: Typed): readonly FormError[] =>
  questions.flatMap((question) => {
    const message = faultOf(question, typed);
    return message === undefined ? [] : [{ field: question.name, message }];
  });
