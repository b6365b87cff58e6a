import { adoptCheck } from '../domain/quality/adopt-check.ts';
import { qaOutcomes } from '../domain/quality/check-outcome.ts';
import type { CheckRecord } from '../domain/quality/check-record.ts';
import type { RecordedCheck } from '../domain/quality/provider-standing.ts';
import type { QaCheck } from '../domain/quality/qa-check.ts';
import { qaStandards } from '../domain/quality/standard.ts';
import { choice, day, json, reference, text, yesNo } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { checkState } from './quality/check-state.ts';
import { systemNote } from './system-note.ts';

export const qaChecks = defineList({
  title: 'QaChecks',
  description: 'That a standard was checked, by whom, when, and until when it holds. Never certificates or disclosures.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Check', holds: 'none', hint: 'Reference, such as Q-00042', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    Standard: choice(qaStandards, { label: 'Standard', holds: 'none', required: true, indexed: true }),
    Mandatory: yesNo({ label: 'Mandatory', holds: 'none', required: true }),
    Outcome: choice(qaOutcomes, {
      label: 'Outcome',
      holds: 'none',
      required: true,
      indexed: true,
      tones: {
        scheduled: 'waiting',
        'evidence-requested': 'waiting',
        received: 'waiting',
        passed: 'good',
        'action-required': 'attention',
        failed: 'stopped',
        due: 'waiting',
        lapsed: 'stopped',
      },
    }),
    CheckedOn: day({ label: 'Checked on', holds: 'none' }),
    CheckedBy: text({ label: 'Checked by', holds: 'staff-identity' }),
    ExpiresOn: day({ label: 'Holds until', holds: 'none', indexed: true, pastWord: 'Lapsed' }),
    ActionDueOn: day({ label: 'Action due', holds: 'none', indexed: true }),
    WaivedUntil: day({ label: 'Waived until', holds: 'none', indexed: true }),
    State: json(checkState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole check as JSON, once it was decided in the app. Written by the product only.',
    }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'Expiring checks',
      columns: ['ProviderRef', 'Standard', 'Outcome', 'ExpiresOn'],
      orderBy: 'ExpiresOn',
      filter: { column: 'ExpiresOn', dueWithinDays: 60 },
    },
    {
      title: 'All checks',
      columns: ['Title', 'ProviderRef', 'Standard', 'Mandatory', 'Outcome', 'CheckedOn', 'CheckedBy', 'ExpiresOn', 'SystemNote'],
      orderBy: 'ProviderRef',
    },
  ],
});

export type QaCheckFields = Fields<typeof qaChecks>;

/** What the columns say, whoever wrote them. */
export const typedCheck = (fields: QaCheckFields): QaCheck => ({
  ref: fields.Title,
  providerRef: fields.ProviderRef,
  standard: fields.Standard,
  mandatory: fields.Mandatory,
  outcome: fields.Outcome,
  checkedOn: fields.CheckedOn,
  checkedBy: fields.CheckedBy,
  expiresOn: fields.ExpiresOn,
  actionDueOn: fields.ActionDueOn,
  waivedUntil: fields.WaivedUntil,
});

/**
 * The check as its columns say. Where the app has decided about it, they must say what it decided: a row that was edited by hand since holds on no day
 * until somebody has looked, for nobody passes a check by typing. Nor does anybody waive one: a waiver has two people, and they are in the record.
 */
export const toQaCheck = (fields: QaCheckFields): QaCheck => {
  const check = typedCheck(fields);
  if (fields.State === undefined) return { ...check, waivedUntil: undefined };
  return isAsDecided(check, fields.State) ? check : { ...check, expiresOn: undefined, waivedUntil: undefined };
};

const isAsDecided = (check: QaCheck, state: QaCheck): boolean =>
  (['ref', 'providerRef', 'standard', 'outcome', 'checkedOn', 'expiresOn', 'actionDueOn', 'waivedUntil'] as const).every(
    (name) => check[name] === state[name],
  );

/** The record of a check; of one that was only typed or imported, the record that it begins as. */
export const toCheckRecord = (fields: QaCheckFields): CheckRecord => fields.State ?? adoptCheck(toQaCheck(fields));

/** A check with who recorded what, as a decision about its provider asks. */
export const toRecordedCheck = (fields: QaCheckFields): RecordedCheck & Pick<CheckRecord, 'decidedAt'> => ({
  ...toQaCheck(fields),
  evidence: fields.State?.evidence,
  waiver: fields.State?.waiver,
  decidedAt: fields.State?.decidedAt,
});

export const fromCheckRecord = (record: CheckRecord): QaCheckFields => ({ ...fromQaCheck(record), State: record });

export const fromQaCheck = (check: QaCheck): QaCheckFields => ({
  Title: check.ref,
  ProviderRef: check.providerRef,
  Standard: check.standard,
  Mandatory: check.mandatory,
  Outcome: check.outcome,
  CheckedOn: check.checkedOn,
  CheckedBy: check.checkedBy,
  ExpiresOn: check.expiresOn,
  ActionDueOn: check.actionDueOn,
  WaivedUntil: check.waivedUntil,
});
