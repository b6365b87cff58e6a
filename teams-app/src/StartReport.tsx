import { ApiError } from '@ap/shared/contract/client';
import { SignInNeeded } from '@ap/shared/ui/host-faults';
import { useApi } from '@ap/shared/ui/use-api';
import * as React from 'react';
import type { StartedHost, StartFailure } from './hosts/started-host.ts';

/** Why the first call failed, in the words that Teams takes. */
export const failureOf = (error: unknown): StartFailure => {
  if (error instanceof SignInNeeded) return 'PermissionError';
  if (!(error instanceof ApiError)) return 'Other';
  const { status } = error.problem;
  if (status === 401 || status === 403) return 'PermissionError';
  if (status === 404) return 'NotFound';
  if (status === 429) return 'Throttling';
  return status === 503 ? 'Offline' : 'Other';
};

/** Tells the host how the start goes: shell painted, then usable or failed as expected. Our own error page with Retry stays on screen. */
export const StartReport: React.FC<{ readonly started: StartedHost }> = ({ started }) => {
  const me = useApi('getMe', {});
  const told = React.useRef(false);
  React.useEffect(() => started.onShell?.(), [started]);
  React.useEffect(() => {
    if (told.current || (me.data === undefined && me.error === undefined)) return;
    told.current = true;
    if (me.data) started.onUsable?.();
    else started.onFailure?.(failureOf(me.error));
  }, [me.data, me.error, started]);
  return null;
};
