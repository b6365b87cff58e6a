import { addDays, addMonths, type LocalDate, localDate, MONTHS } from '../../../domain/days/local-date.ts';

/** A stretch of days to look back at; both days are of it. */
export interface Period {
  readonly key: string;
  readonly label: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The parts of a school year by their months. Each school has its own days (R43): over all of them only the months can be told. */
const terms = [
  { name: 'Spring term', begins: '01', months: 3, told: 'January to March' },
  { name: 'Summer term', begins: '04', months: 4, told: 'April to July' },
  { name: 'Autumn term', begins: '09', months: 4, told: 'September to December' },
];
const termsOffered = 4;
/** What is shown where nothing is chosen: as many days as the service tells unasked. */
export const usualPeriod = '90';

/** The periods on offer: the last 30, 90 and 365 days, then terms and months as far as they have begun, the newest first. */
export const periodsUpTo = (today: LocalDate): readonly Period[] => {
  const whole = (from: LocalDate, months: number) => {
    const last = addDays(addMonths(from, months), -1);
    return { from, to: last < today ? last : today };
  };
  const year = Number(today.slice(0, 4));
  const days = [30, 90, 365].map((count) => ({ key: `${count}`, label: `Last ${count} days`, from: addDays(today, -count), to: today }));
  const begun = [year - 2, year - 1, year]
    .flatMap((of) =>
      terms.map(({ name, begins, months, told }) => ({
        key: `${of}-${begins}-term`,
        label: `${name} ${of} (${told})`,
        ...whole(localDate(`${of}-${begins}-01`), months),
      })),
    )
    .filter(({ from }) => from <= today)
    .reverse();
  const thisMonth = localDate(`${today.slice(0, 7)}-01`);
  const months = Array.from({ length: 12 }, (_, back) => {
    const from = addMonths(thisMonth, -back);
    const [of, month] = from.split('-');
    return { key: `${of}-${month}`, label: `${MONTHS[Number(month) - 1]} ${of}`, ...whole(from, 1) };
  });
  return [...days, ...begun.slice(0, termsOffered), ...months];
};
