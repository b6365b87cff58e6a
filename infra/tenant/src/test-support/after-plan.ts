import type { Action } from '../plan/action.ts';
import { facetOf } from '../plan/plan-columns.ts';
import { newList, type PresentColumn, type PresentHandling, type PresentList } from '../plan/present-list.ts';

const withHandling = (list: PresentList, change: (handling: PresentHandling) => PresentHandling): PresentList =>
  list.handling ? { ...list, handling: change(list.handling) } : list;

const setView = (handling: PresentHandling, view: PresentHandling['views'][number]): PresentHandling => {
  const others = handling.views
    .filter(({ title }) => title !== view.title)
    .map((other) => (view.isDefault ? { ...other, isDefault: false } : other));
  return { ...handling, views: [...others, view] };
};

const changed = (list: PresentList, action: Action): PresentList => {
  switch (action.kind) {
    case 'create-list':
      return list;
    case 'describe-list':
      return { ...list, description: action.description };
    case 'add-column': {
      const { name, displayName, description, required, indexed, enforceUniqueValues } = action.column;
      const added: PresentColumn = { name, displayName, description, required, indexed, enforceUniqueValues, ...facetOf(action.column) };
      return { ...list, columns: [...list.columns, added] };
    }
    case 'change-column':
      return {
        ...list,
        columns: list.columns.map((column) => {
          if (column.name !== action.column) return column;
          const { [column.facet]: settings, ...flags } = action.change;
          const next = { ...column, ...flags, settings: { ...column.settings, ...(settings as object | undefined) } };
          if (next.enforceUniqueValues && !column.indexed && !next.indexed) throw new Error(`${column.name}: unique without an index`);
          if (column.enforceUniqueValues && !next.indexed && next.enforceUniqueValues)
            throw new Error(`${column.name}: index taken from unique`);
          return next;
        }),
      };
    case 'keep-versions':
      return withHandling(list, (handling) => ({ ...handling, versionLimit: action.versionLimit, attachments: false }));
    case 'set-view':
      return withHandling(list, (handling) => setView(handling, action.view));
    case 'format-column':
      return withHandling(list, (handling) => ({
        ...handling,
        formatters: { ...handling.formatters, [action.column]: action.formatter },
      }));
    case 'make-read-only':
      return withHandling(list, (handling) => ({ ...handling, people: 'read-only' }));
    case 'restrict':
      return withHandling(list, (handling) => ({ ...handling, people: `named-${action.access}` }));
  }
};

/** What a tenant holds after actions were carried out, as the service does it. Throws where the service would refuse an action. */
export const afterPlan = (present: readonly PresentList[], actions: readonly Action[], restReachable = true): readonly PresentList[] =>
  actions.reduce((lists, action) => {
    if (action.kind === 'create-list') {
      if (lists.some(({ title }) => title === action.list)) throw new Error(`${action.list} is there already`);
      return lists.concat(newList(action.list, action.description, restReachable));
    }
    if (!lists.some(({ title }) => title === action.list)) throw new Error(`${action.list} is not there`);
    return lists.map((list) => (list.title === action.list ? changed(list, action) : list));
  }, present);
