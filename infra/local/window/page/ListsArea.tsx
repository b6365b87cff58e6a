import { Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import { ListTable } from './ListTable.tsx';
import { type ListSummary, LocalRefusal, localApi } from './local-api.ts';

/** The lists of the product's site, asked for as the person: whoever has no rights there sees the service's refusal. */
export const ListsArea = ({ person, site }: { readonly person: LocalPerson; readonly site: string }): React.ReactElement => {
  const { tenantId, id: userId } = person;
  const who = React.useMemo(() => ({ tenantId, userId }), [tenantId, userId]);
  const [lists, setLists] = React.useState<readonly ListSummary[]>();
  const [failure, setFailure] = React.useState<Error>();
  const [chosen, setChosen] = React.useState('');
  React.useEffect(() => {
    let dropped = false;
    localApi.lists(who).then(
      (all) => {
        if (dropped) return;
        const visible = all.filter(({ list }) => !list?.hidden).sort((left, right) => left.displayName.localeCompare(right.displayName));
        setLists(visible);
        setChosen(visible[0]?.id ?? '');
      },
      (problem: Error) => !dropped && setFailure(problem),
    );
    return () => {
      dropped = true;
    };
  }, [who]);

  return (
    <div className="lists">
      {failure && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            The lists at {site} are for commissioners. The service answered {person.displayName}:{' '}
            <b>{failure instanceof LocalRefusal ? `${failure.status} ${failure.code}: ${failure.message}` : failure.message}</b>
          </MessageBarBody>
        </MessageBar>
      )}
      {lists && (
        <div className="bar">
          <Field label="List" orientation="horizontal">
            <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
              {lists.map(({ id, displayName }) => (
                <option key={id} value={id}>
                  {displayName}
                </option>
              ))}
            </Select>
          </Field>
          <span className="quiet">{site}</span>
        </div>
      )}
      {chosen && <ListTable key={chosen} person={who} listId={chosen} />}
    </div>
  );
};
