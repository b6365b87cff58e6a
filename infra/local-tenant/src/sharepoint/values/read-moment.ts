import { siteMidnight, toSeconds } from './site-date.ts';

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The stored form of a written moment, whole seconds in UTC; a date without time is midnight UTC. A date-only column keeps
 * the site's midnight. Undefined when the text is no ISO 8601 moment or no real date.
 */
export function readMoment(text: string, dateOnly: boolean): string | undefined {
  const match = ISO_MOMENT.exec(text);
  if (match === null) return undefined;
  const withZone = match[2] === undefined ? `${text}T00:00:00Z` : match[5] === undefined ? `${text}Z` : text;
  const moment = Date.parse(withZone);
  const date = match[1] ?? '';
  const realDate = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment) || Number.isNaN(realDate.getTime()) || realDate.toISOString().slice(0, 10) !== date) return undefined;
  return dateOnly ? siteMidnight(moment) : toSeconds(moment);
}
