/** What the audit chain calls what a commissioner records about a limit. */
export const ledgerActions = ['override-recorded', 'override-ended', 'pupils-elsewhere-recorded'] as const;
export type LedgerAction = (typeof ledgerActions)[number];
