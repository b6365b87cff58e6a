import { addDays, daysBetween, formatDate, type LocalDate } from '../days/local-date.ts';
import { calendarKnown, isSchoolDay, type TermDates } from '../days/term-dates.ts';
import { fullWeekSessions, sessionsAWeek } from '../days/weekly-pattern.ts';
import type { Buyer } from '../register/buyer.ts';
import type { Provider } from '../register/provider.ts';
import type { CallOffRequest } from './call-off.ts';
import type { Exclusion, ExclusionKind } from './exclusion.ts';

/** R11: what the department plans for provision that is not a school, with where that was read. A row in Settings, because it is not law yet. */
export interface PlacementGuidance {
  /** So many weeks at most for more sessions than `sessionsAWeek`. */
  readonly longestWeeks: number;
  /** So many sessions a week are no matter for how long. */
  readonly sessionsAWeek: number;
  readonly source: string;
  readonly edition: string;
}

export const defaultPlacementGuidance: PlacementGuidance = {
  longestWeeks: 12,
  sessionsAWeek: 4,
  source: 'Department for Education, plans for provision outside schools, as reported by Schools Week',
  edition: 'Not law as read in November 2026',
};

/** R10: the sixth school day counts from the first day of the suspension or exclusion, that day included. */
const educationFromDay = 6;

/** R10: the day from which full-time education is due; `undefined` where the term dates do not reach so far: a day is never guessed. */
export const educationDueFrom = (termDates: readonly TermDates[], { from }: Exclusion): LocalDate | undefined => {
  let day = from;
  for (let counted = 0; calendarKnown(termDates, day); day = addDays(day, 1)) {
    if (isSchoolDay(termDates, day)) counted += 1;
    if (counted === educationFromDay) return day;
  }
  return undefined;
};

const whose: Readonly<Record<ExclusionKind, { readonly of: string; readonly whom: string }>> = {
  suspension: { of: 'suspension', whom: 'The school' },
  'permanent-exclusion': { of: 'permanent exclusion', whom: 'The council' },
};

type Asked = Pick<CallOffRequest, 'pattern' | 'startDate' | 'endDate' | 'exclusion'>;

/** R10: what is owed to a pupil who is suspended or excluded, where this placement does not give it. */
const owedByThen = ({ pattern, startDate, exclusion }: Asked, { termDates }: Pick<Buyer, 'termDates'>): readonly string[] => {
  if (exclusion === undefined) return [];
  const { of, whom } = whose[exclusion.kind];
  const due = educationDueFrom(termDates, exclusion);
  const day = due === undefined ? `the sixth school day of the ${of}` : `${formatDate(due)}, the sixth school day of the ${of}`;
  const sessions = sessionsAWeek(pattern);
  const isLate = due === undefined || startDate > due;
  if (!isLate && sessions >= fullWeekSessions) return [];
  return [
    `${whom} must arrange full-time education from ${day}.`,
    ...(isLate ? [`This placement starts on ${formatDate(startDate)}: arrange what is owed before it.`] : []),
    ...(sessions < fullWeekSessions
      ? [`It is for ${sessions} of ${fullWeekSessions} sessions a week: the rest must be arranged too.`]
      : []),
  ];
};

/** R11: that a placement is longer than the department plans to allow outside schools. */
const longerThanPlanned = (
  { pattern, startDate, endDate }: Asked,
  { registeredSchool }: Pick<Provider, 'registeredSchool'>,
  { longestWeeks, sessionsAWeek: light }: PlacementGuidance,
): readonly string[] => {
  const weeks = Math.ceil((daysBetween(startDate, endDate) + 1) / 7);
  const sessions = sessionsAWeek(pattern);
  return registeredSchool || sessions <= light || weeks <= longestWeeks
    ? []
    : [
        `The provider is no registered school, and this is for ${sessions} sessions a week over ${weeks} weeks.`,
        `The Department for Education plans to allow at most ${longestWeeks} weeks, or ${light} sessions a week for longer. It is not law yet.`,
      ];
};

/**
 * R10, R11: what whoever asks and whoever approves should know about the days of a request. It stops nothing. Each sentence names no pupil; empty where there is
 * nothing to say.
 */
export const placementAdvice = (
  request: Asked,
  provider: Pick<Provider, 'registeredSchool'>,
  buyer: Pick<Buyer, 'termDates'>,
  guidance: PlacementGuidance,
): readonly string[] => [...owedByThen(request, buyer), ...longerThanPlanned(request, provider, guidance)];
