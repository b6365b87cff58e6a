import { addDays, formatDate, toLondonDate } from '../days/local-date.ts';
import { samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { CheckStep } from './check-command.ts';
import type { CheckFacts, CheckRecord } from './check-record.ts';
import { neverWaived } from './standard.ts';
import { whyNotText } from './why-not-text.ts';

/** R12, R16, R18: what protects a child from harm at once is never waived, nor is anything while a safeguarding pause is open. */
const whyNeverWaived = (present: CheckRecord, facts: CheckFacts): Refusal | undefined => {
  if (neverWaived.includes(present.standard))
    return refused('waiver-not-allowed', 'The barred list, section 128, insurance and registration as a school are never waived.');
  return facts.safeguardingPause
    ? refused('waiver-not-allowed', 'Nothing is waived while this provider is paused for a concern.')
    : undefined;
};

export const requestWaiver: CheckStep<'request-waiver'> = (present, command, facts) => {
  const today = toLondonDate(command.now);
  const refusal = whyNeverWaived(present, facts) ?? whyNotText(command.reason, '/reason', 'Enter why the provider may go on without it.');
  if (refusal) return refusal;
  // One whose last day has passed is ended by the clock first: that places the hold that it had kept away.
  if (present.waiver?.state === 'requested' || present.waivedUntil !== undefined)
    return refused('waiver-already-asked', 'A waiver of this check has been asked for or approved already.');
  const last = addDays(today, facts.policy.longestWaiverDays);
  if (command.until < today || command.until > last)
    return refused('dates-not-allowed', `Enter a last day from today to ${formatDate(last)}.`, '/until');
  return {
    state: { ...present, waiver: { state: 'requested', reason: command.reason, until: command.until, requestedBy: command.by } },
    what: 'Waiver asked for',
    action: 'waiver-requested',
    works: [{ kind: 'tell-commissioners', news: 'waiver-requested' }],
    comment: command.reason,
  };
};

const noneAsked = refused('no-waiver-asked', 'No waiver of this check waits for a decision.');

export const approveWaiver: CheckStep<'approve-waiver'> = (present, command, facts) => {
  const { waiver } = present;
  if (waiver?.state !== 'requested') return noneAsked;
  const refusal = whyNeverWaived(present, facts);
  if (refusal) return refusal;
  if (samePerson(waiver.requestedBy, command.by))
    return refused('second-person-required', 'You asked for this waiver. Another commissioner must decide it.');
  if (waiver.until < toLondonDate(command.now)) return refused('dates-not-allowed', 'The last day of this waiver has passed.');
  return {
    state: { ...present, waiver: { ...waiver, state: 'approved', decidedBy: command.by }, waivedUntil: waiver.until },
    what: `Waived until ${formatDate(waiver.until)}`,
    action: 'waiver-approved',
    works: [{ kind: 'refresh-directory', providerRef: present.providerRef }],
  };
};

export const refuseWaiver: CheckStep<'refuse-waiver'> = (present, command) => {
  const { waiver } = present;
  if (waiver?.state !== 'requested') return noneAsked;
  const refusal = whyNotText(command.reason, '/reason', 'Enter why the check is not waived.');
  if (refusal) return refusal;
  return {
    state: { ...present, waiver: { ...waiver, state: 'refused', decidedBy: command.by } },
    what: 'Waiver refused',
    action: 'waiver-refused',
    works: [],
    comment: command.reason,
  };
};
