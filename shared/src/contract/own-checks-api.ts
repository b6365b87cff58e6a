import { getOwnChecks } from './own-checks.ts';
import { recordOwnCheck } from './record-own-check.ts';

/** What a school's people call about their own checks. Servers and tests read this: of the two parts that show them each loads its own operation. */
export const ownChecksApi = { getOwnChecks, recordOwnCheck } as const;
