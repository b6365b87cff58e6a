import useSWR, { type SWRConfiguration, type SWRResponse } from 'swr';
import type { Api } from '../contract/api.ts';
import type { ParamsOf, QueryOf, ReplyOf } from '../contract/endpoint.ts';
import { useSteadySurroundings } from './HostAdapter.tsx';

/** The endpoints that only read: those of the method GET. */
export type ReadName = { [K in keyof Api]: Api[K]['method'] extends 'GET' ? K : never }[keyof Api];

/** What a read asks, as the client takes it. */
export type ReadInput<K extends keyof Api> = (ParamsOf<Api[K]> extends undefined ? object : { params: ParamsOf<Api[K]> }) &
  (QueryOf<Api[K]> extends undefined ? object : { query?: Partial<Record<keyof QueryOf<Api[K]>, string>> });

/**
 * Server state of one read, shared by every screen that asks the same: the key is the endpoint's name with its input, so that
 * `useRefresh()('listCallOffs')` after a decision also refreshes the count in the navigation. A reply for an older key is never shown
 * as the newer one's. `undefined` as input waits.
 */
export const useApi = <K extends ReadName>(
  name: K,
  input: ReadInput<K> | undefined,
  options?: SWRConfiguration<ReplyOf<Api[K]>, unknown>,
): SWRResponse<ReplyOf<Api[K]>, unknown> => {
  const { api } = useSteadySurroundings();
  const read = api[name] as (input: ReadInput<K>) => Promise<ReplyOf<Api[K]>>;
  return useSWR<ReplyOf<Api[K]>, unknown>(
    input === undefined ? null : [name, input],
    ([, asked]: readonly [K, ReadInput<K>]) => read(asked),
    options,
  );
};
