import type { CheckReply, StandingReply } from '@ap/shared/contract/quality';
import { leadsTo } from '@ap/shared/domain/machine/transition';
import { samePerson } from '@ap/shared/domain/people/person';
import { type CheckRecord, checkTable } from '@ap/shared/domain/quality/check-record';
import { neededConfirmations } from '@ap/shared/domain/quality/confirmation';
import { openHolds } from '@ap/shared/domain/quality/hold';
import { type ProviderStanding, providerTable } from '@ap/shared/domain/quality/provider-standing';
import { neverWaived } from '@ap/shared/domain/quality/standard';
import type { Caller } from '../http/caller.ts';
import { withoutAbsent } from '../http/without-absent.ts';

const checkActs: CheckReply['may'] = [
  'request-evidence',
  'receive-evidence',
  'pass',
  'require-action',
  'fail',
  'request-waiver',
  'approve-waiver',
  'refuse-waiver',
];

/** What may be done with a check; whether it is allowed is decided by the decision itself, with every fact. */
const actsOn = (check: CheckRecord, caller: Caller): CheckReply['may'] => {
  const asked = check.waiver?.state === 'requested' ? check.waiver : undefined;
  return checkActs.filter((act) => {
    if (leadsTo(checkTable, check.outcome, act).length === 0) return false;
    if (act === 'request-waiver') return !neverWaived.includes(check.standard) && !asked && check.waivedUntil === undefined;
    if (act === 'approve-waiver') return asked !== undefined && !samePerson(asked.requestedBy, caller.person);
    return act === 'refuse-waiver' ? asked !== undefined : true;
  });
};

/** One check for a commissioner. */
export const toCheckReply = (check: CheckRecord, caller: Caller, offersTherapy: boolean): CheckReply =>
  withoutAbsent({
    ref: check.ref,
    providerRef: check.providerRef,
    standard: check.standard,
    mandatory: check.mandatory,
    outcome: check.outcome,
    scheduledFor: check.scheduledFor,
    evidenceDueOn: check.evidenceDueOn,
    evidence:
      check.evidence &&
      withoutAbsent({ recordedBy: check.evidence.recordedBy.name, recordedAt: check.evidence.recordedAt, link: check.evidence.link }),
    checkedOn: check.checkedOn,
    checkedBy: check.checkedBy,
    expiresOn: check.expiresOn,
    confirmation: check.confirmation,
    inspection: check.inspection,
    action: check.action,
    actionDueOn: check.actionDueOn,
    waiver:
      check.waiver &&
      withoutAbsent({
        state: check.waiver.state,
        reason: check.waiver.reason,
        until: check.waiver.until,
        requestedBy: check.waiver.requestedBy.name,
        decidedBy: check.waiver.decidedBy?.name,
      }),
    toConfirm: neededConfirmations(check.standard, offersTherapy),
    may: actsOn(check, caller),
    history: check.history.map(({ at, by, what, comment }) => withoutAbsent({ at, by, what, comment })),
  });

const standingActs: StandingReply['may'] = ['activate', 'pause', 'resume', 'place-hold', 'lift-hold', 'remove'];

/** Where a provider stands, for a commissioner. */
export const toStandingReply = (standing: ProviderStanding, providerName: string, caller: Caller): StandingReply => {
  const open = openHolds(standing.holds);
  return withoutAbsent({
    providerRef: standing.ref,
    providerName,
    status: standing.status,
    statusReason: standing.statusReason,
    holds: standing.holds.map(({ ref, cause, about, standard, placedBy, placedAt, reason, lifted }) =>
      withoutAbsent({
        ref,
        cause,
        about,
        standard,
        placedBy: placedBy.name,
        placedAt,
        reason,
        lifted: lifted && { by: lifted.by.name, at: lifted.at, reason: lifted.reason },
      }),
    ),
    may: standingActs.filter((act) => {
      if (leadsTo(providerTable, standing.status, act).length === 0) return false;
      return act === 'lift-hold' ? open.some(({ placedBy }) => !samePerson(placedBy, caller.person)) : true;
    }),
    history: standing.history.map(({ at, by, what, comment }) => withoutAbsent({ at, by, what, comment })),
  });
};
