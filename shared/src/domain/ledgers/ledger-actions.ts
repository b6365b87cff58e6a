/** What the audit chain calls what a commissioner records about a limit, or the clock notes of one. */
export const ledgerActions = ['override-recorded', 'override-ended', 'pupils-elsewhere-recorded', 'value-crossed'] as const;
export type LedgerAction = (typeof ledgerActions)[number];
