import type { Framework, FrameworkStatus } from '../../register/framework.ts';
import type { Standstill } from '../award/standstill.ts';
import type { TenderRecord } from '../record.ts';
import type { FrameworkTerms } from './framework-terms.ts';

/** A framework from its plan to its end, with what it states. What a call-off asks of it is `toFrameworkInUse`. */
export interface FrameworkTender extends TenderRecord {
  readonly status: FrameworkStatus;
  readonly terms: FrameworkTerms;
  readonly standstill?: Standstill | undefined;
  readonly cancelledBecause?: string | undefined;
}

/** The framework as the directory and call-offs know it. */
export const toFrameworkInUse = ({ ref, status, terms }: FrameworkTender): Framework => ({
  ref,
  name: terms.name,
  authority: terms.authority,
  status,
  liveFrom: terms.liveFrom,
  expiresOn: terms.expiresOn,
  eligibleBuyerTypes: terms.eligibleBuyerTypes,
  permittedBases: terms.permittedBases,
  maxValue: terms.maxValue,
});
