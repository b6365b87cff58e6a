import { getOwnChecks, recordOwnCheck } from './own-checks.ts';

/** What a school's people call about their own checks. Apart from `api`: it comes with the part that shows them. */
export const ownChecksApi = { getOwnChecks, recordOwnCheck } as const;
