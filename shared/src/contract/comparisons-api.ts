import { getComparisonFile, keepChoice, listChoices } from './comparisons.ts';

/** What is done with a comparison. Apart from `api`, so that no other page loads its shapes. */
export const comparisonsApi = { getComparisonFile, listChoices, keepChoice } as const;
