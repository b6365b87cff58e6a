import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listSavedSearches } from '../../contract/saved-searches.ts';
import { savedSearchesApi } from '../../contract/saved-searches-api.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

/** The client of saved searches. Throws in a host that has none: that is a mistake in our code. */
export const useSavedSearchesClient = (): ClientOf<typeof savedSearchesApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host has no saved searches.');
  return React.useMemo(() => clientOf(savedSearchesApi, service), [service]);
};

export const useSavedSearches = (): SWRResponse<ReplyOf<typeof listSavedSearches>, unknown> => {
  const client = useSavedSearchesClient();
  return useSWR<ReplyOf<typeof listSavedSearches>, unknown>(['listSavedSearches'], () => client.listSavedSearches({}));
};
