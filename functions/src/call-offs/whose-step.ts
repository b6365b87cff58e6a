import type { StepKind } from '@ap/shared/domain/approvals/approval-policy';

/** Whose step it is, for people: the SEN case officer's is the council's, as nobody but the requester is told that a pupil has an EHC plan (R40). */
export const whoseStep = (kind: StepKind): 'buyer' | 'council' => (kind === 'buyer' ? 'buyer' : 'council');
