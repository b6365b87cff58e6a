const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Field {
  readonly low: number;
  readonly high: number;
  readonly names?: readonly string[];
}
const fields: readonly Field[] = [
  { low: 0, high: 59 },
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  { low: 1, high: 12, names: monthNames },
  { low: 0, high: 6, names: dayNames },
];
/** A leap day on a given day of the week comes round at least this often. */
const yearsAhead = 41;

export interface Schedule {
  /** The first occurrence strictly after `from`, in UTC. Throws when there is none. */
  next(from: Date): Date;
}

/**
 * Parses an NCRONTAB expression: second minute hour day month day-of-week; with five fields the second is 0. The day and the
 * day of the week must both match (unlike in cron). Throws on anything else, time spans included.
 */
export function parseNcrontab(expression: string): Schedule {
  const texts = expression.trim().split(/\s+/);
  if (texts.length === 5) texts.unshift('0');
  if (texts.length !== 6) throw new Error(`"${expression}" is not an NCRONTAB expression of five or six fields.`);
  const [seconds, minutes, hours, days, months, weekdays] = fields.map((field, index) => parseField(texts[index]!, field, expression)) as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const isDay = (date: Date): boolean =>
    months.includes(date.getUTCMonth() + 1) && days.includes(date.getUTCDate()) && weekdays.includes(date.getUTCDay());

  return {
    next(from) {
      const after = new Date(Math.floor(from.getTime() / 1000) * 1000 + 1000);
      const day = new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate()));
      const lastYear = day.getUTCFullYear() + yearsAhead;
      let floor: readonly [number, number, number] = [after.getUTCHours(), after.getUTCMinutes(), after.getUTCSeconds()];
      while (day.getUTCFullYear() <= lastYear) {
        const time = isDay(day) ? firstTime([hours, minutes, seconds], floor) : undefined;
        if (time) return new Date(day.getTime() + ((time[0] * 60 + time[1]) * 60 + time[2]) * 1000);
        day.setUTCDate(day.getUTCDate() + 1);
        floor = [0, 0, 0];
      }
      throw new Error(`The NCRONTAB expression "${expression}" never occurs.`);
    },
  };
}

type TimeOfDay = readonly [number, number, number];

/** The first hour, minute and second, each from its list, that is not before `floor`. */
function firstTime([hours, minutes, seconds]: readonly [number[], number[], number[]], floor: TimeOfDay): TimeOfDay | undefined {
  for (const hour of hours.filter((each) => each >= floor[0])) {
    const sameHour = hour === floor[0];
    for (const minute of minutes.filter((each) => !sameHour || each >= floor[1])) {
      const sameMinute = sameHour && minute === floor[1];
      const second = seconds.find((each) => !sameMinute || each >= floor[2]);
      if (second !== undefined) return [hour, minute, second];
    }
  }
  return undefined;
}

function parseField(text: string, { low, high, names }: Field, expression: string): number[] {
  const bad = (part: string): Error => new Error(`"${part}" is out of place in the NCRONTAB expression "${expression}".`);
  const value = (part: string): number => {
    const named = names?.indexOf(part.toLowerCase().slice(0, 3)) ?? -1;
    const number = named >= 0 ? named + low : /^\d+$/.test(part) ? Number(part) : Number.NaN;
    if (!(number >= low && number <= high)) throw bad(part);
    return number;
  };
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [, range, stepText] = /^([^/]+)(?:\/([1-9]\d*))?$/.exec(part) ?? [];
    if (range === undefined) throw bad(part);
    const [first = '', last, extra] = range.split('-');
    if (extra !== undefined) throw bad(part);
    const start = range === '*' ? low : value(first);
    const open = range === '*' || stepText !== undefined;
    const end = last !== undefined ? value(last) : open ? high : start;
    if (end < start) throw bad(part);
    for (let each = start; each <= end; each += Number(stepText ?? 1)) found.add(each);
  }
  return [...found].sort((a, b) => a - b);
}
