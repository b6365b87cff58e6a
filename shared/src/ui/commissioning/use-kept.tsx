import * as React from 'react';
import { useSteadySurroundings } from '../HostAdapter.tsx';

/** Of each open window by itself; gone when it is closed. */
const kept = new WeakMap<object, Map<string, unknown>>();

export interface Kept<T> {
  readonly value: T;
  readonly change: (next: (present: T) => T) => void;
  /** It was sent, or is no longer wanted. */
  readonly forget: () => void;
}

/** What somebody is typing under a name: it is still there when they go to another page of the tab and come back. */
export const useKept = <T,>(name: string, first: () => T): Kept<T> => {
  const { api } = useSteadySurroundings();
  const mine = kept.get(api) ?? new Map<string, unknown>();
  kept.set(api, mine);
  const [value, setValue] = React.useState<T>(() => (mine.has(name) ? (mine.get(name) as T) : first()));
  const change = (next: (present: T) => T): void =>
    setValue((present) => {
      const changed = next(present);
      mine.set(name, changed);
      return changed;
    });
  return { value, change, forget: () => void mine.delete(name) };
};
