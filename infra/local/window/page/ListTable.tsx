import { Badge, Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { shownColumns, shownValue } from './list-column.ts';
import { type ListRow, LocalRefusal } from './local-api.ts';
import { RowEditor } from './RowEditor.tsx';
import { useRows } from './use-rows.ts';

const longest = 90;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Lists that only the product writes say so in their own description; whether a change is taken stays the service's decision. */
const isReadOnly = (description: string): boolean => /\bread[- ]only\b/i.test(description);

/** One list as the person sees it: columns by their labels, a page of rows, and each row to edit. */
export const ListTable = ({ person, listId }: { readonly person: PersonId; readonly listId: string }): React.ReactElement => {
  const { state, failure, page, forward, back, again } = useRows(person, listId);
  const [editing, setEditing] = React.useState<ListRow>();
  const description = state?.list.description ?? '';
  const columns = state ? shownColumns(state.list.columns) : [];

  const close = (saved: boolean): void => {
    setEditing(undefined);
    if (saved) again();
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
          <p className="list-note">
            {isReadOnly(description) && (
              <Badge appearance="tint" color="warning">
                Read only
              </Badge>
            )}{' '}
            {description}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
          <section className="table-scroll" aria-label={`Rows of ${state.list.displayName}`} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="for-readers">Edit</span>
                  </th>
                  {columns.map((column) => (
                    <th key={column.name} scope="col" title={column.description || column.name}>
                      {column.displayName}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {state.rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Button size="small" aria-label={`Edit ${String(row.fields.Title ?? row.id)}`} onClick={() => setEditing(row)}>
                        Edit
                      </Button>
                    </td>
                    {columns.map((column) => (
                      <td key={column.name}>{cut(shownValue(column, row.fields[column.name]))}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div className="bar">
            <Button size="small" disabled={page === 1} onClick={back}>
              Previous page
            </Button>
            <Button size="small" disabled={state.next === undefined} onClick={forward}>
              Next page
            </Button>
            <Button size="small" onClick={again}>
              Read again
            </Button>
            <span role="status" className="quiet">
              {state.rows.length === 0 ? 'No rows' : `Page ${page}, ${state.rows.length} ${state.rows.length === 1 ? 'row' : 'rows'}`}
            </span>
          </div>
          {editing && <RowEditor person={person} listId={listId} columns={columns} row={editing} onClose={close} />}
        </>
      )}
    </>
  );
};
