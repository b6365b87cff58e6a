import * as React from 'react';
import useSWR, { type SWRConfiguration, type SWRResponse } from 'swr';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import type { Endpoint, ParamsOf, QueryOf, ReplyOf } from '../../contract/endpoint.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

type Operations = Readonly<Record<string, Endpoint>>;

/** What a read asks, as the client takes it. */
export type ReadInput<E> = (ParamsOf<E> extends undefined ? object : { params: ParamsOf<E> }) &
  (QueryOf<E> extends undefined ? object : { query?: Partial<Record<keyof QueryOf<E>, string>> });

export type ReadOptions<E> = SWRConfiguration<ReplyOf<E>, unknown>;
export type Read<E> = SWRResponse<ReplyOf<E>, unknown>;

/** The client of operations of few people. Throws in a host that shows none of their pages: that is a mistake in our code. */
export const useOperations = <Of extends Operations>(operations: Of): ClientOf<Of> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no such pages.');
  return React.useMemo(() => clientOf(operations, service), [operations, service]);
};

/** Server state of one read of them, as `useApi` keeps that of everybody's. `undefined` as input waits. */
export const useOperation = <Of extends Operations, K extends keyof Of & string>(
  operations: Of,
  name: K,
  input: ReadInput<Of[K]> | undefined,
  options?: ReadOptions<Of[K]>,
): Read<Of[K]> => {
  const read = useOperations(operations)[name] as unknown as (asked: unknown) => Promise<ReplyOf<Of[K]>>;
  return useSWR<ReplyOf<Of[K]>, unknown>(
    input === undefined ? null : [name, input],
    ([, asked]: readonly [string, unknown]) => read(asked),
    options,
  );
};
