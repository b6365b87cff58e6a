import { defaultRetentionPolicy } from '@ap/shared/domain/privacy/retention-policy';
import { retentionRules } from '@ap/shared/domain/privacy/retention-rules';
import { classesOf, dataClasses } from '@ap/shared/lists/data-class';
import { type KeptPlace, keptElsewhere } from '@ap/shared/lists/kept-elsewhere';
import type { ListDefinition } from '@ap/shared/lists/list';
import { register } from '@ap/shared/lists/register';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Columns of one list by class; those about no person are only counted. */
const listLine = (list: ListDefinition): readonly string[] => {
  const byClass = new Map<string, string[]>();
  for (const [name, { options }] of Object.entries(list.columns))
    for (const each of classesOf(options.holds)) byClass.set(each, [...(byClass.get(each) ?? []), `\`${name}\``]);
  const told = (Object.keys(dataClasses) as readonly string[])
    .filter((name) => name !== 'none' && byClass.has(name))
    .map((name) => `${name}: ${byClass.get(name)?.join(', ')}`);
  const readers =
    list.restricted === 'to-nobody' ? 'the app' : list.restricted === 'to-named' ? 'whom `CONCERN_READERS` names' : 'commissioners';
  return [list.title, told.join('; ') || 'none', readers];
};

const placeLines = (kind: string, places: Readonly<Record<string, KeptPlace>>): readonly (readonly string[])[] =>
  Object.entries(places).map(([name, { holds, classes, goes }]) => [`${kind} \`${name}\``, holds, classes.join(', '), goes]);

/** docs/data-classification.md: what is kept about people in every column and place (ASVS V14.1.1), and for how long. */
export const privacyDocumentation = (): string => `# What is kept about people, and where

Generated from \`shared/src/lists\` (what each column \`holds\`, and \`kept-elsewhere.ts\`) and \`shared/src/domain/privacy/retention-rules.ts\` by \`npm run docs\`. Do not edit. A column or a
place without a class does not compile. What it means, and how somebody is given or rid of it: [privacy.md](privacy.md).

## Classes

${table(
  ['class', 'what it is'],
  Object.entries(dataClasses).map(([name, what]) => [name, what]),
)}

No class is for a pupil's name, date of birth, UPN, ULN, NHS number, address or contact: there is no place for them.

## Lists

Columns that are not named hold nothing about a person. "Read by" is who may open the list itself; the app shows to each caller what is theirs.

${table(['list', 'columns by class', 'read by'], register.map(listLine))}

## Storage account

${table(
  ['place', 'holds', 'classes', 'how it goes'],
  Object.entries(keptElsewhere).flatMap(([kind, places]) => placeLines(kind, places)),
)}

## How long

Periods are those of the setting \`retention-policy\`; without it these. \`npm run retention\` lists what is due, and why; it changes nothing without \`--yes\`. What is open, held
or in dispute stays whatever its age.

${table(
  ['what', 'kept', 'then', 'why'],
  Object.values(retentionRules).map(({ what, period, act, why }) => [
    what,
    period(defaultRetentionPolicy),
    act === 'delete' ? 'the record is deleted' : 'the pupil is erased from it',
    why,
  ]),
)}

The audit log is kept for seven years by the immutability policy of its container (against administrators once it is locked), and cannot be changed by this product.
`;
