/** Where a check stands. `passed` and `due` hold until the day of expiry; `due` says that the day is near. */
export const qaOutcomes = ['scheduled', 'evidence-requested', 'received', 'passed', 'action-required', 'failed', 'due', 'lapsed'] as const;
export type QaOutcome = (typeof qaOutcomes)[number];

/** Whether a check waits to be decided for the first time: it says nothing about the provider yet. */
export const isUndecided = (outcome: QaOutcome): boolean =>
  outcome === 'scheduled' || outcome === 'evidence-requested' || outcome === 'received';
