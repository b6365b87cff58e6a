/** What the audit chain calls each step in the record of a day of attendance. */
export const attendanceActions = [
  'session-reported',
  'session-report-undone',
  'session-unreported',
  'absence-told-ahead',
  'session-confirmed',
  'session-confirmation-undone',
] as const;
export type AttendanceAction = (typeof attendanceActions)[number];

/** What the audit chain calls a sign-in of a provider's contact by a mailed code. */
export const providerSignInActions = ['provider-code-sent', 'provider-signed-in', 'provider-signed-out'] as const;
