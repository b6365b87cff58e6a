import { formatDate, type LocalDate } from '../days/local-date.ts';
import { fullWeekSessions } from '../days/weekly-pattern.ts';
import type { CensusPlacement } from './ap-placement.ts';

/** What a school looks at before it returns its placements: about which of them, and a sentence that says what to do. */
export interface CensusCheck {
  readonly about: string;
  readonly sentence: string;
}

type Row = Pick<
  CensusPlacement,
  'orderNumber' | 'pupilRef' | 'providerName' | 'urn' | 'ukprn' | 'startDate' | 'endDate' | 'sessionsPerWeek' | 'over'
>;

const samePupil = (a: Row, b: Row): boolean => a.pupilRef.trim().toUpperCase() === b.pupilRef.trim().toUpperCase();
const overlap = (a: Row, b: Row): boolean => a.startDate <= b.endDate && b.startDate <= a.endDate;

/** GIAS has six digits, the register of learning providers eight that begin with a one. */
const numberFault = ({ urn, ukprn, providerName }: Row): string | undefined => {
  if (urn !== '' && !/^\d{6}$/.test(urn))
    return `The URN of ${providerName} is not six digits: ${urn}. Ask the commissioning team to mend it.`;
  return ukprn !== '' && !/^1\d{7}$/.test(ukprn)
    ? `The UKPRN of ${providerName} is not eight digits that begin with 1: ${ukprn}. Ask the commissioning team to mend it.`
    : undefined;
};

const notEnded = ({ endDate, over }: Row, today: LocalDate): string | undefined =>
  !over && endDate < today
    ? `Its last day was ${formatDate(endDate)}, and nobody recorded its end. Record it in the order, or extend it: the end date may be wrong here.`
    : undefined;

/**
 * R26: checks over the placements of a period, in sentences. They stop no file: a school may know better. Two placements of one pupil at a time are told by
 * their sessions together where those are more than a week has; in every other case that is how a timetable looks that is made up of several.
 */
export const censusChecks = (rows: readonly Row[], today: LocalDate): readonly CensusCheck[] => {
  const single = rows.flatMap((row) =>
    [numberFault(row), notEnded(row, today)].flatMap((sentence) => (sentence === undefined ? [] : [{ about: row.orderNumber, sentence }])),
  );
  const pairs = rows.flatMap((row, at) =>
    rows.slice(at + 1).flatMap((other): readonly CensusCheck[] => {
      if (!samePupil(row, other) || !overlap(row, other)) return [];
      const about = `${row.orderNumber} and ${other.orderNumber}`;
      if (row.providerName === other.providerName && row.startDate === other.startDate)
        return [
          {
            about,
            sentence: `Both are for pupil ${row.pupilRef} at ${row.providerName} from the same day. Look whether one was made twice.`,
          },
        ];
      const together = row.sessionsPerWeek + other.sessionsPerWeek;
      return together > fullWeekSessions
        ? [
            {
              about,
              sentence: `Pupil ${row.pupilRef} would have ${together} sessions a week, and a week has ${fullWeekSessions}. Look at the days of both.`,
            },
          ]
        : [];
    }),
  );
  return [...single, ...pairs];
};
