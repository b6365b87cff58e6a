import { qaOutcomes } from '../domain/quality/check-outcome.ts';
import type { QaCheck } from '../domain/quality/qa-check.ts';
import { qaStandards } from '../domain/quality/standard.ts';
import { choice, day, reference, text, yesNo } from './column.ts';
import { defineList, type Fields } from './list.ts';

export const qaChecks = defineList({
  title: 'QaChecks',
  description: 'That a standard was checked, by whom, when, and until when it holds. Never certificates or disclosures.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Check', hint: 'Reference, such as Q-00042', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', required: true, indexed: true }),
    Standard: choice(qaStandards, { label: 'Standard', required: true, indexed: true }),
    Mandatory: yesNo({ label: 'Mandatory', required: true }),
    Outcome: choice(qaOutcomes, {
      label: 'Outcome',
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
    CheckedOn: day({ label: 'Checked on' }),
    CheckedBy: text({ label: 'Checked by' }),
    ExpiresOn: day({ label: 'Holds until', indexed: true, pastWord: 'Lapsed' }),
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
      columns: ['Title', 'ProviderRef', 'Standard', 'Mandatory', 'Outcome', 'CheckedOn', 'CheckedBy', 'ExpiresOn'],
      orderBy: 'ProviderRef',
    },
  ],
});

export type QaCheckFields = Fields<typeof qaChecks>;

export const toQaCheck = (fields: QaCheckFields): QaCheck => ({
  ref: fields.Title,
  providerRef: fields.ProviderRef,
  standard: fields.Standard,
  mandatory: fields.Mandatory,
  outcome: fields.Outcome,
  checkedOn: fields.CheckedOn,
  checkedBy: fields.CheckedBy,
  expiresOn: fields.ExpiresOn,
});

export const fromQaCheck = (check: QaCheck): QaCheckFields => ({
  Title: check.ref,
  ProviderRef: check.providerRef,
  Standard: check.standard,
  Mandatory: check.mandatory,
  Outcome: check.outcome,
  CheckedOn: check.checkedOn,
  CheckedBy: check.checkedBy,
  ExpiresOn: check.expiresOn,
});
