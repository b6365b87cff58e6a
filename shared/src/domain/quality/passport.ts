import { addDays, type LocalDate } from '../days/local-date.ts';
import { isUndecided, type QaOutcome } from './check-outcome.ts';
import type { CheckRecord, Inspection } from './check-record.ts';
import { holdsUntil, latestCheck, type QaCheck } from './qa-check.ts';
import { whyOverdue } from './rule-text.ts';
import { mandatoryStandards, type QaStandard } from './standard.ts';
import type { StandardRow } from './standards-catalogue.ts';

export const passportStates = ['holds', 'ends-soon', 'waived', 'action-required', 'not-passed', 'lapsed', 'never-checked'] as const;
export type PassportState = (typeof passportStates)[number];

/** One line of a provider's passport, as every school may read it: that a standard was checked, by whom, when, and until when it holds. */
export interface PassportLine {
  readonly standard: QaStandard;
  readonly code?: string | undefined;
  readonly title: string;
  readonly wordingKnown: boolean;
  readonly mandatory: boolean;
  readonly state: PassportState;
  readonly checkedOn?: LocalDate | undefined;
  readonly checkedBy?: string | undefined;
  readonly until?: LocalDate | undefined;
}

/** The same line with what only commissioners see: the words, where the evidence lies, and what is under way. */
export interface PassportLineForCommissioners extends PassportLine {
  readonly confirmation?: string | undefined;
  readonly evidenceLink?: string | undefined;
  readonly inspection?: Inspection | undefined;
  readonly renewal?: QaOutcome | undefined;
  /** Whether the text of the standard must be checked against its source again. */
  readonly textOverdue: boolean;
}

const stateOf = (check: QaCheck | undefined, today: LocalDate, dueDays: number): PassportState => {
  if (!check) return 'never-checked';
  const until = holdsUntil(check);
  if (until !== undefined && until >= today) {
    if (check.waivedUntil === until && until !== check.expiresOn) return 'waived';
    return until <= addDays(today, dueDays) ? 'ends-soon' : 'holds';
  }
  if (check.outcome === 'failed') return 'not-passed';
  return check.actionDueOn === undefined ? 'lapsed' : 'action-required';
};

const lineOf = (row: StandardRow, check: QaCheck | undefined, today: LocalDate, dueDays: number): PassportLine => ({
  standard: row.key,
  code: row.code,
  title: row.title,
  wordingKnown: row.wordingKnown,
  mandatory: mandatoryStandards.includes(row.key),
  state: stateOf(check, today, dueDays),
  checkedOn: check?.checkedOn,
  checkedBy: check?.checkedBy,
  until: holdsUntil(check),
});

const mandatoryFirst = <Line extends PassportLine>(lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((a, b) => Number(b.mandatory) - Number(a.mandatory));

/** R15 to R18: a provider's standing in every standard, mandatory ones first. `checks`: those of this provider. */
export const passportOf = (
  rows: readonly StandardRow[],
  checks: readonly QaCheck[],
  today: LocalDate,
  dueDays: number,
): readonly PassportLine[] => mandatoryFirst(rows.map((row) => lineOf(row, latestCheck(checks, row.key), today, dueDays)));

export const passportForCommissioners = (
  rows: readonly StandardRow[],
  checks: readonly CheckRecord[],
  today: LocalDate,
  dueDays: number,
): readonly PassportLineForCommissioners[] =>
  mandatoryFirst(
    rows.map((row) => {
      const check = latestCheck(checks, row.key);
      return {
        ...lineOf(row, check, today, dueDays),
        confirmation: check?.confirmation,
        evidenceLink: check?.evidence?.link,
        inspection: check?.inspection,
        renewal: checks.find(({ standard, ref, outcome }) => standard === row.key && ref !== check?.ref && isUndecided(outcome))?.outcome,
        textOverdue: whyOverdue(row, today) !== undefined,
      };
    }),
  );
