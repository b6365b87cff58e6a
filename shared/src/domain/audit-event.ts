import { delegationActions } from './approvals/delegation-event.ts';
import { attendanceActions, providerSignInActions } from './attendance/attendance-action.ts';
import { blockActions } from './block-purchases/block-action.ts';
import { enquiryActions } from './enquiries/enquiry-action.ts';
import { eventActions } from './events/event-action.ts';
import { handEditActions } from './hand-edits/actions.ts';
import { invoiceActions } from './invoices/invoice-action.ts';
import { ledgerActions } from './ledgers/ledger-actions.ts';
import { noticeActions } from './notices/notice-action.ts';
import { offFrameworkActions } from './off-framework/off-framework-action.ts';
import { operationActions } from './operations/operation-action.ts';
import { orderActions } from './orders/order-action.ts';
import { privacyActions } from './privacy/privacy-actions.ts';
import { providerChangeActions } from './provider-changes/actions.ts';
import { qualityAuditActions } from './quality/quality-effect.ts';
import { reviewActions } from './reviews/review-action.ts';
import { surveyActions } from './surveys/survey-action.ts';
import { tenderActions } from './tenders/action.ts';

export const auditActions = [
  'call-off-submitted',
  'call-off-resubmitted',
  'approval-approved',
  'approval-rejected',
  'approval-returned',
  'approver-reminded',
  'delegate-asked',
  'approval-escalated',
  ...delegationActions,
  'call-off-withdrawn',
  'withdrawal-undone',
  'order-made',
  'order-accepted',
  'order-declined',
  'order-not-sent',
  'order-released',
  ...orderActions,
  ...reviewActions,
  ...enquiryActions,
  ...noticeActions,
  ...eventActions,
  ...surveyActions,
  ...invoiceActions,
  ...offFrameworkActions,
  ...attendanceActions,
  ...providerSignInActions,
  'request-stale',
  'request-current',
  'messages-settled',
  'import-applied',
  'application-link-sent',
  'agreement-link-sent',
  ...tenderActions,
  ...blockActions,
  ...qualityAuditActions,
  ...providerChangeActions,
  ...handEditActions,
  ...ledgerActions,
  ...operationActions,
  ...privacyActions,
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One line of the audit chain: ids and enums only. `subjectVersion` runs without gaps for each subject. */
export interface AuditEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: string;
  readonly subjectVersion: number;
  /** References of the records that the event is about, where it is about many. */
  readonly refs?: readonly string[] | undefined;
}
