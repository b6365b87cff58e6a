import type { QuoteReply } from '../contract/call-offs.ts';
import type { CallOffStatus } from '../domain/call-off/call-off.ts';
import type { SchoolWeekday, SessionChoice } from '../domain/days/weekly-pattern.ts';
import type { Arranger } from '../domain/money/payer.ts';
import { type VatTreatment, vatSentences } from '../domain/money/vat-treatment.ts';
import type { OrderState } from '../domain/orders/order.ts';
import type { MemberRole, MembershipStatus } from '../domain/people/membership.ts';
import type { QaOutcome } from '../domain/quality/check-outcome.ts';
import type { ServiceKind } from '../domain/register/service.ts';

/**
 * Where a code becomes words on screen. What the search also shows or matches has its
 * names in the domain: needs, key stages, places of delivery, units of price; so have payers and buyer types.
 */

type Words<Code extends string> = Readonly<Record<Code, string>>;

export const serviceKindWords: Words<ServiceKind> = { programme: 'Programme', activity: 'Activity', service: 'Service' };

/** What a buyer should expect on the invoice. The provider states its own treatment (R38); this never advises. */
export const vatWords: Words<VatTreatment> = vatSentences;

export const qaOutcomeWords: Words<QaOutcome> = {
  scheduled: 'Planned',
  'evidence-requested': 'Planned',
  received: 'Being checked',
  passed: 'Passed',
  'action-required': 'Action required',
  failed: 'Not passed',
  due: 'Passed, ends soon',
  lapsed: 'Lapsed',
};

export const callOffStatusWords: Words<CallOffStatus> = {
  'awaiting-approval': 'Waiting for approval',
  returned: 'Changes asked for',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  ordered: 'Ordered',
};

/** Nothing is called confirmed before the provider has answered. */
export const orderStateWords: Words<OrderState> = {
  'awaiting-provider': 'Waiting for the provider to answer',
  accepted: 'Accepted by the provider',
  declined: 'Declined by the provider',
  unfilled: 'No provider could take it',
  active: 'Running',
  paused: 'Paused',
  'notice-given': 'Notice given',
  ended: 'Ended early',
  completed: 'Complete',
  cancelled: 'Cancelled before the start',
};

export const stepWords: Words<QuoteReply['steps'][number]['kind']> = { buyer: 'The school', council: 'The council' };

export const arrangerWords: Words<Arranger> = { school: 'The school', council: 'The council' };

export const memberRoleWords: Words<MemberRole> = {
  requester: 'Raises requests',
  approver: 'Approves',
  contact: 'Manages access',
  commissioner: 'Commissioner',
  'award-approver': 'Approves awards',
  'evaluation-lead': 'Leads evaluation',
  evaluator: 'Evaluates applications',
};

export const membershipStatusWords: Words<MembershipStatus> = { asked: 'Waiting for an answer', active: 'Active', removed: 'Access ended' };

export const weekdayWords: Words<SchoolWeekday> = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday' };

export const sessionWords: Words<SessionChoice> = { am: 'Mornings', pm: 'Afternoons', both: 'Mornings and afternoons' };

/** 'Ages 11 to 16', or 'Age 14' when they are the same. */
export const ageWords = (from: number, to: number): string => (from === to ? `Age ${from}` : `Ages ${from} to ${to}`);

/** '1 service', '23 services'. */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** The words of a code that came as plain text from the server; the code itself when it is a new one that this page does not know. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
