import type { Place } from '@ap/shared/contract/place';
import { useApi } from '@ap/shared/ui/use-api';
import * as React from 'react';
import { prepareScreen } from './screens.tsx';

const likelyNext: Readonly<Record<Place['at'], Place['at']>> = {
  directory: 'service',
  service: 'request',
  start: 'request',
  request: 'call-off',
  'my-requests': 'call-off',
  waiting: 'call-off',
  'call-off': 'my-requests',
  shortlist: 'service',
  access: 'my-requests',
  commissioning: 'commissioning',
  concerns: 'service',
  placements: 'call-off',
  enquiries: 'my-requests',
  notices: 'my-requests',
  invoices: 'my-requests',
  'block-purchases': 'service',
  accessibility: 'directory',
};

/** Safari has no idle callback; two seconds after the first data the first screen is settled there too. */
const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 2000);
    return () => clearTimeout(timer);
  }
  const turn = requestIdleCallback(work);
  return () => cancelIdleCallback(turn);
};

/** Fetches the screen that a person is likely to open next, once this one has its data and nothing else is to be done. */
export const useLikelyNext = (at: Place['at']): void => {
  const { data } = useApi('getMe', {});
  const ready = data !== undefined;
  React.useEffect(() => (ready ? whenIdle(() => prepareScreen(likelyNext[at])) : undefined), [at, ready]);
};
