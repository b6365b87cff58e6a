import { compareDates, type LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import type { BuyerType } from './buyer-type.ts';

export const frameworkStatuses = ['coming', 'open', 'pending', 'standstill', 'live', 'expired', 'cancelled'] as const;
export type FrameworkStatus = (typeof frameworkStatuses)[number];

/** R30: the objective ways of choosing a provider that a framework may permit for a direct award. */
export const directAwardBases = ['lowest-price', 'only-match', 'continuity', 'pupil-choice'] as const;
export type DirectAwardBasis = (typeof directAwardBases)[number];

/** Why this provider and no other, in words. */
export const basisReasons: Readonly<Record<DirectAwardBasis, string>> = {
  'lowest-price': 'It is the lowest price that meets the need',
  'only-match': 'It is the only service that meets the need',
  continuity: 'The pupil already goes there',
  'pupil-choice': "It is the pupil's and family's choice",
};

/** Whether a basis is proved by who else there is. The others only the school can state: they need its reason. */
export const isProvedByOthers = (basis: DirectAwardBasis): boolean => basis === 'lowest-price' || basis === 'only-match';

/** Why this provider and no other: whoever was chosen in a competition needs no basis of a direct award (row 39); '' where units of a block purchase are drawn. */
export const whyThisProvider = ({
  basis,
  enquiryRef,
}: {
  readonly basis?: DirectAwardBasis | '' | undefined;
  readonly enquiryRef?: string | undefined;
}): string => (enquiryRef ? `It was chosen in competition ${enquiryRef}` : basis ? basisReasons[basis] : '');

/** R29: what a framework must state: who may use it, its value and its term. `permittedBases` are in the framework's own order. */
export interface Framework {
  readonly ref: string;
  readonly name: string;
  readonly authority: string;
  readonly status: FrameworkStatus;
  readonly liveFrom: LocalDate;
  readonly expiresOn: LocalDate;
  readonly eligibleBuyerTypes: readonly BuyerType[];
  readonly permittedBases: readonly DirectAwardBasis[];
  readonly maxValue?: Pence | undefined;
}

/** R28, R29: no call-off before a framework is live or after it expires; orders already made run on. */
export const frameworkIsLive = (framework: Framework, on: LocalDate): boolean =>
  framework.status === 'live' && compareDates(framework.liveFrom, on) <= 0 && compareDates(on, framework.expiresOn) <= 0;
