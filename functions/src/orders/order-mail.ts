import type { CallOff } from '@ap/shared/domain/call-off';
import { formatDate } from '@ap/shared/domain/local-date';
import { formatMoney } from '@ap/shared/domain/money';
import type { Order } from '@ap/shared/domain/order';
import { mailHtml } from '../mail/mail-html.ts';

const dayNames = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday' } as const;
const sessionNames = { am: 'mornings', pm: 'afternoons', both: 'whole days' } as const;

/** The order as the provider gets it: no identity of a pupil, not even the school's reference. The school tells that itself, outside this product. */
export const orderMail = (
  callOff: CallOff,
  order: Order,
  provider: string,
  contact: string,
): { readonly subject: string; readonly html: string } => {
  const { request, price } = callOff;
  const days = request.pattern.days.map((day) => dayNames[day]).join(', ');
  return {
    subject: `Order ${order.number} from ${callOff.buyerName}`,
    html: mailHtml({
      greeting: `Dear ${provider}`,
      paragraphs: [
        `${callOff.buyerName} has ordered ${callOff.serviceName} from you under the framework, lot ${callOff.lotName}. Order number ${order.number}.`,
        `From ${formatDate(request.startDate)} to ${formatDate(request.endDate)}, on ${days}, ${sessionNames[request.pattern.sessions]}, ${request.pattern.hoursPerDay} hours a day.`,
        `${price.unitsSentence}, at the framework price of ${formatMoney(price.unitPrice)} per ${price.unit}: ${formatMoney(price.net)} net, ${formatMoney(price.vat)} VAT, ${formatMoney(price.gross)} in all.`,
        `Invoice: ${request.billTo}. Quote ${order.number}${request.costCode === undefined ? '' : ` and cost code ${request.costCode}`}.`,
        `Tell ${callOff.requester.name} (${callOff.requester.email}) whether you accept or decline. The placement is not agreed until you have accepted, and no pupil may start before the school has sent you what you need to know about them, by its own secure route.`,
        `Questions about the framework: ${contact}.`,
      ],
    }),
  };
};
