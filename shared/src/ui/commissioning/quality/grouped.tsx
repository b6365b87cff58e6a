import { formatDate, type LocalDate, mondayOf } from '../../../domain/days/local-date.ts';

export type Span = 'weeks' | 'months';

/** How far ahead the calendar looks, and in what it counts. */
export const spans: Readonly<Record<Span, { readonly name: string; readonly days: number }>> = {
  weeks: { name: 'Next 8 weeks, by week', days: 56 },
  months: { name: 'Next 12 months, by month', days: 365 },
};

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const nameOf = (day: LocalDate, span: Span): string =>
  span === 'weeks' ? `Week of ${formatDate(mondayOf(day), 'plain')}` : month.format(new Date(`${day}T12:00:00Z`));

/** Rows by the week or the month in which they end, in their order. */
export const grouped = <Row extends { readonly until: LocalDate }>(
  rows: readonly Row[],
  span: Span,
): readonly { readonly name: string; readonly rows: readonly Row[] }[] => {
  const groups = new Map<string, Row[]>();
  for (const row of [...rows].sort((a, b) => a.until.localeCompare(b.until))) {
    const name = nameOf(row.until, span);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, inIt]) => ({ name, rows: inIt }));
};
