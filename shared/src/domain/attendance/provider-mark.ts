/** What a provider reports of a session. It is no mark of the register: the school makes that (R25). */
export const providerMarks = ['present', 'late', 'absent', 'cancelled'] as const;
export type ProviderMark = (typeof providerMarks)[number];
