import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { type ListDetail, type ListRow, localApi } from './local-api.ts';

interface RowsState {
  readonly list: ListDetail;
  readonly rows: readonly ListRow[];
  readonly next: string | undefined;
}

export interface Rows {
  readonly state: RowsState | undefined;
  readonly failure: Error | undefined;
  /** 1 for the first page. */
  readonly page: number;
  readonly forward: () => void;
  readonly back: () => void;
  readonly again: () => void;
}

/** One page of a list, read as the person. Pages are followed by the service's own nextLink; going back reads that page again. */
export const useRows = (person: PersonId, listId: string): Rows => {
  const { tenantId, userId } = person;
  const [trail, setTrail] = React.useState<readonly (string | undefined)[]>([undefined]);
  const [state, setState] = React.useState<RowsState>();
  const [failure, setFailure] = React.useState<Error>();
  const [round, setRound] = React.useState(0);
  const here = trail.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what asks again
  React.useEffect(() => {
    let dropped = false;
    const who = { tenantId, userId };
    Promise.all([localApi.list(who, listId), localApi.rows(who, listId, here)]).then(
      ([list, page]) => {
        if (dropped) return;
        setState({ list, rows: page.value, next: page['@odata.nextLink'] });
        setFailure(undefined);
      },
      (problem: Error) => !dropped && setFailure(problem),
    );
    return () => {
      dropped = true;
    };
  }, [tenantId, userId, listId, here, round]);
  return {
    state,
    failure,
    page: trail.length,
    forward: () => state?.next !== undefined && setTrail([...trail, state.next]),
    back: () => trail.length > 1 && setTrail(trail.slice(0, -1)),
    again: () => setRound(round + 1),
  };
};
