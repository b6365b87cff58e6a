import type { getOrderDocument as declared, getOrderPdf as declaredPdf, OrderDocumentReply } from '@ap/shared/contract/invoices';
import { termsOfLot } from '@ap/shared/domain/attendance/attendance-policy';
import { evidenceSentence } from '@ap/shared/domain/call-off/award-basis';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { vatBasisPoints, vatTreatmentOf } from '@ap/shared/domain/money/vat-treatment';
import { orderPaper } from '@ap/shared/domain/orders/order-paper';
import { plannedParts, presentTotals } from '@ap/shared/domain/orders/order-plan';
import { whyThisProvider } from '@ap/shared/domain/register/framework';
import { noSuchCallOff, ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import type { MaySee } from './charges.ts';

/** R30: for both sides to keep. A provider reads it: who else there was is neither named nor priced, and the school's reason stays with school and council. */
const awardLines = ({ request, award }: CallOff): readonly string[] => [
  ...(request.blockRef === undefined ? [`${whyThisProvider(request)}.`] : []),
  ...(award ? [evidenceSentence(award)] : []),
];

/** Row 44: an order with all that both sides have agreed, as it is planned now, for whoever may see its call-off. */
export const getOrderDocument =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params }: Pick<Call<typeof declared>, 'caller' | 'params'>): Promise<OrderDocumentReply> => {
    const found = await ports.callOffs.find(params.ref);
    if (!found || !maySee(found.callOff, caller)) throw noSuchCallOff();
    const { callOff } = found;
    const { order, request, price, requester } = callOff;
    if (!order) throw new ProblemError('not-found', 'There is no order yet: the request has to be approved first.');
    const [{ framework, provider, service }, teamPhone, policy, { noticeSchoolDays }] = await Promise.all([
      ports.providers.facts(request.serviceRef, 'known'),
      ports.policies.commissioningPhone(),
      ports.policies.attendancePolicy(),
      ports.policies.orderPolicy(),
    ]);
    const { unitsSentence, net, vat, gross } = presentTotals(callOff);
    const { noticeHours, withoutNotice } = termsOfLot(policy, callOff.lotKey);
    const stated = provider && service && vatTreatmentOf(provider, service);
    return {
      ref: callOff.ref,
      number: order.number,
      madeAt: order.madeAt,
      state: order.state,
      frameworkName: framework?.name ?? callOff.frameworkRef,
      lotName: callOff.lotName,
      buyerName: callOff.buyerName,
      provider: {
        name: callOff.providerName,
        ...withoutAbsent({ legalName: provider?.legalName, email: provider?.email, phone: provider?.phone }),
      },
      serviceName: callOff.serviceName,
      pupilRef: request.pupilRef,
      parts: plannedParts(callOff),
      unit: price.unit,
      unitPrice: price.unitPrice,
      unitsSentence,
      vatBasisPoints: price.vatBasisPoints,
      net,
      vat,
      gross,
      payer: request.payer,
      billTo: request.billTo,
      contact: { name: requester.name, email: requester.email },
      award: [...awardLines(callOff)],
      noticeSchoolDays,
      terms: { noticeHours, withoutNotice },
      ...withoutAbsent({
        authority: framework?.authority,
        // The order keeps its rate; what explains the rate is read today, and says nothing where it would be another.
        vatTreatment: stated !== undefined && vatBasisPoints(stated) === price.vatBasisPoints ? stated : undefined,
        costCode: request.costCode,
        blockRef: request.blockRef,
        teamPhone,
      }),
    };
  };

/** Row 44: the same paper as a PDF, for the same people. */
export const getOrderPdf = (ports: Ports, maySee: MaySee) => {
  const read = getOrderDocument(ports, maySee);
  return async (call: Call<typeof declaredPdf>): Promise<File> => {
    const order = await read(call);
    return new File([await ports.papers.pdf(orderPaper(order))], `${order.number}.pdf`, { type: 'application/pdf' });
  };
};
