import { columnDefinitions } from '@ap/shared/lists/column-definition';
import type { ListDefinition } from '@ap/shared/lists/list';
import type { Action, Plan, RefusedChange } from './action.ts';
import { formattersOf, sameFormat } from './column-format.ts';
import { sameView, viewsOf } from './list-view.ts';
import { planColumns } from './plan-columns.ts';
import { isStrange, newList, type PresentHandling, type PresentList } from './present-list.ts';

/** Versions kept: what people edit changes rarely; what the product writes changes with every step of a call-off. */
export const versionLimitOf = (list: ListDefinition): number => (list.handEdited ? 100 : 500);

/** Steps for what Graph lacks. None where SharePoint REST could not be asked: those are told to a person instead. */
const planHandling = (list: ListDefinition, { handling }: PresentList): readonly Action[] => {
  if (!handling) return [];
  const { title } = list;
  const limit = versionLimitOf(list);
  const versions: Action[] =
    // Attachments are out of reach of Graph and so of every rule here: a file about a child must not land in one.
    handling.versionLimit === limit && !handling.attachments ? [] : [{ kind: 'keep-versions', list: title, versionLimit: limit }];
  const views = viewsOf(list)
    .filter((view) => !handling.views.some((present) => present.title === view.title && sameView(present, view)))
    .map((view): Action => ({ kind: 'set-view', list: title, view }));
  const formats = Object.entries(formattersOf(list))
    .filter(([column, formatter]) => !sameFormat(handling.formatters[column], formatter))
    .map(([column, formatter]): Action => ({ kind: 'format-column', list: title, column, formatter }));
  return [...versions, ...views, ...formats, ...planPeople(list, handling.people)];
};

/** Whom a list is to be open to. */
const planPeople = ({ title, handEdited, restricted }: ListDefinition, people: PresentHandling['people']): readonly Action[] => {
  const access = handEdited ? 'edit' : 'read';
  if (restricted) return people === `named-${access}` ? [] : [{ kind: 'restrict', list: title, access, to: restricted }];
  return handEdited || people === 'read-only' ? [] : [{ kind: 'make-read-only', list: title }];
};

const notOurs = ({ title, template }: PresentList): RefusedChange => ({
  list: title,
  sentence:
    `${title} is left as it is: it is a list of the kind '${template}', and so not the register's but one that came with the site or that somebody made. ` +
    'Name a team site of its own without such a list, or delete or rename the list in its settings, and provision again.',
});

const planList = (list: ListDefinition, found: PresentList | undefined, restReachable: boolean): Plan => {
  if (found && isStrange(found)) return { actions: [], refused: [notOurs(found)] };
  const present = found ?? newList(list.title, list.description, restReachable);
  const head: Action[] = found ? [] : [{ kind: 'create-list', list: list.title, description: list.description }];
  if (found && found.description !== list.description)
    head.push({ kind: 'describe-list', list: list.title, description: list.description });
  const columns = planColumns(present, columnDefinitions(list));
  return { actions: [...head, ...columns.actions, ...planHandling(list, present)], refused: columns.refused };
};

/**
 * What to do so that the lists of a site are those of the register. Pure: asked again after it was carried out, it is empty.
 * Lists and columns that the register does not know are left alone. A change that could lose what people entered is refused, and so is a list of another kind.
 */
export const planRegister = (register: readonly ListDefinition[], present: readonly PresentList[], restReachable: boolean): Plan => {
  const plans = register.map((list) =>
    planList(
      list,
      present.find(({ title }) => title === list.title),
      restReachable,
    ),
  );
  return { actions: plans.flatMap(({ actions }) => actions), refused: plans.flatMap(({ refused }) => refused) };
};
