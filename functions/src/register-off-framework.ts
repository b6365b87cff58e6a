import { declaredPurchasesApi, offFrameworkApi } from '@ap/shared/contract/off-framework';
import type { OffFrameworkPurchase, OffFrameworkWork } from '@ap/shared/domain/off-framework/off-framework-purchase';
import type { Outbox } from './effects/outbox.ts';
import { recordAudit } from './effects/record-audit.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import { getDeclaredFile, listDeclaredPurchases } from './insight/declared-purchases.ts';
import { actOnOffFramework, declareOffFramework, listOffFramework, offFrameworkHome } from './insight/off-framework.ts';
import type { Ports } from './ports/ports.ts';

/** The outbox of declarations: each command is a line of the audit chain, and nobody is told. */
export const offFrameworkOutbox = (ports: Ports): Outbox =>
  recordOutbox<OffFrameworkWork, OffFrameworkPurchase>(
    offFrameworkHome(ports),
    { 'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect) },
    ports.log,
  );

/** Joins purchases outside the framework to their use cases. Hands back their outbox for the queue and the sweep. */
export const registerOffFramework = (ports: Ports, supplies: RouteSupplies): Outbox => {
  route(offFrameworkApi.listOffFramework, supplies, listOffFramework(ports));
  route(offFrameworkApi.declareOffFramework, supplies, declareOffFramework(ports));
  route(offFrameworkApi.actOnOffFramework, supplies, actOnOffFramework(ports));
  route(declaredPurchasesApi.listDeclaredPurchases, supplies, listDeclaredPurchases(ports));
  route(declaredPurchasesApi.getDeclaredFile, supplies, getDeclaredFile(ports));
  return offFrameworkOutbox(ports);
};
