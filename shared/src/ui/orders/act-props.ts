import type { OrderReply } from '../../contract/orders.ts';
import type { Giving } from './ActForm.tsx';
import type { OrderAct } from './use-order.tsx';

/** What every form of an act is given. */
export interface ActProps extends Giving<OrderAct> {
  readonly order: OrderReply;
}
