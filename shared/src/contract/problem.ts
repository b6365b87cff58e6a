import * as z from 'zod/mini';
import type { BlockRefusalCode } from '../domain/block-purchases/block-refusal.ts';
import type { QualityRefusalCode } from '../domain/quality/quality-refusal.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import type { TenderRefusalCode } from '../domain/tenders/refusal.ts';

/** Refusals of the edge, before or around a decision. */
export const edgeCodes = [
  'sign-in-required',
  'token-not-accepted',
  'tenant-not-allowed',
  'client-not-allowed',
  'not-allowed',
  'not-found',
  'input-not-understood',
  'body-too-large',
  'media-type-not-supported',
  'idempotency-key-required',
  'idempotency-mismatch',
  'unknown-postcode',
  'shortlist-full',
  'write-contended',
  'busy-try-later',
  'too-many-attempts',
  'record-unreadable',
  'file-unreadable',
  'import-not-clean',
  'import-changed',
  'import-running',
  'stale-version',
  'unexpected',
] as const;

export type EdgeCode = (typeof edgeCodes)[number];
export type ProblemCode = RefusalCode | TenderRefusalCode | QualityRefusalCode | BlockRefusalCode | EdgeCode;

/** RFC 9457 problem details. `code` is stable, `detail` is a sentence for a person, `pointer` names the input field (RFC 6901). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Not held to the codes known here: a browser that lags behind the server still shows the sentence. */
  code: z.string() as unknown as z.ZodMiniType<ProblemCode>,
  detail: z.string(),
  pointer: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
  correlationId: z.optional(z.string()),
});
export type Problem = z.infer<typeof problem>;

export const problemMediaType = 'application/problem+json';

const statusOfEdge: Readonly<Record<EdgeCode, number>> = {
  'sign-in-required': 401,
  'token-not-accepted': 401,
  'tenant-not-allowed': 403,
  'client-not-allowed': 403,
  'not-allowed': 403,
  'not-found': 404,
  'input-not-understood': 400,
  'body-too-large': 413,
  'media-type-not-supported': 415,
  'idempotency-key-required': 400,
  'idempotency-mismatch': 422,
  'unknown-postcode': 400,
  'shortlist-full': 409,
  'write-contended': 503,
  'busy-try-later': 503,
  'too-many-attempts': 429,
  'record-unreadable': 409,
  'file-unreadable': 422,
  'import-not-clean': 422,
  'import-changed': 409,
  'import-running': 409,
  'stale-version': 409,
  unexpected: 500,
};

const forbidden: readonly ProblemCode[] = [
  'not-a-requester',
  'requester-cannot-approve',
  'not-an-approver',
  'decided-earlier-step',
  'not-yours',
  'buyer-not-eligible',
  'link-not-open',
  'code-not-accepted',
  'session-over',
  'not-your-role',
  'not-your-sheet',
  'evaluator-cannot-approve',
  'proposer-cannot-approve',
  'approver-cannot-be-proposer',
  'not-a-commissioner',
  'not-the-clock',
  'not-a-person',
  'not-your-order',
  'second-person-required',
  'not-your-buyer',
  'pledger-cannot-approve',
  'enterer-cannot-accept',
];
const conflicts: readonly ProblemCode[] = [
  'price-changed',
  'rate-changed',
  'approval-already-decided',
  'stale-version',
  'call-off-not-open',
  'call-off-not-returned',
  'call-off-not-withdrawn',
  'undo-too-late',
  'order-not-awaiting-provider',
  'order-held',
  'order-not-held',
  'session-confirmed',
  'session-unchanged',
  'no-message-unsent',
  'provider-not-active',
  'qa-not-current',
  'framework-not-live',
  'lot-not-live',
  'service-not-offered',
  'no-live-rate',
  'record-full',
  'rate-not-for-lot',
  'provider-changed',
  'change-already-decided',
  'register-changed',
  'link-used',
  'not-in-this-state',
  'already-made',
  'not-yet',
  'applications-undecided',
  'no-award-in-force',
  'standstill-not-over',
  'framework-not-taking-awards',
  'framework-not-ready-for-rounds',
  'round-not-open',
  'round-late',
  'scores-not-in',
  'not-enough-evaluators',
  'ranking-not-possible',
  'exclusion-not-checked',
  'prices-not-reserved',
  'writes-not-done',
  'price-fixed',
  'price-overlaps',
  'not-yet-due',
  'already-recorded',
  'waiver-already-asked',
  'no-waiver-asked',
  'hold-not-found',
  'hold-already-placed',
  'hold-not-cleared',
  'provider-held',
  'agreement-not-signed',
  'debarment-not-checked',
  'actions-open',
  'registration-threshold',
  'over-budget',
  'framework-value-reached',
  'terms-changed',
  'provider-not-orderable',
  'pledge-not-waiting',
  'pledge-changed',
  'closing-passed',
  'offer-over',
  'too-many-buyers',
  'block-not-usable',
  'not-enough-units',
  'no-such-transfer',
  'call-offs-still-live',
  'enquiry-closed',
  'enquiry-answered',
  'charged-twice',
  'invoice-changed',
];

const isEdgeCode = (code: ProblemCode): code is EdgeCode => edgeCodes.some((edge) => edge === code);

/** The HTTP status of a code: 403 who may not, 409 what has changed, 422 what the rules refuse. */
export const statusOf = (code: ProblemCode): number => {
  if (isEdgeCode(code)) return statusOfEdge[code];
  if (forbidden.includes(code)) return 403;
  return conflicts.includes(code) ? 409 : 422;
};
