import type { Pence } from '../../money/money.ts';
import type { PersonId } from '../../people/person.ts';
import type { TenderRecord } from '../record.ts';
import type { Marks } from './mark.ts';

export const lotApplicationStatuses = [
  'in-evaluation',
  'moderated',
  'recommended',
  'not-recommended',
  'approved',
  'rejected',
  'withdrawn',
] as const;
export type LotApplicationStatus = (typeof lotApplicationStatuses)[number];

/** What the panel agreed, and who took part: scored, agreed the marks, or declared a conflict. None of them approves the award. */
export interface Moderation {
  readonly marks: Marks;
  readonly evaluators: readonly PersonId[];
}

/** How one application fares for one lot: in evaluation, ranked, decided. */
export interface LotApplication extends TenderRecord {
  readonly status: LotApplicationStatus;
  readonly roundRef: string;
  readonly applicationRef: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly lotKey: string;
  /** The price that is compared, in the unit of the round. */
  readonly price: Pence;
  /** Keys of the questions whose answers fail by themselves. */
  readonly failedBy: readonly string[];
  readonly moderation?: Moderation | undefined;
}

export const lotApplicationRef = (applicationRef: string, lotKey: string): string => `${applicationRef}-${lotKey}`;

/** Whether nobody has to decide about it any more. */
export const isDecided = (status: LotApplicationStatus): boolean =>
  status === 'not-recommended' || status === 'approved' || status === 'rejected' || status === 'withdrawn';
