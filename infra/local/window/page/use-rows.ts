import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { type ListDetail, type ListFace, localApi, type RowPage } from './local-api.ts';

interface RowsState {
  readonly list: ListDetail;
  readonly face: ListFace;
  /** The view that the rows are of. */
  readonly viewId: string;
  readonly rows: RowPage;
}

export interface Rows {
  readonly state: RowsState | undefined;
  readonly failure: Error | undefined;
  /** 1 for the first page. */
  readonly page: number;
  readonly go: (page: number) => void;
  readonly choose: (viewId: string) => void;
  readonly again: () => void;
}

const read = async (person: PersonId, listId: string, wanted: string | undefined, page: number): Promise<RowsState> => {
  const [list, face] = await Promise.all([localApi.list(person, listId), localApi.face(person, listId)]);
  const view = face.views.find(({ id }) => id === wanted) ?? face.views.find(({ isDefault }) => isDefault) ?? face.views[0];
  if (view === undefined) throw new Error('This list has no view.');
  return { list, face, viewId: view.id, rows: await localApi.rows(person, listId, view.id, page) };
};

/** One page of a view of a list, read as the person. */
export const useRows = (person: PersonId, listId: string): Rows => {
  const { tenantId, userId } = person;
  const [at, setAt] = React.useState<{ readonly viewId: string | undefined; readonly page: number }>({ viewId: undefined, page: 1 });
  const [state, setState] = React.useState<RowsState>();
  const [failure, setFailure] = React.useState<Error>();
  const [round, setRound] = React.useState(0);
  const { viewId, page } = at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what asks again
  React.useEffect(() => {
    let dropped = false;
    read({ tenantId, userId }, listId, viewId, page).then(
      (found) => {
        if (dropped) return;
        setState(found);
        setFailure(undefined);
      },
      (problem: Error) => !dropped && setFailure(problem),
    );
    return () => {
      dropped = true;
    };
  }, [tenantId, userId, listId, viewId, page, round]);
  return {
    state,
    failure,
    page,
    go: (to) => setAt({ viewId, page: to }),
    choose: (chosen) => setAt({ viewId: chosen, page: 1 }),
    again: () => setRound(round + 1),
  };
};
