import { commandOrder, decideOrderChange, getOrder } from './orders.ts';

/** Operations of a running order. Apart from `api`, so that their shapes are loaded by the page of an order and by no other. */
export const ordersApi = { getOrder, commandOrder, decideOrderChange } as const;
