/** What the audit chain calls what an administrator did for a person's rights over their data. */
export const privacyActions = ['pupil-erased'] as const;
