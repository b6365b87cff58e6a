import { keyColumn } from '@ap/shared/domain/hand-edits/edit-law';
import { allOf } from '@ap/shared/domain/texts/one-of';
import type { Column } from '@ap/shared/lists/column';
import { columnDefinitions } from '@ap/shared/lists/column-definition';
import { editLawOf } from '@ap/shared/lists/hand-edits/edit-laws';
import type { Columns, ListDefinition, ListView } from '@ap/shared/lists/list';

const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  reference: 'reference',
  longText: 'several lines of text',
  choice: 'one of',
  multiChoice: 'several of',
  keyList: 'keys, parted by `; `',
  volumeBands: 'volume prices, such as `50: £42.00; 100: £40.00`',
  number: 'number',
  money: 'pounds (Currency)',
  day: 'day',
  instant: 'date and time',
  yesNo: 'yes or no',
  person: 'person (`tenant id/object id`)',
  json: 'JSON, written by the product',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The words of a column that commissioners see in colour, and what stands behind a day that has passed. */
const shownAs = ({ options }: Column<unknown>): string => {
  const byTone = Object.entries(options.tones ?? {}).map(([word, tone]) => `\`${word}\` ${tone}`);
  const past = options.pastWord === undefined ? [] : [`red and "${options.pastWord}" once past`];
  const whole = options.tone === undefined ? [] : [options.tone];
  return [...byTone, ...past, ...whole].join(', ');
};

const typeOf = ({ kind, facet }: Column<unknown>): string => {
  const { choices } = (facet.choice ?? {}) as { readonly choices?: readonly string[] };
  const words = choices ? ` ${choices.map((choice) => `\`${choice}\``).join(', ')}` : '';
  return `${kinds[kind] ?? kind}${words}`;
};

const rowOf = (list: ListDefinition, name: string): string => {
  const column = (list.columns as Columns)[name] as Column<unknown>;
  const { label, hint = '', required, indexed, unique } = column.options;
  const marks = [required ? 'required' : '', unique ? 'unique' : indexed ? 'indexed' : ''].filter(Boolean).join(', ');
  return `| \`${name}\` | ${[label, typeOf(column), marks, hint, shownAs(column)].map(cell).join(' | ')} |`;
};

const filterInWords = (filter: NonNullable<ListView['filter']>): string => {
  if ('dueWithinDays' in filter) return `\`${filter.column}\` past or within ${filter.dueWithinDays} days`;
  const words = 'oneOf' in filter ? filter.oneOf : [filter.equals];
  return `\`${filter.column}\` ${words.map((word) => `\`${word}\``).join(' or ')}`;
};

const viewLine = (list: ListDefinition, view: ListView, isDefault: boolean): string => {
  const labels = view.columns.map((name) => (list.columns as Columns)[name]?.options.label ?? name).join(', ');
  const order = `by \`${view.orderBy}\`${view.descending ? ', last first' : ''}`;
  const rows = view.filter ? `${filterInWords(view.filter)}, ${order}` : order;
  return `View **${view.title}**${isDefault ? ' (the default)' : ''}: ${labels}. Rows: ${rows}.`;
};

const whoMay = ({ handEdited, restricted }: ListDefinition): string => {
  if (restricted === 'to-nobody') return 'Sealed: nobody may open it. The product alone reads and writes it, and shows what may be seen.';
  if (restricted)
    return handEdited
      ? 'Restricted: only those whom `CONCERN_READERS` names may read and edit it. Other commissioners cannot open it.'
      : 'Restricted: only those whom `CONCERN_READERS` names may read it, and the product alone writes it. Other commissioners cannot open it.';
  return handEdited ? 'Commissioners may edit it by hand.' : 'Read only for people: the product alone writes it.';
};

const columnsInWords = (names: readonly string[]): string => allOf(names.map((name) => `\`${name}\``));

/** What of an edit by hand is put back whatever the record's own rules say. */
const whatStays = (list: ListDefinition): string => {
  const { handEdited, fixedColumns, appColumns, references, ruledColumns } = editLawOf(list);
  if (!handEdited) return 'Whatever is edited, added or deleted by hand is put back.';
  const named = Object.entries(references).map(([column, title]) => `\`${column}\` names rows of ${title}`);
  const parts = [
    `${columnsInWords([keyColumn, ...fixedColumns])} ${fixedColumns.length > 0 ? 'stay' : 'stays'} as entered`,
    ...(appColumns.length > 0 ? [`the app alone writes ${columnsInWords(appColumns)}`] : []),
    ...named,
    ...(ruledColumns.length > 0
      ? [`${columnsInWords(ruledColumns)} ${ruledColumns.length > 1 ? 'obey' : 'obeys'} the rules of the record`]
      : []),
  ];
  return `An edit stands only if ${parts.join('; ')}. A deleted row is made again.`;
};

const sectionOf = (list: ListDefinition): readonly string[] => [
  `## ${list.title}`,
  '',
  list.description,
  '',
  whoMay(list),
  '',
  whatStays(list),
  '',
  '| column | label | holds | | hint | shown |',
  '| --- | --- | --- | --- | --- | --- |',
  ...columnDefinitions(list).map(({ name }) => rowOf(list, name)),
  '',
  ...list.views.map((view, index) => `- ${viewLine(list, view, index === 0)}`),
  '',
];

/** The table of lists in Markdown: what each list is for, who may edit it, and every column. */
export const listDocumentation = (register: readonly ListDefinition[]): string =>
  [
    '# The lists of the register',
    '',
    'Generated from `shared/src/lists` by `npm run docs`. Do not edit: change the schema, then generate it again.',
    '',
    'Every list lives on one site that only commissioners may open. An empty column is absent. "Indexed" columns may be filtered by;',
    '"unique" ones refuse a second row with the same value, whatever its capitals. "Shown" says what the views colour: green is good, yellow',
    "waits for somebody, orange needs somebody's eye, red is stopped or past. The word always stands there too.",
    '',
    ...register.flatMap(sectionOf),
  ].join('\n');
