import * as React from 'react';
import { useMounted } from './use-mounted.tsx';

/**
 * Runs one piece of work at a time: a second click while the first is under way does nothing (GOV.UK: prevent double click without a
 * disabled button). `busy` is for showing; the guard itself does not wait for a render. The work handles its own errors.
 */
export const useOnce = (): { readonly busy: boolean; readonly once: (work: () => Promise<void>) => void } => {
  const running = React.useRef(false);
  const mounted = useMounted();
  const [busy, setBusy] = React.useState(false);
  const once = React.useCallback(
    (work: () => Promise<void>): void => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      void work().finally(() => {
        running.current = false;
        if (mounted.current) setBusy(false);
      });
    },
    [mounted],
  );
  return { busy, once };
};
