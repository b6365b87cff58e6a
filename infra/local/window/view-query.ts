/** Rows as Graph gives them; `fields` by internal name. */
export interface QueriedRow {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A view's query is of a form that the window does not evaluate. */
export class UnreadableQuery extends Error {
  constructor(query: string) {
    super(`The window cannot read this view's query: ${query}`);
    this.name = 'UnreadableQuery';
  }
}

const DAY_MS = 86_400_000;

const unescapeXml = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

/** SharePoint compares texts without regard to case. */
const comparable = (value: unknown): string | number => (typeof value === 'number' ? value : String(value ?? '').toLowerCase());

type Keeps = (row: QueriedRow) => boolean;

const field = '<FieldRef Name="(\\w+)" ?/>';
const wheres: readonly (readonly [RegExp, (name: string, inner: string, now: Date) => Keeps])[] = [
  [
    new RegExp(`^<(?:Eq|In)>${field}((?:<Values>)?(?:<Value Type="\\w+">[^<]*</Value>)+(?:</Values>)?)</(?:Eq|In)>$`),
    (name, inner) => {
      const wanted = new Set(
        [...inner.matchAll(/<Value Type="\w+">([^<]*)<\/Value>/g)].map(([, text]) => unescapeXml(text ?? '').toLowerCase()),
      );
      return ({ fields }) => fields[name] !== undefined && wanted.has(String(fields[name]).toLowerCase());
    },
  ],
  [
    new RegExp(`^<Leq>${field}<Value Type="DateTime"><Today OffsetDays="(-?\\d+)" ?/></Value></Leq>$`),
    (name, days, now) => {
      const last = new Date(now.getTime() + Number(days) * DAY_MS).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
      return ({ fields }) => {
        const at = new Date(String(fields[name]));
        return fields[name] !== undefined && at.toLocaleDateString('en-CA', { timeZone: 'Europe/London' }) <= last;
      };
    },
  ],
];

const keepsOf = (where: string, now: Date): Keeps | undefined => {
  for (const [form, make] of wheres) {
    const found = form.exec(where);
    if (found) return make(found[1] ?? '', found[2] ?? '', now);
  }
  return undefined;
};

/**
 * The rows of a view in its order, as SharePoint's page would show them: CAML with one condition (Eq, In, or Leq with Today) and
 * one column to order by, which is what provisioning writes. Throws `UnreadableQuery` for any other.
 */
export const rowsOfView = (query: string, rows: readonly QueriedRow[], now: Date): readonly QueriedRow[] => {
  const where = /<Where>(.*)<\/Where>/s.exec(query)?.[1];
  const keeps = where === undefined ? () => true : keepsOf(where.trim(), now);
  const order = /<OrderBy><FieldRef Name="(\w+)"( Ascending="FALSE")? ?\/><\/OrderBy>/i.exec(query);
  if (keeps === undefined || (query.includes('<OrderBy>') && order === null)) throw new UnreadableQuery(query);
  const kept = rows.filter(keeps);
  if (order === null) return kept;
  const [, by = '', descending] = order;
  const sign = descending === undefined ? 1 : -1;
  return [...kept].sort((left, right) => {
    const [a, b] = [comparable(left.fields[by]), comparable(right.fields[by])];
    return a < b ? -sign : a > b ? sign : Number(left.id) - Number(right.id);
  });
};
