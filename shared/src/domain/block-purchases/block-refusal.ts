import { screenFreeText } from '../pupils/pupil-reference.ts';

/** Every reason for which a command about a block purchase is refused. */
export const blockRefusalCodes = [
  'not-your-role',
  'not-in-this-state',
  'already-made',
  'another-record',
  'record-full',
  'not-your-buyer',
  'buyer-not-eligible',
  'service-not-known',
  'provider-not-orderable',
  'no-volume-bands',
  'terms-changed',
  'number-not-allowed',
  'dates-not-allowed',
  'text-required',
  'text-too-long',
  'text-names-a-pupil',
  'individual-purchase',
  'too-many-buyers',
  'price-not-allowed',
  'cap-too-low',
  'no-eligible-approver',
  'no-such-pledge',
  'pledge-not-waiting',
  'pledge-changed',
  'pledger-cannot-approve',
  'not-an-approver',
  'over-approval-limit',
  'closing-passed',
  'not-yet',
  'offer-over',
  'orders-incomplete',
  'call-off-not-known',
  'call-off-does-not-fit',
  'not-drawn',
  'not-enough-units',
  'not-a-member',
  'no-such-transfer',
  'call-offs-still-live',
] as const;
export type BlockRefusalCode = (typeof blockRefusalCodes)[number];

/** A refusal in words for a buyer, a commissioner or the provider. `field` is the JSON pointer of the input that caused it. */
export interface BlockRefusal {
  readonly ok: false;
  readonly code: BlockRefusalCode;
  readonly detail: string;
  readonly field?: string;
}

export const refuse = (code: BlockRefusalCode, detail: string, field?: string): BlockRefusal =>
  field === undefined ? { ok: false, code, detail } : { ok: false, code, detail, field };

const longestReason = 2_000;

/** Why a reason cannot be kept: it is empty, too long, or names a pupil (R40). */
export const reasonFault = (reason: string, what: string): BlockRefusal | undefined => {
  if (reason.trim() === '') return refuse('text-required', `Enter ${what}.`, '/reason');
  if (reason.length > longestReason) return refuse('text-too-long', `Shorten ${what} to 2,000 characters or fewer.`, '/reason');
  const screened = screenFreeText(reason);
  return screened.ok ? undefined : refuse('text-names-a-pupil', screened.sentence, '/reason');
};
