import * as z from 'zod';
import { type LocalDate, londonDateAt } from '../domain/days/local-date.ts';
import { formatVolumeBands, parseVolumeBands } from '../domain/money/band-words.ts';
import { type Pence, penceToPounds, poundsToPence } from '../domain/money/money.ts';
import type { VolumeBand } from '../domain/money/volume-bands.ts';
import { type PersonId, type PersonKey, parsePersonKey, personKey } from '../domain/people/person.ts';
import type { Classes } from './data-class.ts';

/** How a word of a choice stands: as it should, waiting for somebody, needing somebody's eye, or stopped. Others are shown plain. */
export type Tone = 'good' | 'waiting' | 'attention' | 'stopped';

/** What a column may be told besides its kind. A unique column must be indexed (the service refuses it otherwise). */
export interface ColumnOptions {
  readonly label: string;
  /** What it holds about people (ASVS V14.1.1). */
  readonly holds: Classes;
  readonly hint?: string;
  readonly required?: boolean;
  readonly indexed?: boolean;
  readonly unique?: boolean;
  /** Of a choice: the colour in which commissioners see each word. The word itself is always there. */
  readonly tones?: Readonly<Partial<Record<string, Tone>>>;
  /** Of a day: what is over once the day has passed, such as 'Expired', which then stands in red behind it. */
  readonly pastWord?: string;
  /** Of a text: the colour in which it stands whenever it says anything. */
  readonly tone?: Tone;
}

/**
 * One column of a SharePoint list: how it is made (`facet`), read (`parse`, from Graph's raw value), and written (`encode`).
 * `annotation` is the `@odata.type` that Graph demands beside the value. `T` is the business type.
 */
export interface Column<T, O extends ColumnOptions = ColumnOptions> {
  readonly kind: string;
  readonly options: O;
  readonly facet: Readonly<Record<string, unknown>>;
  readonly parse: z.ZodType<T>;
  readonly encode: (value: T) => unknown;
  readonly annotation?: string;
  /** Of a column of JSON: what it holds, for the record of the schema. */
  readonly shape?: z.ZodType;
}

/** The business type of a column's value. */
export type ValueOf<C> = C extends Column<infer T> ? T : never;

const column = <T, const O extends ColumnOptions>(
  kind: string,
  options: O,
  facet: Readonly<Record<string, unknown>>,
  parse: z.ZodType<T>,
  encode: (value: T) => unknown,
  annotation?: string,
): Column<T, O> => ({ kind, options, facet, parse, encode, ...(annotation === undefined ? {} : { annotation }) });

const asIs = <T>(value: T): T => value;

/** What every column of text is read by. Readers are made once and shared: a start of the app would else make a thousand more of them. */
const aText = z.string();

/** Longest single-line text that SharePoint takes. */
const lineLength = 255;
/** Refused before the 63,999 characters that a multi-line column holds: room for what the next command adds. */
export const longTextLimit = 60_000;

const aLine = aText.min(1).max(lineLength);

/** Single-line text. */
export const text = <const O extends ColumnOptions>(options: O) =>
  column('text', options, { text: { maxLength: lineLength } }, aLine, asIs);

const aReference = aText.trim().min(1).max(lineLength).toUpperCase();

/**
 * A reference such as P-0042. Read in capitals and without blanks around it, as the service compares it: a row that a person typed as 'p-0042' belongs to P-0042
 * whether it is asked of the list or found in a copy of it.
 */
export const reference = <const O extends ColumnOptions>(options: O) =>
  column('reference', options, { text: { maxLength: lineLength } }, aReference, asIs);

const aLongText = aText.max(longTextLimit);

/** Multi-line plain text; not filterable, not sortable. */
export const longText = <const O extends ColumnOptions>(options: O) =>
  column('longText', options, { text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6 } }, aLongText, asIs);

const oneOf = new Map<readonly string[], z.ZodType<string>>();
/** A reader of one of the words; columns of the same list of words share it. */
const wordOf = <const V extends readonly string[]>(words: V): z.ZodType<V[number]> => {
  const reader = oneOf.get(words) ?? z.enum(words);
  oneOf.set(words, reader);
  return reader;
};

/** One of a closed list of words. */
export const choice = <
  const V extends readonly string[],
  const O extends ColumnOptions & { readonly tones?: Readonly<Partial<Record<V[number], Tone>>> },
>(
  values: V,
  options: O,
) => column('choice', options, { choice: { choices: values, displayAs: 'dropDownMenu', allowTextEntry: false } }, wordOf(values), asIs);

/** Several of a closed list of words. */
export const multiChoice = <const V extends readonly string[], const O extends ColumnOptions>(values: V, options: O) =>
  column(
    'multiChoice',
    options,
    { choice: { choices: values, displayAs: 'checkBoxes', allowTextEntry: false } },
    z.array(wordOf(values)) as z.ZodType<readonly V[number][]>,
    asIs,
    'Collection(Edm.String)',
  );

const keysOfALine = aText.transform((line): readonly string[] =>
  line
    .split(';')
    .map((key) => key.trim())
    .filter(Boolean),
) as unknown as z.ZodType<readonly string[]>;

