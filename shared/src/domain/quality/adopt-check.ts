import { unwritten } from '../call-off/aggregate.ts';
import type { CheckRecord } from './check-record.ts';
import type { QaCheck } from './qa-check.ts';
import { mandatoryStandards } from './standard.ts';

/**
 * A check that was typed or imported, as the record that its first command begins with. Its row says what it says; that it is mandatory follows from
 * the standard, whatever was typed.
 */
export const adoptCheck = (check: QaCheck): CheckRecord => ({
  ...unwritten,
  ...check,
  mandatory: mandatoryStandards.includes(check.standard),
  confirmed: [],
  reminded: [],
});
