import { instantAtLondon, type LocalDate } from '../../../domain/days/local-date.ts';

const typed = /^(\d{1,2})[:.]([0-5]\d)$/;
const earliest = 3;
const latest = 23;

/** What is wrong with a time of day as typed, such as 17:00. In the first hours of two days of the year a time would be none, or two. */
export const timeFault = (text: string): string | undefined => {
  const hour = Number(typed.exec(text)?.[1] ?? Number.NaN);
  return hour >= earliest && hour <= latest ? undefined : 'Enter a time between 03:00 and 23:59, such as 17:00';
};

/** The instant of a time of day by London's clock, in UTC. Throws RangeError for what `timeFault` names. */
export const instantAt = (day: LocalDate, time: string): string => {
  const [, hour, minute] = typed.exec(time) ?? [];
  if (minute === undefined || timeFault(time) !== undefined) throw new RangeError(`Not a time of day: ${time}`);
  return instantAtLondon(day, Number(hour)).replace(':00:00Z', `:${minute}:00Z`);
};

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });

/** The time of day by London's clock, as it is typed: 17:00. */
export const timeOf = (instant: string): string => clock.format(Date.parse(instant));
