/** Every reason for which the product refuses. Kebab words that a person can search for; the HTTP status is the contract's affair. */
export const refusalCodes = [
  'buyer-not-eligible',
  'buyer-not-active',
  'not-a-requester',
  'framework-not-live',
  'direct-award-not-allowed',
  'lot-not-live',
  'provider-not-active',
  'provider-not-on-lot',
  'service-not-offered',
  'qa-not-current',
  'no-live-rate',
  'rate-not-for-lot',
  'provider-changed',
  'price-changed',
  'rate-changed',
  'dates-not-allowed',
  'no-teaching-days',
  'pupil-reference-not-allowed',
  'text-names-a-pupil',
  'payer-not-allowed',
  'no-eligible-approver',
  'requester-cannot-approve',
  'not-an-approver',
  'decided-earlier-step',
  'delegate-not-allowed',
  'over-approval-limit',
  'comment-required',
  'approval-already-decided',
  'stale-version',
  'call-off-not-open',
  'call-off-not-returned',
  'call-off-not-withdrawn',
  'undo-too-late',
  'order-not-awaiting-provider',
  'order-held',
  'order-not-held',
  'order-not-in-this-state',
  'start-checks-missing',
  'start-check-not-needed',
  'notice-too-short',
  'order-change-waits',
  'no-order-change',
  'provider-asked-before',
  'not-the-same-need',
  'order-unchanged',
  'review-incomplete',
  'session-not-planned',
  'session-confirmed',
  'session-unchanged',
  'code-not-accepted',
  'session-over',
  'no-message-unsent',
  'reminder-too-soon',
  'not-yours',
  'age-not-served',
  'record-full',
  'text-required',
  'text-too-long',
  'number-not-allowed',
  'link-not-allowed',
  'link-not-open',
  'link-used',
  'nothing-proposed',
  'change-already-decided',
  'register-changed',
  'registration-threshold',
  'over-budget',
  'framework-value-reached',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A refusal in words that a SENCO understands. `field` is the JSON pointer of the input that caused it. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly detail: string;
  readonly field?: string;
}

export const refused = (code: RefusalCode, detail: string, field?: string): Refusal =>
  field === undefined ? { ok: false, code, detail } : { ok: false, code, detail, field };
