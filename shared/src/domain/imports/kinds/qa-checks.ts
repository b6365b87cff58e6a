import { formatUkDate } from '../../days/uk-date.ts';
import { isUndecided, qaOutcomes } from '../../quality/check-outcome.ts';
import type { QaCheck } from '../../quality/qa-check.ts';
import { mandatoryStandards, qaStandards } from '../../quality/standard.ts';
import { oneOf } from '../../texts/one-of.ts';
import type { Fault, SheetKind, Surroundings } from '../sheet-kind.ts';
import { movedProvider, providerColumn, referenceColumn, unknownProvider } from './references.ts';

/** What a file may say of a check: that it is planned, or that evidence came in. A person decides on it; nothing is passed by a file. */
const arrivals = ['scheduled', 'received'] as const;

const says = ['providerRef', 'standard', 'outcome', 'checkedOn', 'checkedBy', 'expiresOn'] as const;

const outcomeFault = (record: QaCheck, present: QaCheck | undefined): readonly Fault[] => {
  if (present && (!isUndecided(present.outcome) || present.actionDueOn !== undefined)) {
    const changed = says.find((field) => record[field] !== present[field]);
    return changed
      ? [
          {
            field: changed,
            sentence: 'This check was decided, and a file cannot change it. A renewal is a check of its own, with a new reference.',
          },
        ]
      : [];
  }
  if (record.outcome === present?.outcome || arrivals.some((known) => known === record.outcome)) return [];
  return [
    { field: 'outcome', sentence: `Enter ${oneOf(arrivals)}: a commissioner then decides on it. Nothing is ${record.outcome} by a file.` },
  ];
};

const dateFaults = (record: QaCheck, { facts }: Surroundings): readonly Fault[] => [
  ...(record.checkedOn !== undefined && record.checkedOn > facts.today
    ? [{ field: 'checkedOn', sentence: 'Enter a day that is not in the future.' }]
    : []),
  ...(record.checkedOn !== undefined && record.expiresOn !== undefined && record.expiresOn < record.checkedOn
    ? [{ field: 'expiresOn', sentence: `Enter ${formatUkDate(record.checkedOn)} or later: it was checked on that day.` }]
    : []),
];

export const qaCheckSheet: SheetKind<'qa-checks'> = {
  kind: 'qa-checks',
  title: 'QA checks',
  one: 'check',
  columns: [
    referenceColumn('ref', 'Check', 'a reference such as Q-00042', ['QA check']),
    providerColumn,
    {
      field: 'standard',
      heading: 'Standard',
      kind: { is: 'choice', of: qaStandards },
      required: true,
      example: `a standard such as ${mandatoryStandards[0]}`,
    },
    { field: 'outcome', heading: 'Outcome', kind: { is: 'choice', of: qaOutcomes }, example: oneOf(arrivals) },
    { field: 'checkedOn', heading: 'Checked on', kind: { is: 'day' }, example: 'a date such as 01/09/2026' },
    {
      field: 'checkedBy',
      heading: 'Checked by',
      kind: { is: 'text', most: 255 },
      example: 'the member of staff or the body',
      screened: ['name', 'email', 'phone'],
    },
    {
      field: 'expiresOn',
      heading: 'Holds until',
      alsoKnownAs: ['Expires', 'Expires on', 'Expiry date'],
      kind: { is: 'day' },
      example: 'its last day, such as 31/08/2027',
    },
  ],
  fieldsOf: ({ outcome = null, ...fields }) => (outcome === null ? fields : { ...fields, outcome }),
  // Whether it is mandatory follows from the standard: nobody chooses.
  arrive: (fields) => {
    const record = fields as unknown as QaCheck;
    const mandatory = mandatoryStandards.includes(record.standard);
    return { ...record, mandatory, outcome: record.outcome ?? (record.checkedOn === undefined ? 'scheduled' : 'received') };
  },
  check: (record, _values, present, around) => [
    ...unknownProvider(record, around),
    ...movedProvider('check', record, present),
    ...outcomeFault(record, present),
    ...dateFaults(record, around),
  ],
};
