import * as React from 'react';

export interface Polled<T> {
  readonly value: T | undefined;
  readonly failure: Error | undefined;
  /** Asks at once, e.g. after a click that changes what is polled. */
  readonly again: () => void;
}

/**
 * Asks now and then again every `everyMs` while the page is visible. `ask` must be stable (useCallback): another one starts
 * afresh, and what an earlier one still answers is dropped.
 */
export const usePolled = <T>(ask: () => Promise<T>, everyMs: number): Polled<T> => {
  const [state, setState] = React.useState<{ of: () => Promise<T>; value?: T; failure?: Error }>({ of: ask });
  const [round, setRound] = React.useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what asks again
  React.useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = '';
    const turn = async (): Promise<void> => {
      if (!document.hidden || last === '') {
        try {
          const value = await ask();
          const text = JSON.stringify(value);
          if (!stopped && text !== last) setState({ of: ask, value });
          last = text;
        } catch (failure) {
          if (!stopped) setState((before) => ({ ...(before.of === ask ? before : {}), of: ask, failure: failure as Error }));
          last = '';
        }
      }
      if (!stopped) timer = setTimeout(() => void turn(), everyMs);
    };
    void turn();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [ask, everyMs, round]);
  const current = state.of === ask ? state : { value: undefined, failure: undefined };
  return { value: current.value, failure: current.failure, again: React.useCallback(() => setRound((before) => before + 1), []) };
};
