import type { Plan } from '../plan/action.ts';
import { describeAction } from '../plan/describe-plan.ts';
import type { UnexpectedReader } from '../provision/verify-readers.ts';
import { type Finding, fault, fine, some, warn } from './finding.ts';

/** Changes without which the lists still work: looks, words and how many versions are kept. */
const onlyLooks = new Set(['describe-list', 'set-view', 'format-column', 'keep-versions']);

const provisionAgain = 'npm run provision -- --dry-run shows what it would mend; npm run provision mends it. Rows are not touched.';

/** Whether lists, columns, indexes, choices, views and permissions are as the schema says; `plan`: what it would take to make them so. */
export const judgeLists = ({ actions, refused }: Plan, count: number, restReachable: boolean): Finding => {
  const strange = refused.filter(({ column }) => column === undefined);
  if (strange.length > 0)
    return fault(
      'lists',
      `Not the register's, though of its titles: ${some(strange.map(({ sentence }) => sentence))}`,
      'A person decides: another site, or the list goes or is renamed. Nothing here touches it.',
    );
  const deep = actions.filter(({ kind }) => !onlyLooks.has(kind));
  if (refused.length > 0)
    return fault(
      'lists',
      `Changed by hand so that mending it could lose data: ${some(refused.map(({ sentence }) => sentence))}`,
      'A person decides: rename the column or copy what is in it, then npm run provision.',
    );
  if (deep.length > 0)
    return fault('lists', `Changed by hand, or of another release: it would take ${some(deep.map(describeAction))}.`, provisionAgain);
  if (actions.length > 0)
    return warn('lists', `Looks were changed by hand: it would take ${some(actions.map(describeAction))}.`, provisionAgain);
  if (!restReachable)
    return warn(
      'lists',
      'Columns are right; views, versions and permissions could not be looked at: SharePoint REST refused this command’s app.',
      'Give the administrator’s app Sites.FullControl.All of SharePoint, with its certificate.',
    );
  return fine('lists', `${count} lists are as the schema says, with every column, index, choice and view.`);
};

/** Whether nobody reads the lists who may not. */
export const judgeReaders = (found: readonly UnexpectedReader[]): Finding =>
  found.length === 0
    ? fine('readers', 'Nobody can read the lists whom ALLOWED_READERS and CONCERN_READERS do not name.')
    : fault(
        'readers',
        `The lists can be read by others: ${some(found.map(({ where, title }) => `${title} reads ${where}`))}.`,
        'Take these permissions away in SharePoint, today. If a school is among them, tell the data protection officer what it could see.',
      );

/** A row that nobody can read, as a person finds it. */
export interface BadRow {
  readonly list: string;
  readonly id: number;
  readonly columns: readonly string[];
}

/** Whether every row of every list can be read. */
export const judgeRows = (bad: readonly BadRow[], read: number): Finding =>
  bad.length === 0
    ? fine('rows', `All ${read} rows of the lists can be read.`)
    : fault(
        'rows',
        `${bad.length} of ${read} rows cannot be read, and what rests on them is refused: ${some(bad.map(({ list, id, columns }) => `${list} ${id} (${columns.join(', ')})`))}.`,
        'Open the row in the list and correct the column, or restore the version before (docs/runbooks/stuck.md).',
      );
