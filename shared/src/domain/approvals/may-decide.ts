import { type CallOff, passedOnBy } from '../call-off/call-off.ts';
import { statusAllows } from '../call-off/call-off-table.ts';
import { approvalFacts } from '../call-off/submit-call-off.ts';
import { formatInstant, toLondonDate } from '../days/local-date.ts';
import { type Person, samePerson } from '../people/person.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { ApprovalCommand, ApprovalDecisionFacts } from './approval-command.ts';
import { type ApprovalFacts, delegatesOfStep, eligibleApprovers, type ToDecide } from './approval-policy.ts';
import { type ApprovalStep, deciderName } from './approval-step.ts';

/** Whether this person may decide this step at all, and is looking at the present one. */
export const mayDecide = (
  present: CallOff,
  step: ApprovalStep | undefined,
  index: number,
  command: ApprovalCommand,
  facts: ApprovalDecisionFacts,
): Refusal | undefined => {
  if (samePerson(present.requester, command.by))
    return refused('requester-cannot-approve', 'You made this request, so someone else must decide it.');
  const passer = passedOnBy(present);
  if (passer && samePerson(passer, command.by))
    return refused('requester-cannot-approve', 'You offered this request to another provider, so someone else must decide it.');
  const decides = isApprover(present, step ?? present.approvals.at(-1), command, facts);
  // Whoever was asked at some step is told how it stands, also when a colleague came first and the request went on to others.
  if (!decides && !wasAsked(present, command)) return refused('not-an-approver', notAnApprover);
  if (!step || !statusAllows(present, 'decide')) return refused('approval-already-decided', alreadyDecided(present));
  if (command.seen.round !== present.round || command.seen.step !== index)
    return refused(
      'stale-version',
      command.seen.step < index
        ? alreadyDecided(present)
        : 'This request has changed since your copy was sent. Here it is as it stands now.',
    );
  if (!decides) return refused('not-an-approver', notAnApprover);
  if (deciders(present.approvals).some((person) => samePerson(person, command.by)))
    return refused('decided-earlier-step', 'You decided an earlier step of this request, so someone else must decide this one.');
  if (command.verdict !== 'approve' && !command.comment?.trim())
    return refused('comment-required', 'Enter a comment that tells the requester why.', '/comment');
  const screened = screenFreeText(command.comment ?? '');
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, '/comment');
};

const notAnApprover = 'You are not an approver of this request, or its total is above your limit.';

const wasAsked = (present: CallOff, { by }: ApprovalCommand): boolean =>
  present.approvals.some((step) => step.approvers.some((approver) => samePerson(approver, by)));

/** Those who have decided a step of this round, and those for whom a delegate did. */
export const deciders = (approvals: readonly ApprovalStep[]): readonly Person[] =>
  approvals.flatMap((step) => (step.state !== 'decided' ? [] : step.onBehalfOf === undefined ? [step.by] : [step.by, step.onBehalfOf]));

/** What a step decides, and who may not decide it: whoever asks, and whoever has decided or passed it on before. */
export interface AskedOfStep extends Pick<ToDecide, 'payer' | 'gross' | 'requester' | 'useFallback'> {
  readonly bound: readonly Person[];
}

const isAmong = (people: readonly Person[], by: Person): boolean => people.some((person) => samePerson(person, by));

/**
 * By what right somebody decides a step today: by membership and limit as they are today, as the fallback approver to whom this very step was sent, or on
 * behalf of an approver who is away; `undefined` for everybody else. The approver who is away is as bound by what they have decided, and by being the
 * requester, as if they decided themselves.
 */
export const rightToDecide = (
  step: ApprovalStep,
  { by, now }: Pick<ApprovalCommand, 'by' | 'now'>,
  asked: AskedOfStep,
  facts: ApprovalFacts,
): { readonly onBehalfOf?: Person } | undefined => {
  const today = eligibleApprovers(facts, step.kind, asked.payer, asked.gross, asked.requester);
  if (isAmong(today, by) || standsIn(step, by, asked, facts)) return {};
  const free = today.filter((person) => !isAmong(asked.bound, person));
  const { kind } = step;
  const away = delegatesOfStep(facts, { kind, payer: asked.payer }, free, toLondonDate(now)).find(({ person }) => samePerson(person, by));
  return away && { onBehalfOf: away.of };
};

const standsIn = (step: ApprovalStep, by: Person, { useFallback }: AskedOfStep, { fallbackApprover }: ApprovalFacts): boolean => {
  const isTold = useFallback || (step.state === 'open' && step.escalatedAt !== undefined);
  return (
    step.kind === 'buyer' &&
    isTold &&
    fallbackApprover !== undefined &&
    samePerson(fallbackApprover, by) &&
    isAmong(step.approvers, fallbackApprover)
  );
};

const rightIn = (present: CallOff, step: ApprovalStep, command: Pick<ApprovalCommand, 'by' | 'now'>, facts: ApprovalDecisionFacts) => {
  const passer = passedOnBy(present);
  const asked = {
    payer: present.request.payer,
    gross: present.price.gross,
    requester: present.requester,
    useFallback: present.request.useFallbackApprover,
    bound: [...deciders(present.approvals), ...(passer ? [passer] : [])],
  };
  return rightToDecide(step, command, asked, approvalFacts(facts));
};

/** For whom this person decides a step as a delegate; `undefined` for whoever may decide it in their own right. */
export const onBehalfOf = (
  present: CallOff,
  step: ApprovalStep,
  command: Pick<ApprovalCommand, 'by' | 'now'>,
  facts: ApprovalDecisionFacts,
): Person | undefined => rightIn(present, step, command, facts)?.onBehalfOf;

const isApprover = (present: CallOff, step: ApprovalStep | undefined, command: ApprovalCommand, facts: ApprovalDecisionFacts): boolean =>
  step !== undefined && rightIn(present, step, command, facts) !== undefined;

/** 'Already approved by A. Head on Tuesday 3 March 2026 at 2:15pm.' */
const alreadyDecided = (present: CallOff): string => {
  const last = [...present.approvals].reverse().find((step) => step.state === 'decided');
  if (last?.state !== 'decided')
    return present.status === 'withdrawn' ? 'The requester withdrew this request.' : 'This request is no longer waiting for a decision.';
  const words = { approve: 'approved', reject: 'rejected', return: 'sent back for changes' }[last.verdict];
  return `Already ${words} by ${deciderName(last)} on ${formatInstant(last.at)}.`;
};
