import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { commandOrder, OrderReply } from '../../contract/orders.ts';
import { ordersApi } from '../../contract/orders-api.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

/** What a school says to its order. */
export type OrderAct = BodyOf<typeof commandOrder>;

/** The client of what only the page of an order calls. Throws in a host that shows no orders: that is a mistake in our code. */
export const useOrdersClient = (): ClientOf<typeof ordersApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no orders.');
  return React.useMemo(() => clientOf(ordersApi, service), [service]);
};

/** The order of a call-off, at least as new as this version of the call-off. */
export const useOrder = (ref: string, version: number): SWRResponse<OrderReply, unknown> => {
  const client = useOrdersClient();
  const read = useSWR<OrderReply, unknown>(['getOrder', ref], () => client.getOrder({ params: { ref } }));
  const { data, mutate } = read;
  const isOld = data !== undefined && data.version < version;
  React.useEffect(() => {
    if (isOld) void mutate();
  }, [isOld, mutate]);
  return read;
};
