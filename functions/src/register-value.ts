import { valueApi } from '@ap/shared/contract/value-for-money';
import { type RouteSupplies, route } from './http/route.ts';
import { getSpend, listLotPrices, listSavings, recountValue } from './insight/value-for-money.ts';
import { getValueFile } from './insight/value-workbook.ts';
import type { Ports } from './ports/ports.ts';

/** Joins spend, savings and prices to their use cases. */
export const registerValue = (ports: Ports, supplies: RouteSupplies): void => {
  route(valueApi.getSpend, supplies, getSpend(ports));
  route(valueApi.listSavings, supplies, listSavings(ports));
  route(valueApi.listLotPrices, supplies, listLotPrices(ports));
  route(valueApi.getValueFile, supplies, getValueFile(ports));
  route(valueApi.recountValue, supplies, recountValue(ports));
};
