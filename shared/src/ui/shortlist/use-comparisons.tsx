import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import type { listChoices } from '../../contract/comparisons.ts';
import { comparisonsApi } from '../../contract/comparisons-api.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

/** The client of what only the comparison calls. Throws in a host that shows none: that is a mistake in our code. */
export const useComparisonsClient = (): ClientOf<typeof comparisonsApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no comparison.');
  return React.useMemo(() => clientOf(comparisonsApi, service), [service]);
};

export const useChoices = (buyerRef: string): SWRResponse<ReplyOf<typeof listChoices>, unknown> => {
  const client = useComparisonsClient();
  return useSWR<ReplyOf<typeof listChoices>, unknown>(['listChoices', buyerRef], () => client.listChoices({ params: { buyerRef } }));
};
