import type { ListDefinition } from '@ap/shared/lists/list';
import type { Action, Plan } from './action.ts';
import { viewsOf } from './list-view.ts';
import { versionLimitOf } from './plan-register.ts';

const quote = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** One action as a line for a person. */
export const describeAction = (action: Action): string => {
  switch (action.kind) {
    case 'create-list':
      return `create list ${action.list}`;
    case 'describe-list':
      return `set description of ${action.list}`;
    case 'add-column':
      return `add column ${action.list}.${action.column.name}${action.column.indexed ? ' (indexed)' : ''}`;
    case 'change-column':
      return `change column ${action.list}.${action.column}: ${Object.entries(action.change)
        .map(([name, value]) => `${name} = ${quote(value)}`)
        .join(', ')}`;
    case 'keep-versions':
      return `keep ${action.versionLimit} versions of ${action.list}, no attachments`;
    case 'set-view':
      return `set view '${action.view.title}' of ${action.list}`;
    case 'format-column':
      return `format column ${action.list}.${action.column}`;
    case 'make-read-only':
      return `make ${action.list} read only for people`;
    case 'restrict':
      return action.to === 'to-nobody'
        ? `close ${action.list} to everybody`
        : `close ${action.list} to everybody but the people that CONCERN_READERS names, who may ${action.access} it`;
  }
};

/** The plan as lines: what will be done, then what was refused and why. */
export const describePlan = ({ actions, refused }: Plan): readonly string[] => [
  ...(actions.length === 0
    ? ['Nothing to do: the lists are as the register wants them.']
    : actions.map((action) => `  ${describeAction(action)}`)),
  ...refused.map(({ sentence }) => `  REFUSED ${sentence}`),
];

/** What a person must click where SharePoint REST may not be used: the same settings, list by list. */
export const byHand = (register: readonly ListDefinition[]): readonly string[] =>
  register.flatMap((list) => [
    `${list.title}:`,
    `  List settings > Versioning settings: create major versions, keep ${versionLimitOf(list)}. Advanced settings: attachments disabled.`,
    ...viewsOf(list).map(
      ({ title, columns, isDefault }) =>
        `  View '${title}'${isDefault ? ' (default)' : ''}: ${columns.map((name) => (name === 'LinkTitle' ? 'Title' : name)).join(', ')}.`,
    ),
    ...permissionsByHand(list),
  ]);

const permissionsByHand = ({ handEdited, restricted }: ListDefinition): readonly string[] => {
  const named = 'the people and groups that CONCERN_READERS names';
  if (restricted === 'to-nobody')
    return [
      '  List settings > Permissions: stop inheriting, take every group away and give nobody anything. The product alone opens this list.',
    ];
  if (restricted)
    return [
      `  List settings > Permissions: stop inheriting, take every group away, give ${handEdited ? 'Contribute' : 'Read'} to ${named} and to nobody else.`,
    ];
  return handEdited
    ? []
    : ['  List settings > Permissions: stop inheriting, give every group Read only. The product alone writes this list.'];
};
