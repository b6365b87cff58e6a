import { addMonths, compareDates, dateOf, type LocalDate } from '../days/local-date.ts';

/** How long the reading of a text may be trusted: until its next edition is out. */
export const reissues = ['each-september', 'every-year', 'every-two-years'] as const;
export type Reissue = (typeof reissues)[number];

/**
 * A rule, standard or threshold as a row of data: what it says in plain words, where that was read, in which edition, and who checked it against the
 * source and when. `text` is absent where nobody here has read the source: it is never invented.
 */
export interface RuleText {
  readonly key: string;
  readonly text?: string | undefined;
  readonly source: string;
  readonly edition: string;
  readonly reissue: Reissue;
  readonly checkedOn?: LocalDate | undefined;
  readonly checkedBy?: string | undefined;
}

/** The newest 1 September on or before a day: the day on which the edition of KCSIE then in force began. */
export const newestSeptember = (today: LocalDate): LocalDate => {
  const year = Number(today.slice(0, 4));
  const thisYear = dateOf(year, 9, 1);
  const september = thisYear && compareDates(thisYear, today) <= 0 ? thisYear : dateOf(year - 1, 9, 1);
  if (september === undefined) throw new RangeError(`No September before ${today}`);
  return september;
};

/** The first day on which a check of the text no longer speaks for the edition in force. */
const overdueFrom = (reissue: Reissue, checkedOn: LocalDate): LocalDate => {
  if (reissue === 'each-september') return addMonths(newestSeptember(checkedOn), 12);
  return addMonths(checkedOn, reissue === 'every-year' ? 12 : 24);
};

/** Why a row must be looked at again today: never checked, or checked before an edition that is out by now; `undefined` when it stands. */
export const whyOverdue = (rule: RuleText, today: LocalDate): 'never-checked' | 'newer-edition' | undefined => {
  if (rule.checkedOn === undefined || !rule.checkedBy?.trim()) return 'never-checked';
  return compareDates(overdueFrom(rule.reissue, rule.checkedOn), today) <= 0 ? 'newer-edition' : undefined;
};

/** The rows that a commissioner must check against their source: those never checked first, then the longest unchecked. */
export const overdueRules = <R extends RuleText>(rules: readonly R[], today: LocalDate): readonly R[] =>
  rules
    .filter((rule) => whyOverdue(rule, today) !== undefined)
    .sort((a, b) => (a.checkedOn ?? '').localeCompare(b.checkedOn ?? '') || a.key.localeCompare(b.key));
