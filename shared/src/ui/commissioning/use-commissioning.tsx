import * as React from 'react';
import useSWR, { type SWRConfiguration, type SWRResponse, useSWRConfig } from 'swr';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import { commissioningApi } from '../../contract/commissioning-api.ts';
import type { ParamsOf, QueryOf, ReplyOf } from '../../contract/endpoint.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

type CommissioningApi = typeof commissioningApi;

/** Names of the endpoints that commissioners' pages read from. */
export type CommissioningRead = 'findProviders' | 'listProviderChanges' | 'getImport';

type ReadInput<K extends keyof CommissioningApi> = (ParamsOf<CommissioningApi[K]> extends undefined
  ? object
  : { params: ParamsOf<CommissioningApi[K]> }) &
  (QueryOf<CommissioningApi[K]> extends undefined ? object : { query?: Partial<Record<keyof QueryOf<CommissioningApi[K]>, string>> });

/** The client of what only commissioners' pages call. Throws in a host that shows none of them: that is a mistake in our code. */
export const useCommissioningClient = (): ClientOf<CommissioningApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no pages of commissioners.');
  return React.useMemo(() => clientOf(commissioningApi, service), [service]);
};

/** Server state of one read of a commissioner, as `useApi` keeps that of everybody's. `undefined` as input waits. */
export const useCommissioning = <K extends CommissioningRead>(
  name: K,
  input: ReadInput<K> | undefined,
  options?: SWRConfiguration<ReplyOf<CommissioningApi[K]>, unknown>,
): SWRResponse<ReplyOf<CommissioningApi[K]>, unknown> => {
  const client = useCommissioningClient();
  const read = client[name] as (input: ReadInput<K>) => Promise<ReplyOf<CommissioningApi[K]>>;
  return useSWR<ReplyOf<CommissioningApi[K]>, unknown>(
    input === undefined ? null : [name, input],
    ([, asked]: readonly [K, ReadInput<K>]) => read(asked),
    options,
  );
};

/** Asks again, after a change, for everything that was read by these endpoints. */
export const useReadAgain = (): ((...names: readonly CommissioningRead[]) => Promise<void>) => {
  const { mutate } = useSWRConfig();
  return React.useCallback(
    async (...names) => {
      await mutate((key) => Array.isArray(key) && names.includes(key[0]));
    },
    [mutate],
  );
};
