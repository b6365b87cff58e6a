/** Why a provider is held. A concern is a safeguarding pause: nothing is waived while it is open. */
export const holdCauses = ['check-lapsed', 'check-failed', 'concern', 'commissioner'] as const;
export type HoldCause = (typeof holdCauses)[number];
