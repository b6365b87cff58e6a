import * as React from 'react';
import type { DirectoryReply } from '../../contract/directory.ts';
import { useApi } from '../use-api.tsx';
import { type SearchState, toQuery } from './search-state.tsx';
import { useSettled } from './use-settled.tsx';

/** An answer, with the search that it answers: the two are never mixed. */
export interface Answer {
  readonly reply: DirectoryReply;
  readonly to: SearchState;
}

interface Found {
  /** The newest answer; it stays until the next one is there. */
  readonly answer: Answer | undefined;
  /** Whether an answer to a newer search is awaited. */
  readonly pending: boolean;
  readonly error: unknown;
  /** Asks the same once more. */
  readonly again: () => Promise<void>;
}

/** A search is run by a person, not by coming back to the window: what is on screen stays. */
const byPerson = { revalidateOnFocus: false };

/** What the directory answers to a search. An older answer never replaces a newer one. */
export const useFound = (state: SearchState): Found => {
  const asked = useSettled(state);
  const { data, error, mutate } = useApi('searchDirectory', { query: toQuery(asked) }, byPerson);
  const newest = React.useRef<Answer>();
  if (data && (newest.current?.reply !== data || newest.current.to !== asked)) newest.current = { reply: data, to: asked };
  return {
    answer: newest.current,
    pending: error === undefined && newest.current?.to !== state,
    error,
    again: async () => {
      await mutate();
    },
  };
};
