import { toLondonDate } from '../days/local-date.ts';
import { leadsTo } from '../machine/transition.ts';
import { refused } from '../refusal.ts';
import { becomeDue, endWaiver, failed, holdFor, lapse, missAction, remind } from './check-clock.ts';
import type { CheckCommand, CheckStep } from './check-command.ts';
import { type CheckCommandKind, type CheckFacts, type CheckRecord, checkTable } from './check-record.ts';
import { whyNotLink } from './evidence-link.ts';
import { passCheck } from './pass-check.ts';
import { accept, type QualityDecision, replayed, whyNotClock, whyNotCommissioner } from './quality-decision.ts';
import { approveWaiver, refuseWaiver, requestWaiver } from './waive-check.ts';
import { whyNotText } from './why-not-text.ts';

const requestEvidence: CheckStep<'request-evidence'> = (present, command) =>
  command.dueOn < toLondonDate(command.now)
    ? refused('dates-not-allowed', 'Enter a day that is today or later.', '/dueOn')
    : {
        state: { ...present, outcome: 'evidence-requested', evidenceDueOn: command.dueOn },
        what: 'Evidence asked for',
        action: 'check-evidence-requested',
        works: [{ kind: 'ask-provider-for-evidence' }],
      };

/** Evidence for an action counts until the due date; after it the check fails, and a new one is planned. */
const receiveEvidence: CheckStep<'receive-evidence'> = (present, command) => {
  const refusal = command.link === undefined ? undefined : whyNotLink(command.link, '/link');
  if (refusal) return refusal;
  if (present.actionDueOn !== undefined && present.actionDueOn < toLondonDate(command.now))
    return refused('action-overdue', 'The due date of this action has passed. Record that it failed, and plan a new check.');
  return {
    state: { ...present, outcome: 'received', evidence: { recordedBy: command.by, recordedAt: command.now, link: command.link } },
    what: 'Evidence received',
    action: 'check-evidence-received',
    works: [],
  };
};

const requireAction: CheckStep<'require-action'> = (present, command) => {
  const today = toLondonDate(command.now);
  const refusal = whyNotText(command.action, '/action', 'Enter what the provider has to put right.');
  if (refusal) return refusal;
  if (command.dueOn < today) return refused('dates-not-allowed', 'Enter a due date that is today or later.', '/dueOn');
  return {
    state: {
      ...present,
      outcome: 'action-required',
      checkedOn: today,
      checkedBy: command.by.name,
      expiresOn: undefined,
      decidedBy: command.by,
      decidedAt: command.now,
      action: command.action,
      actionDueOn: command.dueOn,
    },
    what: 'Action required',
    action: 'check-action-required',
    works: [{ kind: 'tell-provider-what-to-do' }, { kind: 'refresh-directory', providerRef: present.providerRef }],
    comment: command.action,
    protects: true,
  };
};

const fail: CheckStep<'fail'> = (present, command) =>
  whyNotText(command.reason, '/reason', 'Enter why the check was not passed.') ?? {
    state: {
      ...failed(present, command.by.name, toLondonDate(command.now)),
      decidedBy: command.by,
      decidedAt: command.now,
    },
    what: 'Not passed',
    action: 'check-failed',
    works: [...holdFor(present, 'check-failed'), { kind: 'tell-commissioners', news: 'check-failed' }],
    comment: command.reason,
    protects: true,
  };

const steps: { readonly [Kind in CheckCommandKind]: CheckStep<Kind> } = {
  'request-evidence': requestEvidence,
  'receive-evidence': receiveEvidence,
  pass: passCheck,
  'require-action': requireAction,
  fail,
  'miss-action': missAction,
  'become-due': becomeDue,
  remind,
  lapse,
  'request-waiver': requestWaiver,
  'approve-waiver': approveWaiver,
  'refuse-waiver': refuseWaiver,
  'end-waiver': endWaiver,
};

const byTheClock: readonly CheckCommandKind[] = ['miss-action', 'become-due', 'remind', 'lapse', 'end-waiver'];

/** Moves a check along its table (R15 to R19). A command that was accepted before is answered with what it did; a refused one changes nothing. */
export const decideCheck = (present: CheckRecord, command: CheckCommand, facts: CheckFacts): QualityDecision<CheckRecord> => {
  const replay = replayed(present, command);
  if (replay) return replay;
  const refusal = byTheClock.includes(command.kind) ? whyNotClock(command) : whyNotCommissioner(command, facts.councilMembers);
  if (refusal) return refusal;
  if (leadsTo(checkTable, present.outcome, command.kind).length === 0)
    return refused('not-in-this-state', `Not possible while this check is ${present.outcome.replaceAll('-', ' ')}.`);
  const step = steps[command.kind] as CheckStep<CheckCommandKind>;
  const change = step(present, command, facts);
  return 'ok' in change ? change : accept(change, command);
};
