import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { formatDate } from '@ap/shared/domain/days/local-date';
import { patternSentence } from '@ap/shared/domain/days/pattern-sentence';
import { formatMoney } from '@ap/shared/domain/money/money';
import { paidThroughSentence } from '@ap/shared/domain/money/payer';
import type { Order } from '@ap/shared/domain/orders/order';
import { mailHtml } from '../mail/mail-html.ts';

/** How the provider answers: by which link, until when, and whether it is asked again. */
export interface OfferWords {
  readonly url: string;
  /** A sentence, empty for an order without a limit. */
  readonly until: string;
  readonly reminder: boolean;
}

/** Which price it is. */
const priceWords = ({ blockRef, enquiryRef }: CallOff['request']): string => {
  if (blockRef !== undefined) return 'price of the block purchase';
  return enquiryRef === undefined ? 'framework price' : `price that you quoted in competition ${enquiryRef}`;
};

/** The order as the provider gets it: no identity of a pupil, not even the school's reference. The school tells that itself, outside this product. */
export const orderMail = (
  callOff: CallOff,
  order: Order,
  provider: string,
  contact: string,
  offer: OfferWords,
): { readonly subject: string; readonly html: string } => {
  const { request, price } = callOff;
  return {
    subject: `${offer.reminder ? 'Waiting for your answer: order' : 'Order'} ${order.number} from ${callOff.buyerName}`,
    html: mailHtml({
      greeting: `Dear ${provider}`,
      link: { text: 'Accept, decline, or offer something else', url: offer.url },
      paragraphs: [
        ...(offer.reminder ? [`You have not answered this order yet. ${offer.until}`] : []),
        `${callOff.buyerName} has ordered ${callOff.serviceName} from you under the framework, lot ${callOff.lotName}. Order number ${order.number}.`,
        `From ${formatDate(request.startDate)} to ${formatDate(request.endDate)}, on ${patternSentence(request.pattern)}.`,
        `${price.unitsSentence}, at the ${priceWords(request)} of ${formatMoney(price.unitPrice)} per ${price.unit}: ${formatMoney(price.net)} net, ${formatMoney(price.vat)} VAT, ${formatMoney(price.gross)} in all.`,
        request.blockRef === undefined
          ? `Invoice: ${request.billTo}. Quote ${order.number}${request.costCode === undefined ? '' : ` and cost code ${request.costCode}`}.`
          : `Paid through: ${paidThroughSentence(request.blockRef)}. Send no invoice for ${order.number}: invoice the order of the block purchase.`,
        `Answer with the link below. ${offer.reminder ? '' : `${offer.until} `}You can also write to ${callOff.requester.name} (${callOff.requester.email}). The placement is not agreed until you have accepted, and no pupil may start before the school has sent you what you need to know about them, by its own secure route.`,
        `Questions about the framework: ${contact}.`,
      ],
    }),
  };
};
