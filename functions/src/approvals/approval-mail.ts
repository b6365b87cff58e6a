import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { formatDate } from '@ap/shared/domain/days/local-date';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { paidThroughSentence } from '@ap/shared/domain/money/payer';
import type { Person } from '@ap/shared/domain/people/person';
import { mailHtml } from '../mail/mail-html.ts';

/** The mail that asks for a decision. No detail of a pupil, not even the school's reference. */
export const approvalMail = (callOff: CallOff, approver: Person, pageUrl: string): { readonly subject: string; readonly html: string } => ({
  subject: `Approve ${callOff.ref}: ${bothTotals(callOff.price)}, for ${callOff.buyerName}`,
  html: mailHtml({
    greeting: `Dear ${approver.name}`,
    paragraphs: [
      `${callOff.requester.name} asks you to approve alternative provision for ${callOff.buyerName}.`,
      `${callOff.serviceName} by ${callOff.providerName}, ${formatDate(callOff.request.startDate)} to ${formatDate(callOff.request.endDate)}: ${callOff.price.unitsSentence}.`,
      callOff.request.blockRef === undefined
        ? `Total ${bothTotals(callOff.price)}.`
        : `Paid through: ${paidThroughSentence(callOff.request.blockRef)}. Value ${bothTotals(callOff.price)}.`,
      'Sign in to approve, reject or ask for changes. You can decide here or on the card in Teams: both count the same, and the first decision stands.',
    ],
    link: { text: `Open request ${callOff.ref}`, url: pageUrl },
  }),
});
