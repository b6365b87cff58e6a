import type { FrameworkStatus } from '../../../domain/register/framework.ts';
import type { FrameworkKind, LegalRegime, PriceRule } from '../../../domain/tenders/framework/framework-terms.ts';

export const frameworkStatusWords: Readonly<Record<FrameworkStatus, string>> = {
  coming: 'Being planned',
  open: 'Open for applications',
  pending: 'Waiting for its awards',
  standstill: 'In standstill',
  live: 'Live',
  expired: 'Expired',
  cancelled: 'Cancelled',
};

export const regimeWords: Readonly<Record<LegalRegime, string>> = {
  'pcr-2015': 'Public Contracts Regulations 2015',
  'pa-2023-light-touch': 'Procurement Act 2023, light touch',
  'pa-2023': 'Procurement Act 2023, not light touch',
  'below-threshold': 'Below the threshold',
};

export const kindWords: Readonly<Record<FrameworkKind, string>> = {
  closed: 'Closed: no provider joins later',
  open: 'Open: providers may join in later rounds',
};

export const priceRuleWords: Readonly<Record<PriceRule, string>> = {
  'fixed-for-the-term': 'Fixed for the whole term',
  'reviewed-each-period': 'Reviewed for each period',
  'indexed-each-period': 'Indexed for each period',
};

/** The words of codes as options to choose from. */
export const optionsOf = <Code extends string>(words: Readonly<Record<Code, string>>) =>
  (Object.entries(words) as [Code, string][]).map(([value, label]) => ({ value, label }));
