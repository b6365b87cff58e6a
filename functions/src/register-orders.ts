import { linkApi } from '@ap/shared/contract/link-api';
import { nextOffersApi } from '@ap/shared/contract/next-offers-api';
import { ordersApi } from '@ap/shared/contract/orders-api';
import { type LinkRouteSupplies, linkRoute } from './http/link-route.ts';
import { type RouteSupplies, route } from './http/route.ts';
import { listNextProviders, offerToNext } from './orders/next-offer.ts';
import { answerOffer, viewOffer } from './orders/offer-link.ts';
import { orderClock } from './orders/order-clock.ts';
import { commandOrder, decideOrderChange, getOrder, type MaySee } from './orders/order-life.ts';
import type { Ports } from './ports/ports.ts';
import { registerTimer } from './triggers.ts';

/** Joins running orders to their use cases. Their effects lie in the outbox of the call-off. */
export const registerOrders = (ports: Ports, supplies: RouteSupplies, linkSupplies: LinkRouteSupplies, maySee: MaySee): void => {
  route(ordersApi.getOrder, supplies, getOrder(ports, maySee));
  route(ordersApi.commandOrder, supplies, commandOrder(ports, maySee));
  route(ordersApi.decideOrderChange, supplies, decideOrderChange(ports, maySee));
  route(nextOffersApi.listNextProviders, supplies, listNextProviders(ports, maySee));
  route(nextOffersApi.offerToNext, supplies, offerToNext(ports, maySee));
  linkRoute(linkApi.viewOffer, linkSupplies, viewOffer(ports));
  linkRoute(linkApi.answerOffer, linkSupplies, answerOffer(ports));
  registerTimer('orderClock', orderClock(ports));
};
