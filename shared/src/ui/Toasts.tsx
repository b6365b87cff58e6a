import * as React from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { later } from './later.tsx';
import type { Told } from './ToastHost.tsx';

const ToastHost = later(async () => (await import('./ToastHost.tsx')).ToastHost);
const Tell = React.createContext<(told: Told) => void>(() => undefined);

/**
 * The one Toaster of a root, fetched when there is first something to tell. Its id is the root's own: two web parts on one page do not
 * show each other's messages.
 */
export const Toasts: React.FC<{ readonly id: string; readonly children: React.ReactNode }> = ({ id, children }) => {
  const [told, setTold] = React.useState<readonly Told[]>([]);
  const tell = React.useCallback((next: Told) => setTold((before) => [...before, next]), []);
  return (
    <Tell.Provider value={tell}>
      {children}
      {told.length > 0 ? (
        <ErrorBoundary quiet>
          <ToastHost id={id} told={told} />
        </ErrorBoundary>
      ) : null}
    </Tell.Provider>
  );
};

/** Tells of something done that needs no answer. Never for errors, and never the only record. */
export const useToast = (): ((told: Told) => void) => React.useContext(Tell);
