/** A sum that is less than nought: a number, and no formula, though it begins as one. */
const negative = /^-\d+(\.\d+)?$/;

/** A text as a cell. What a spreadsheet would take for a formula, be it typed in full width, is made text by an apostrophe. */
export const cellText = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) && !negative.test(text) ? `'${text}` : text);

const csvCell = (value: string | number): string => {
  const text = typeof value === 'string' ? cellText(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export type CsvRows = readonly (readonly (string | number)[])[];

/** Rows, the headings first, as CSV that Excel opens: with the mark of UTF-8. */
export const csvText = (rows: CsvRows): string => `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