/** Several keys in one line of text, parted by `; `: the keys are data, so a choice column could not hold them. */
export const keyList = <const O extends ColumnOptions>(options: O) =>
  column('keyList', options, { text: { maxLength: lineLength } }, keysOfALine, (keys) => keys.join('; '));

const aNumber = z.number();

/** A whole or decimal number. */
export const number = <const O extends ColumnOptions>(
  options: O,
  bounds: { minimum?: number; maximum?: number; decimalPlaces?: 'none' | 'one' | 'two' } = {},
) => column('number', options, { number: { decimalPlaces: 'none', ...bounds } }, aNumber, asIs);

const anAmount = aNumber.transform((pounds, context): Pence => {
  const decoded = poundsToPence(pounds);
  if (decoded !== undefined) return decoded;
  context.addIssue({ code: 'custom', message: 'is not a whole number of pence' });
  return z.NEVER;
}) as unknown as z.ZodType<Pence>;

/** Money: a Currency column in pounds, as a commissioner types it; exact pence in the business. */
export const money = <const O extends ColumnOptions>(options: O) =>
  column('money', options, { currency: { locale: 'en-GB' } }, anAmount, penceToPounds);

const bandsOfALine = aText.transform((line, context): readonly VolumeBand[] => {
  const bands = parseVolumeBands(line);
  if (bands !== undefined) return bands;
  context.addIssue({ code: 'custom', message: 'is not a line such as 50: £42.00; 100: £40.00' });
  return z.NEVER;
}) as unknown as z.ZodType<readonly VolumeBand[]>;

/** Volume prices in one line, such as '50: £42.00; 100: £40.00'. */
export const volumeBands = <const O extends ColumnOptions>(options: O) =>
  column('volumeBands', options, { text: { maxLength: lineLength } }, bandsOfALine, formatVolumeBands);

const aDay = aText.transform((stored, context): LocalDate => {
  const date = londonDay(stored);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'is not a date' });
  return z.NEVER;
}) as unknown as z.ZodType<LocalDate>;

/** A day. Written as noon UTC: a date-only column stores local midnight in UTC and would show the day before (sharepoint-graph 1.5). */
export const day = <const O extends ColumnOptions>(options: O) =>
  column('day', options, { dateTime: { format: 'dateOnly', displayAs: 'standard' } }, aDay, (date) => `${date}T12:00:00Z`);

/** The day in London of a stored instant: noon UTC as we write it, or local midnight as a person's browser does. */
const londonDay = (stored: string): LocalDate | undefined => londonDateAt(Date.parse(stored));

const anInstant = z.iso.datetime({ offset: true }) as z.ZodType<string>;

/** An instant, ISO 8601 in UTC. */
export const instant = <const O extends ColumnOptions>(options: O) =>
  column('instant', options, { dateTime: { format: 'dateTime', displayAs: 'standard' } }, anInstant, asIs);

const aBoolean = z.boolean();

/** Yes or no. Boolean columns cannot be indexed. */
export const yesNo = <const O extends ColumnOptions & { indexed?: false }>(options: O) =>
  column('yesNo', options, { boolean: {} }, aBoolean, asIs);

const aPerson = aText.transform((key, context): PersonKey => {
  const id: PersonId | undefined = parsePersonKey(key);
  if (id) return personKey(id);
  context.addIssue({ code: 'custom', message: 'is not tenantId/objectId' });
  return z.NEVER;
}) as unknown as z.ZodType<PersonKey>;

/** A person as `tenantId/objectId` in text: a person column holds a site-local id, and only for people of this tenant. */
export const person = <const O extends ColumnOptions>(options: O) =>
  column('person', options, { text: { maxLength: lineLength } }, aPerson, asIs);

/** Structured data as JSON in multi-line text, for what people need not read. Refuses before the column's limit; never truncates. */
export const json = <T, const O extends ColumnOptions>(shape: z.ZodType<T>, options: O): Column<T, O> => ({
  shape,
  ...column(
    'json',
    options,
    { text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6 } },
    aText.transform((stored, context): T => {
      const parsed = shape.safeParse(parseJson(stored));
      if (parsed.success) return parsed.data;
      context.addIssue({
        code: 'custom',
        message: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
      });
      return z.NEVER;
    }) as unknown as z.ZodType<T>,
    (value) => {
      const stored = JSON.stringify(value);
      if (stored.length > longTextLimit)
        throw new RangeError(`${options.label}: ${stored.length} characters are more than a column may hold`);
      return stored;
    },
  ),
});

/** Structured data as text of a form of its own, for what would take too much room as JSON. Refuses before the column's limit; never truncates. */
export const packed = <T, const O extends ColumnOptions>(
  pack: (value: T) => string,
  unpack: (stored: string) => T | undefined,
  options: O,
) =>
  column(
    'longText',
    options,
    { text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6 } },
    aText.transform((stored, context): T => {
      const value = unpack(stored);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: 'is not written as the app writes it' });
      return z.NEVER;
    }) as unknown as z.ZodType<T>,
    (value) => {
      const stored = pack(value);
      if (stored.length > longTextLimit)
        throw new RangeError(`${options.label}: ${stored.length} characters are more than a column may hold`);
      return stored;
    },
  );

const parseJson = (stored: string): unknown => {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
};
