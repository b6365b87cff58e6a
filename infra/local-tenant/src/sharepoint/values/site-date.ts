/** The time zone of every site here. A date-only column keeps local midnight of this zone. */
export const SITE_TIME_ZONE = 'Europe/London';

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: SITE_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The site's wall clock at a moment, as if it were UTC (milliseconds). */
function wallTime(moment: number): number {
  const parts = Object.fromEntries(wallClock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second);
}

export const toSeconds = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

/**
 * What a date-only column reads back for a written moment: local midnight of the site, in UTC. Written `2026-07-01T12:00:00Z`,
 * read `2026-06-30T23:00:00Z`: the "one day off" that callers meet in summer. A winter date reads `…T00:00:00Z`.
 */
export function siteMidnight(moment: number): string {
  const day = 86_400_000;
  const midnightAsUtc = Math.floor(wallTime(moment) / day) * day;
  const offset = wallTime(midnightAsUtc) - midnightAsUtc;
  return toSeconds(midnightAsUtc - offset);
}
