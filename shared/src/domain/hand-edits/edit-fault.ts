/** Every reason for which an edit in a list is undone. Kebab words that a person can search for. */
export const editFaultCodes = [
  'app-only-list',
  'app-only-column',
  'decided-in-the-app',
  'unreadable',
  'key-changed',
  'duplicate-key',
  'unknown-key',
  'belongs-elsewhere',
  'row-deleted',
  'status-skipped',
  'hold-not-lifted',
  'lot-not-awarded',
  'price-fixed',
  'price-not-approved',
  'bands-not-allowed',
  'check-not-decided',
  'refused-by-the-rules',
] as const;
export type EditFaultCode = (typeof editFaultCodes)[number];

/** Why a column may not say what somebody wrote there. `column` is empty where the row as a whole is meant. */
export interface EditFault {
  readonly column: string;
  readonly code: EditFaultCode;
  /** For the person who wrote it: what is wrong, and what to do instead. */
  readonly sentence: string;
}
