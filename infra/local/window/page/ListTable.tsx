import { Badge, Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { FormattedCell } from './FormattedCell.tsx';
import { columnsOfView, type GraphColumn, kindOf, rawValue, shownColumns, shownValue } from './list-column.ts';
import { type ListRow, LocalRefusal } from './local-api.ts';
import { RowEditor } from './RowEditor.tsx';
import { RowVersions } from './RowVersions.tsx';
import { useRows } from './use-rows.ts';

const longest = 90;
/** Text of several lines has room to be read. */
const longestOfLines = 500;

const cut = (text: string, limit: number): string => (text.length > limit ? `${text.slice(0, limit)}…` : text);

const isLines = (column: GraphColumn): boolean => kindOf(column) === 'lines';

const Cell = ({ column, value, format }: { column: GraphColumn; value: unknown; format: string | undefined }): React.ReactElement => {
  const shown = cut(shownValue(column, value), isLines(column) ? longestOfLines : longest);
  if (format === undefined) return <>{shown}</>;
  return <FormattedCell format={format} subject={{ value: rawValue(column, value), shown, now: new Date() }} />;
};

/** One list as the person sees it in SharePoint: a view with its columns, order, filter and colours, and each row to edit where they may. */
export const ListTable = ({ person, listId }: { readonly person: PersonId; readonly listId: string }): React.ReactElement => {
  const { state, failure, page, go, choose, again } = useRows(person, listId);
  const [editing, setEditing] = React.useState<ListRow>();
  const [looking, setLooking] = React.useState<ListRow>();
  const all = state ? shownColumns(state.list.columns) : [];
  const view = state?.face.views.find(({ id }) => id === state.viewId);
  const columns = state && view ? columnsOfView(state.list.columns, view.columns) : [];
  const nameOf = (row: ListRow): string => String(row.fields.Title ?? row.id);

  const close = (changed: boolean): void => {
    setEditing(undefined);
    setLooking(undefined);
    if (changed) again();
  };

  return (
    <>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            The service refused.{' '}
            <b>{failure instanceof LocalRefusal ? `${failure.status} ${failure.code}: ${failure.message}` : failure.message}</b>
          </MessageBarBody>
        </MessageBar>
      )}
      {state && (
        <>
          <div className="bar">
            <Field label="View" orientation="horizontal">
              <Select value={state.viewId} onChange={(_, { value }) => choose(value)}>
                {state.face.views.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            </Field>
            {!state.face.mayEdit && (
              <Badge appearance="tint" color="warning">
                Read only
              </Badge>
            )}
          </div>
          <p className="list-note">{state.list.description}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
          <section className="table-scroll" aria-label={`Rows of ${state.list.displayName}`} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.name} scope="col" title={column.description || column.name}>
                      {column.displayName}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="for-readers">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {state.rows.value.map((row) => (
                  <tr key={row.id}>
                    {columns.map((column) => (
                      <td key={column.name} className={isLines(column) ? 'lines' : undefined}>
                        <Cell column={column} value={row.fields[column.name]} format={state.face.formatters[column.name]} />
                      </td>
                    ))}
                    <td className="row-actions">
                      {state.face.mayEdit && (
                        <Button size="small" aria-label={`Edit ${nameOf(row)}`} onClick={() => setEditing(row)}>
                          Edit
                        </Button>
                      )}{' '}
                      <Button size="small" aria-label={`Version history of ${nameOf(row)}`} onClick={() => setLooking(row)}>
                        History
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div className="bar">
            <Button size="small" disabled={page === 1} onClick={() => go(page - 1)}>
              Previous page
            </Button>
            <Button size="small" disabled={page * state.rows.pageSize >= state.rows.total} onClick={() => go(page + 1)}>
              Next page
            </Button>
            <Button size="small" onClick={again}>
              Read again
            </Button>
            <span role="status" className="quiet">
              {state.rows.total === 0
                ? 'No rows'
                : `Page ${page}, ${state.rows.value.length} of ${state.rows.total} ${state.rows.total === 1 ? 'row' : 'rows'}`}
            </span>
          </div>
          {editing && <RowEditor person={person} listId={listId} columns={all} row={editing} onClose={close} />}
          {looking && (
            <RowVersions person={person} listId={listId} columns={all} row={looking} mayRestore={state.face.mayEdit} onClose={close} />
          )}
        </>
      )}
    </>
  );
};
