import type { ChargesReply, getCharges as declared } from '@ap/shared/contract/invoices';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { linesFor } from '@ap/shared/domain/invoices/invoice';
import { orderBalance } from '@ap/shared/domain/invoices/order-balance';
import { paidThroughSentence } from '@ap/shared/domain/money/payer';
import { orderIsOver } from '@ap/shared/domain/orders/order';
import type { Caller } from '../http/caller.ts';
import { noSuchCallOff, ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { worksFor } from './invoice-view.ts';
import { accountOfCallOff, chargeableOrders, yesterday } from './invoices-home.ts';

/** Whether a caller may see a call-off at all. */
export type MaySee = (callOff: CallOff, caller: Caller) => boolean;

/** Row 60: how an order stands between what is owed and what was invoiced, for whoever works for its buyer; for a commissioner where the council pays. */
export const getCharges =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params }: Call<typeof declared>): Promise<ChargesReply> => {
    const found = await ports.callOffs.find(params.ref);
    if (!found || !maySee(found.callOff, caller)) throw noSuchCallOff();
    const { callOff } = found;
    const { order, request, price, providerRef } = callOff;
    const own = worksFor(caller, request.buyerRef);
    if (!own && !(caller.commissioner && request.payer !== 'school')) throw noSuchCallOff();
    const [chargeable] = await chargeableOrders(ports, [callOff]);
    if (!order || !chargeable)
      throw new ProblemError(
        'not-found',
        request.blockRef === undefined
          ? 'Nothing can be invoiced for this order: the placement has not started.'
          : `${paidThroughSentence(request.blockRef)}.`,
      );
    const invoices = await ports.invoices.ofAccount(accountOfCallOff(callOff));
    const balance = orderBalance(chargeable, invoices, yesterday(ports));
    const { invoiced, credited, waiting, difference, accrual, unreported, reconciled } = balance;
    const closes = orderIsOver(order.state) && balance.gaps.length > 0;
    return {
      ref: callOff.ref,
      orderNumber: order.number,
      buyerRef: request.buyerRef,
      providerRef,
      state: order.state,
      unit: price.unit,
      unitPrice: price.unitPrice,
      dueUnits: balance.due.units,
      due: balance.due.net,
      invoiced,
      credited,
      waiting,
      difference,
      accrual,
      unreported,
      gaps: balance.gaps.map(({ from, to, units, net, unreported: silent }) => ({ from, to, units, net, unreported: silent })),
      reasons: balance.reasons,
      reconciled,
      papers: linesFor(invoices, order.number).map(({ invoice, line }) => ({
        invoiceRef: invoice.ref,
        kind: invoice.kind,
        number: invoice.number,
        status: invoice.status,
        from: line.from,
        to: line.to,
        net: line.net,
      })),
      may: own && caller.client === 'deciding' ? ['enter', ...(closes ? (['close'] as const) : [])] : [],
    };
  };
