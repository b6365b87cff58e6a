import { screenFreeText } from '../pupils/pupil-reference.ts';

/** Every reason for which a decision about quality is refused. Kebab words that a person can search for. */
export const qualityRefusalCodes = [
  'not-a-commissioner',
  'not-the-clock',
  'not-a-person',
  'not-your-order',
  'not-yours',
  'not-in-this-state',
  'reason-required',
  'text-too-long',
  'text-names-a-pupil',
  'link-not-allowed',
  'grade-not-kept',
  'dates-not-allowed',
  'validity-too-long',
  'not-confirmed',
  'inspection-required',
  'not-yet-due',
  'action-overdue',
  'already-recorded',
  'waiver-not-allowed',
  'waiver-already-asked',
  'no-waiver-asked',
  'second-person-required',
  'hold-not-found',
  'hold-already-placed',
  'hold-not-cleared',
  'provider-held',
  'qa-not-current',
  'no-live-rate',
  'agreement-not-signed',
  'debarment-not-checked',
  'ring-first',
  'ring-not-recorded',
  'lado-referral-required',
  'nothing-to-join',
  'action-not-found',
  'actions-open',
  'registration-threshold',
  'record-full',
] as const;
export type QualityRefusalCode = (typeof qualityRefusalCodes)[number];

/** A refusal in a sentence. `field` is the JSON pointer of the input that caused it. */
export interface QualityRefusal {
  readonly ok: false;
  readonly code: QualityRefusalCode;
  readonly detail: string;
  readonly field?: string;
}

export const refuse = (code: QualityRefusalCode, detail: string, field?: string): QualityRefusal =>
  field === undefined ? { ok: false, code, detail } : { ok: false, code, detail, field };

const longest = 2_000;

/** Why a text may not be kept: missing, too long, or it names a pupil (R40); `undefined` when it may. */
export const whyNotText = (text: string | undefined, field: string, missing: string): QualityRefusal | undefined => {
  if (!text?.trim()) return refuse('reason-required', missing, field);
  if (text.length > longest) return refuse('text-too-long', `Shorten this text to ${longest} characters or fewer.`, field);
  const screened = screenFreeText(text);
  return screened.ok ? undefined : refuse('text-names-a-pupil', screened.sentence, field);
};
