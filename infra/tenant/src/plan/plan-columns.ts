import type { ColumnDefinition } from '@ap/shared/lists/column-definition';
import type { ColumnChange, Plan, RefusedChange } from './action.ts';
import type { PresentColumn, PresentList } from './present-list.ts';

type Settings = Readonly<Record<string, unknown>>;

const facetNames = ['text', 'choice', 'number', 'currency', 'dateTime', 'boolean'] as const;

/** The one type facet of a definition, with its members. */
export const facetOf = (column: ColumnDefinition): { readonly facet: string; readonly settings: Settings } => {
  const facet = facetNames.find((name) => column[name] !== undefined);
  if (facet === undefined) throw new Error(`${column.name}: a column of a type that provisioning does not know`);
  return { facet, settings: column[facet] as Settings };
};

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Limits of numbers that the service reads back where none was set. */
const isSet = (limit: number | undefined): limit is number => limit !== undefined && Math.abs(limit) < 1e300;

/** What a wanted type would do to values that are there, in a sentence; undefined where it keeps every one of them readable. */
const harmOf = (facet: string, present: Settings, wanted: Settings): string | undefined => {
  if (facet === 'text') {
    if (Boolean(present.allowMultipleLines) !== Boolean(wanted.allowMultipleLines)) return 'one line and many lines are different types';
    const [old, now] = [number(present.maxLength), number(wanted.maxLength)];
    if (old !== undefined && now !== undefined && now < old) return `texts of up to ${old} characters would no longer fit into ${now}`;
  }
  if (facet === 'choice') {
    if ((present.displayAs === 'checkBoxes') !== (wanted.displayAs === 'checkBoxes')) return 'one choice and several are different types';
    const gone = texts(present.choices).filter((choice) => !texts(wanted.choices).includes(choice));
    if (gone.length > 0) return `items may hold ${gone.map((choice) => `'${choice}'`).join(', ')}, which the schema no longer knows`;
  }
  if (facet === 'number') {
    const [oldLeast, least, oldMost, most] = [present.minimum, wanted.minimum, present.maximum, wanted.maximum].map(number);
    if (isSet(least) && !(isSet(oldLeast) && oldLeast >= least)) return `items may hold less than ${least}`;
    if (isSet(most) && !(isSet(oldMost) && oldMost <= most)) return `items may hold more than ${most}`;
  }
  if (facet === 'dateTime' && present.format !== wanted.format) return 'days and moments are read differently';
  return undefined;
};

/** The members of each type that provisioning keeps as the schema has them; the others are the service's own or for show. */
const kept: Readonly<Record<string, readonly string[]>> = {
  text: ['maxLength'],
  choice: ['choices', 'allowTextEntry'],
  number: ['minimum', 'maximum', 'decimalPlaces'],
  currency: ['locale'],
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null).toLowerCase() === JSON.stringify(b ?? null).toLowerCase();

const typeDiffers = (facet: string, present: Settings, wanted: Settings): boolean =>
  (kept[facet] ?? []).some((member) => wanted[member] !== undefined && !same(present[member], wanted[member]));

const flags = ['displayName', 'description', 'required', 'indexed', 'enforceUniqueValues'] as const;

/**
 * Steps that bring one column to its definition. Values must be unique only once the index stands, and the index may go only once
 * they need not be: so each is a step of its own.
 */
const changesOf = (present: PresentColumn, wanted: ColumnDefinition, typeChange: ColumnChange): readonly ColumnChange[] => {
  const differing = flags.filter((flag) => present[flag] !== wanted[flag]);
  const first: Record<string, unknown> = { ...typeChange };
  for (const flag of differing) first[flag] = wanted[flag];
  const both = differing.includes('indexed') && differing.includes('enforceUniqueValues');
  if (!both) return Object.keys(first).length > 0 ? [first] : [];
  const { [wanted.indexed ? 'enforceUniqueValues' : 'indexed']: late, ...early } = first;
  return [early, { [wanted.indexed ? 'enforceUniqueValues' : 'indexed']: late }];
};

const planColumn = (list: string, present: PresentColumn, wanted: ColumnDefinition): Plan => {
  const { facet, settings } = facetOf(wanted);
  const refuse = (why: string): Plan => ({ actions: [], refused: [refusal(list, wanted, why)] });
  if (present.facet !== facet) return refuse(`it is a ${present.facet} column in the tenant and a ${facet} column in the schema`);
  const harm = harmOf(facet, present.settings, settings);
  if (harm !== undefined) return refuse(harm);
  const typeChange = typeDiffers(facet, present.settings, settings) ? { [facet]: settings } : {};
  return {
    actions: changesOf(present, wanted, typeChange).map((change) => ({ kind: 'change-column', list, column: wanted.name, change })),
    refused: [],
  };
};

const refusal = (list: string, { name, displayName }: ColumnDefinition, why: string): RefusedChange => ({
  list,
  column: name,
  sentence:
    `${list}.${name} ('${displayName}') is left as it is: ${why}. ` +
    'Look at the items, move them to values that the schema knows, make the change by hand in the list settings, and provision again.',
});

/** Columns to add and to change. A column that the schema does not know is somebody's own: it is left alone. */
export const planColumns = (present: PresentList, wanted: readonly ColumnDefinition[]): Plan => {
  const plans = wanted.map((column): Plan => {
    const found = present.columns.find(({ name }) => name === column.name);
    return found
      ? planColumn(present.title, found, column)
      : { actions: [{ kind: 'add-column', list: present.title, column }], refused: [] };
  });
  return { actions: plans.flatMap(({ actions }) => actions), refused: plans.flatMap(({ refused }) => refused) };
};
