import { toOutcode } from '../pupils/outcode.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { oneOf } from '../texts/one-of.ts';
import { writableText } from '../texts/writable-text.ts';
import { type ColumnKind, headingKey, type ImportColumn, type Value, type Words } from './column.ts';
import { readDay } from './read-day.ts';
import { readPrice } from './read-price.ts';
import type { Cell } from './sheet.ts';

/** `secret`: what was found may identify a pupil, so the value is shown to nobody. */
export type ReadCell =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly sentence: string; readonly secret?: true };

/** Reads one cell as its column says. Says in a plain sentence what to enter where it cannot. */
export const readCell = (cell: Cell, column: ImportColumn): ReadCell => {
  if (cell === undefined) return column.required ? { ok: false, sentence: `Enter ${column.example}.` } : { ok: true, value: null };
  const read = readers[column.kind.is](cell, column.kind as never, column);
  if (!read.ok || column.screened === undefined || typeof read.value !== 'string') return read;
  const screened = screenFreeText(read.value, column.screened);
  return screened.ok ? read : { ok: false, sentence: screened.sentence, secret: true };
};

type Given = Exclude<Cell, undefined>;
type Reader<Is extends ColumnKind['is']> = (cell: Given, kind: Extract<ColumnKind, { is: Is }>, column: ImportColumn) => ReadCell;
const value = (found: Value): ReadCell => ({ ok: true, value: found });
const fault = (sentence: string): ReadCell => ({ ok: false, sentence });

/** What people see in the cell; numbers such as a UKPRN that Excel took for an amount come as their figures. */
const textIn = (cell: Given): string => {
  const text = typeof cell === 'object' ? cell.day : String(cell);
  return writableText(text.normalize('NFC').replace(/\r\n?/g, '\n')).trim();
};

const wordsIn = (cell: Given): readonly string[] =>
  textIn(cell)
    .split(/[;,|\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

const choiceIn = (word: string, kind: Words): string | undefined =>
  kind.of.find((choice) => headingKey(choice) === headingKey(word)) ?? kind.meant?.(word);

const readers: { readonly [Is in ColumnKind['is']]: Reader<Is> } = {
  reference: (cell, _kind, { example }) => {
    const reference = textIn(cell).toUpperCase();
    return /^[A-Z0-9](?:[A-Z0-9-]{0,62}[A-Z0-9])?$/.test(reference)
      ? value(reference)
      : fault(`Enter ${example}: letters, digits and hyphens only.`);
  },
  text: (cell, { most, fits, say }, { example }) => {
    const text = textIn(cell);
    if (text.length > most)
      return fault(`Enter at most ${most.toLocaleString('en-GB')} characters; this has ${text.length.toLocaleString('en-GB')}.`);
    return fits === undefined || fits(text) ? value(text) : fault(say ?? `Enter ${example}.`);
  },
  choice: (cell, kind) => {
    const chosen = choiceIn(textIn(cell), kind);
    return chosen === undefined ? fault(`Enter ${oneOf(kind.of)}.`) : value(chosen);
  },
  choices: (cell, kind) => {
    const chosen = wordsIn(cell).map((word) => choiceIn(word, kind));
    if (chosen.length === 0 || chosen.includes(undefined))
      return fault(`Enter one or more of ${kind.of.join(', ')}, parted by semicolons.`);
    return value(kind.of.filter((choice) => chosen.includes(choice)));
  },
  keys: (cell, _kind, { example }) => {
    const keys = [...new Set(wordsIn(cell).map((word) => word.toUpperCase()))];
    return keys.length > 0 && keys.join('; ').length <= 255 ? value(keys) : fault(`Enter ${example}, parted by semicolons.`);
  },
  whole: (cell, { from, to }) => {
    const text = textIn(cell);
    return /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to
      ? value(Number(text))
      : fault(`Enter a whole number from ${from} to ${to}.`);
  },
  day: (cell) => {
    const day = readDay(cell);
    return day === undefined ? fault('Enter a real date as day, month and year in full, such as 01/09/2026.') : value(day);
  },
  price: (cell) => {
    const read = readPrice(cell);
    return read.ok ? value(read.price) : fault(read.sentence);
  },
  'yes-no': (cell) => {
    const word = textIn(cell).toLowerCase();
    if (['yes', 'y', 'true', '1'].includes(word)) return value(true);
    if (['no', 'n', 'false', '0'].includes(word)) return value(false);
    return fault('Enter Yes or No.');
  },
  postcode: (cell) => {
    const tidy = textIn(cell).toUpperCase().replace(/\s/g, '');
    const spaced = `${tidy.slice(0, -3)} ${tidy.slice(-3)}`;
    return / \d[A-Z]{2}$/.test(spaced) && toOutcode(spaced) !== undefined
      ? value(spaced)
      : fault('Enter a full UK postcode, such as DT1 1XJ.');
  },
  phone: (cell) => {
    const text = textIn(cell);
    if (/^[1-9]\d{8,9}$/.test(text)) return fault('The first 0 is missing: set the column to Text in Excel and enter the number again.');
    return /^(?:\+|0)[\d\s()-]{8,19}$/.test(text) ? value(text) : fault('Enter a phone number, such as 01305 251000.');
  },
};
