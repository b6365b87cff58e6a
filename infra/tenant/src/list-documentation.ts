import type { Column } from '@ap/shared/lists/column';
import { columnDefinitions } from '@ap/shared/lists/column-definition';
import type { Columns, ListDefinition } from '@ap/shared/lists/list';
import { viewsOf } from './plan/list-view.ts';

const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  reference: 'reference',
  longText: 'several lines of text',
  choice: 'one of',
  multiChoice: 'several of',
  keyList: 'keys, parted by `; `',
  number: 'number',
  money: 'pounds (Currency)',
  day: 'day',
  instant: 'date and time',
  yesNo: 'yes or no',
  person: 'person (`tenant id/object id`)',
  json: 'JSON, written by the product',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const typeOf = ({ kind, facet }: Column<unknown>): string => {
  const { choices } = (facet.choice ?? {}) as { readonly choices?: readonly string[] };
  const words = choices ? ` ${choices.map((choice) => `\`${choice}\``).join(', ')}` : '';
  return `${kinds[kind] ?? kind}${words}`;
};

const rowOf = (list: ListDefinition, name: string): string => {
  const column = (list.columns as Columns)[name] as Column<unknown>;
  const { label, hint = '', required, indexed, unique } = column.options;
  const marks = [required ? 'required' : '', unique ? 'unique' : indexed ? 'indexed' : ''].filter(Boolean).join(', ');
  return `| \`${name}\` | ${[label, typeOf(column), marks, hint].map(cell).join(' | ')} |`;
};

const sectionOf = (list: ListDefinition): readonly string[] => [
  `## ${list.title}`,
  '',
  list.description,
  '',
  list.handEdited ? 'Commissioners may edit it by hand.' : 'Read only for people: the product alone writes it.',
  '',
  '| column | label | holds | | hint |',
  '| --- | --- | --- | --- | --- |',
  ...columnDefinitions(list).map(({ name }) => rowOf(list, name)),
  '',
  `Views: ${viewsOf(list)
    .map(({ title }) => title)
    .join(', ')}.`,
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
    '"unique" ones refuse a second row with the same value, whatever its capitals.',
    '',
    ...register.flatMap(sectionOf),
  ].join('\n');
