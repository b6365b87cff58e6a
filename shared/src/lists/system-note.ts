import { longText } from './column.ts';

/** The column in which the app says, on the row itself, what became of an edit. Every list that people edit has it; it is empty while all is well. */
export const systemNote = longText({
  label: 'Note from the app',
  holds: 'free-text',
  tone: 'attention',
  hint: 'Why a change was put back. Written by the app; it goes when the next change is accepted.',
});
