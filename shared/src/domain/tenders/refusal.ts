/** Every reason for which a command about tenders is refused. */
export const tenderRefusalCodes = [
  'not-your-role',
  'not-in-this-state',
  'already-made',
  'another-record',
  'record-full',
  'text-required',
  'text-too-long',
  'text-names-a-pupil',
  'number-not-allowed',
  'dates-not-allowed',
  'link-not-allowed',
  'framework-terms-incomplete',
  'regime-not-allowed',
  'term-too-long',
  'term-reason-required',
  'no-competition',
  'not-yet',
  'applications-undecided',
  'no-award-in-force',
  'standstill-not-over',
  'framework-not-taking-awards',
  'framework-not-ready-for-rounds',
  'lot-not-known',
  'questions-not-valid',
  'weights-not-valid',
  'round-not-open',
  'round-late',
  'names-the-asker',
  'answers-incomplete',
  'answer-not-valid',
  'declaration-incomplete',
  'prices-incomplete',
  'price-not-allowed',
  'nothing-to-reuse',
  'conflict-not-declared',
  'not-your-sheet',
  'not-enough-evaluators',
  'scores-not-in',
  'score-not-valid',
  'ranking-not-possible',
  'not-ranked',
  'not-recommended',
  'scorers-not-told',
  'exclusion-not-checked',
  'provider-excluded',
  'evaluator-cannot-approve',
  'proposer-cannot-approve',
  'prices-not-reserved',
  'provider-not-known',
  'service-not-known',
  'writes-not-done',
  'price-fixed',
  'price-overlaps',
  'period-not-allowed',
  'not-in-review',
  'approver-cannot-be-proposer',
] as const;
export type TenderRefusalCode = (typeof tenderRefusalCodes)[number];

/** A refusal in words for a commissioner or a provider. `field` is the JSON pointer of the input that caused it. */
export interface TenderRefusal {
  readonly ok: false;
  readonly code: TenderRefusalCode;
  readonly detail: string;
  readonly field?: string;
}

export const refuse = (code: TenderRefusalCode, detail: string, field?: string): TenderRefusal =>
  field === undefined ? { ok: false, code, detail } : { ok: false, code, detail, field };
