import type { Machine } from '../machine/machine.ts';
import type { InvoiceStatus } from './invoice.ts';
import type { InvoiceAction } from './invoice-action.ts';
import type { InvoiceCommandKind } from './invoice-command.ts';
import type { InvoiceRole } from './invoice-role.ts';

/** Which command leads an invoice where. Nothing follows an acceptance but a credit note, which is a paper of its own. */
export const invoiceMachine: Machine<InvoiceStatus, InvoiceCommandKind, InvoiceRole, InvoiceAction> = {
  subject: 'the invoice',
  states: { entered: 'waiting to be accepted', accepted: 'accepted for payment', refused: 'refused', withdrawn: 'withdrawn' },
  ends: ['accepted'],
  moves: [
    {
      command: 'enter-invoice',
      does: 'enter the invoice',
      from: ['none'],
      to: ['entered'],
      by: ['enterer'],
      guard:
        'row 60: each line names an order of this buyer with this provider and days of it that are over; no order and period that another invoice charges; a credit note only what was accepted before, and no more than that',
      audit: 'invoice-entered',
    },
    {
      command: 'correct-invoice',
      does: 'correct what the invoice says',
      from: ['entered', 'refused', 'withdrawn'],
      to: ['entered'],
      by: ['enterer'],
      guard: 'as to enter it; whoever corrects it does not accept it either',
      audit: 'invoice-corrected',
    },
    {
      command: 'accept-invoice',
      does: 'accept the invoice',
      from: ['entered'],
      to: ['accepted'],
      by: ['accepter'],
      guard:
        'R35: by nobody who typed it; sums as they were seen; a reason for each line, and for VAT, that differs from what is owed; more than is owed within the limit of the approver; no order and period that another invoice charges',
      audit: 'invoice-accepted',
    },
    {
      command: 'refuse-invoice',
      does: 'refuse the invoice',
      from: ['entered'],
      to: ['refused'],
      by: ['accepter'],
      guard: 'with a reason for the provider. Its next version is entered under the same number',
      audit: 'invoice-refused',
    },
    {
      command: 'withdraw-invoice',
      does: 'withdraw the invoice',
      from: ['entered'],
      to: ['withdrawn'],
      by: ['enterer'],
      guard: 'it was entered by mistake',
      audit: 'invoice-withdrawn',
    },
  ],
};
