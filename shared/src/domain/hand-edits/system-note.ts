import { formatDate, toLondonDate } from '../days/local-date.ts';
import type { EditFault } from './edit-fault.ts';

/** Each fault with the column that it is about, in words: 'Status: ...'. */
export const faultLines = (labels: Readonly<Record<string, string>>, faults: readonly EditFault[]): readonly string[] =>
  faults.map(({ column, sentence }) => (column === '' ? sentence : `${labels[column] ?? column}: ${sentence}`));

/** What the row itself says of an edit that was undone. The same edit makes the same text, so that writing it again changes nothing. `at`: ISO instant. */
export const systemNote = (labels: Readonly<Record<string, string>>, faults: readonly EditFault[], at: string): string =>
  [`The change of ${formatDate(toLondonDate(at), 'plain')} was put back.`, ...faultLines(labels, faults)].join('\n');

/** What a row says that was deleted and is there again. */
export const recreatedNote =
  'This row was deleted, and other rows name it: the app has made it again as it was. Set its status instead, or ask how it can end.';
