import type { FoundSubject, Subject } from './find-subject.ts';

/** Everything that was found, as a document of its own that a program can read. JSON columns are opened. */
export const subjectData = ({ buyer, pupil }: Subject, { rows, entities }: FoundSubject, takenAt: string) => ({
  buyer,
  pupil,
  takenAt,
  lists: rows.map(({ list, row, now, past, as }) => ({
    list: list.title,
    about: as,
    ...(now ? { row: opened(row.fields) } : {}),
    earlierVersions: past.map(({ label, at, fields }) => ({ version: label, at, row: opened(fields) })),
  })),
  storage: entities.map(({ table, content }) => ({ table, content })),
  notHere: notHere.slice(),
});

/** What no search of the product's stores can find, said to whoever reads the export. */
const notHere = [
  'Cards, mails and notices that were sent: they hold no reference of a pupil, no flag and no words about one, and lie with those whom they were sent to.',
  'The audit log: it holds references of requests and orders, never that of a pupil.',
  'The file of the pupil at the school, and what school and provider told each other outside this product.',
  'Papers of an order that somebody downloaded.',
] as const;

const opened = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !name.includes('@odata'))
      .map(([name, value]) => [name, name === 'State' && typeof value === 'string' ? (JSON.parse(value) as unknown) : value]),
  );

type Data = ReturnType<typeof subjectData>;

const lines = (value: unknown, indent: string): readonly string[] => {
  if (value === null || typeof value !== 'object') return [`${indent}- ${String(value)}`];
  return Object.entries(value).flatMap(([name, each]) =>
    each !== null && typeof each === 'object'
      ? [`${indent}- ${Array.isArray(value) ? `no. ${Number(name) + 1}` : name}:`, ...lines(each, `${indent}  `)]
      : [`${indent}- ${name}: ${String(each)}`],
  );
};

/** The same for people to read, in Markdown. */
export const subjectText = (data: Data): string =>
  [
    `# What is kept about pupil ${data.pupil} of ${data.buyer}`,
    '',
    `Taken ${data.takenAt}. ${data.lists.length} rows of lists, ${data.storage.length} rows of the storage account.`,
    ...data.lists.flatMap((each) => [
      '',
      `## ${each.list}`,
      '',
      ...(each.row ? lines(each.row, '') : ['Only earlier versions tell of the pupil.']),
      ...each.earlierVersions.flatMap(({ version, at, row }) => ['', `### Version ${version}, ${at}`, '', ...lines(row, '')]),
    ]),
    ...data.storage.flatMap(({ table, content }) => ['', `## Table ${table}`, '', ...lines(content, '')]),
    '',
    '## What is not here',
    '',
    ...data.notHere.map((line) => `- ${line}`),
    '',
  ].join('\n');
