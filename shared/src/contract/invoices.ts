import * as z from 'zod/mini';
import { missedShares } from '../domain/attendance/attendance-policy.ts';
import { schoolWeekdays, sessionChoices } from '../domain/days/weekly-pattern.ts';
import { invoiceKinds, invoiceStatuses } from '../domain/invoices/invoice.ts';
import { matchOutcomes } from '../domain/invoices/match-line.ts';
import { monthEndOutcomes } from '../domain/invoices/month-end.ts';
import { paperNumber, paperNumberRule } from '../domain/invoices/paper-number.ts';
import { payers } from '../domain/money/payer.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { orderStates } from '../domain/orders/order.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, paragraphShape, penceShape, refShape } from './values.ts';

const buyerStaff = ['requester', 'approver', 'contact'] as const;
const numberShape = z.string().check(z.trim(), z.regex(paperNumber, paperNumberRule));
const unitsShape = z.number().check(z.minimum(0), z.maximum(100_000));
/** Whole pence, where less than nought is given back. */
const differenceShape = z.int();

const summaryShape = z.object({
  ref: z.string(),
  kind: z.enum(invoiceKinds),
  number: z.string(),
  date: localDateShape,
  buyerName: z.string(),
  providerName: z.string(),
  status: z.enum(invoiceStatuses),
  net: penceShape,
  vat: penceShape,
  gross: penceShape,
  /** Lines that do not match what is owed. */
  differing: z.int(),
});
export type InvoiceSummary = Told<z.infer<typeof summaryShape>>;

const lineReply = z.object({
  orderNumber: z.string(),
  callOffRef: z.string(),
  serviceName: z.string(),
  payer: z.enum(payers),
  from: localDateShape,
  to: localDateShape,
  unit: z.enum(rateUnits),
  unitPrice: penceShape,
  units: z.number(),
  net: penceShape,
  vat: penceShape,
  dueUnits: z.number(),
  /** What is owed for these days; of a credit note, what was charged beyond that. */
  dueNet: penceShape,
  difference: differenceShape,
  unreported: z.int(),
  outcome: z.enum(matchOutcomes),
  reason: z.optional(z.string()),
});

/** An invoice as one caller sees it. `partly`: a commissioner sees only the lines that the council pays. */
export const invoiceReply = z.extend(summaryShape, {
  version: z.int(),
  buyerRef: z.string(),
  providerRef: z.string(),
  poNumber: z.optional(z.string()),
  note: z.optional(z.string()),
  lines: z.array(lineReply),
  partly: z.boolean(),
  expectedVat: penceShape,
  vatDiffers: z.boolean(),
  vatReason: z.optional(z.string()),
  enteredBy: z.array(z.string()),
  acceptedBy: z.optional(z.string()),
  acceptedAt: z.optional(z.string()),
  refusedReason: z.optional(z.string()),
  may: z.array(z.enum(['correct', 'accept', 'refuse', 'withdraw'])),
});
export type InvoiceReply = Told<z.infer<typeof invoiceReply>>;

const typedShape = {
  date: localDateShape,
  poNumber: z.optional(numberShape),
  note: z.optional(paragraphShape),
  lines: z
    .array(
      z.strictObject({
        orderNumber: z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/, 'Choose the order')),
        from: localDateShape,
        to: localDateShape,
        units: unitsShape,
        net: penceShape,
      }),
    )
    .check(z.minLength(1), z.maxLength(60)),
  vat: penceShape,
};

export const listInvoices = endpoint({
  name: 'listInvoices',
  summary: "Invoices of the caller's own schools; for a commissioner those that the council pays. What waits comes first",
  method: 'GET',
  path: '/invoices',
  roles: [...buyerStaff, 'commissioner'],
  reply: z.object({ invoices: z.array(summaryShape) }),
});

export const getInvoice = endpoint({
  name: 'getInvoice',
  summary: 'An invoice with each line beside what is owed for it (row 60)',
  method: 'GET',
  path: '/invoices/{ref}',
  roles: [...buyerStaff, 'commissioner'],
  params: z.object({ ref: refShape }),
  reply: invoiceReply,
});

export const enterInvoice = endpoint({
  name: 'enterInvoice',
  summary: 'Enter what a provider invoices one buyer for any number of orders, a credit note, or that nothing more will be invoiced',
  method: 'POST',
  path: '/invoices',
  roles: buyerStaff,
  idempotent: true,
  body: z.strictObject({
    buyerRef: refShape,
    providerRef: refShape,
    kind: z.enum(invoiceKinds),
    number: numberShape,
    ...typedShape,
  }),
  reply: invoiceReply,
  success: 201,
});

export const commandInvoice = endpoint({
  name: 'commandInvoice',
  summary: 'Correct an invoice, accept it for payment, refuse it with a reason, or withdraw it',
  method: 'POST',
  path: '/invoices/{ref}',
  roles: buyerStaff,
  idempotent: true,
  params: z.object({ ref: refShape }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('correct'), ...typedShape }),
    z.strictObject({
      kind: z.literal('accept'),
      seen: z.strictObject({ version: z.int(), dueNet: z.array(penceShape).check(z.maxLength(60)) }),
      reasons: z.array(z.strictObject({ line: z.int(), reason: paragraphShape })).check(z.maxLength(60)),
      vatReason: z.optional(paragraphShape),
    }),
    z.strictObject({ kind: z.literal('refuse'), reason: paragraphShape }),
    z.strictObject({ kind: z.literal('withdraw') }),
  ]),
  reply: invoiceReply,
});

/** For the form: who invoices whom, and for which orders. */
export const listChargeable = endpoint({
  name: 'listChargeable',
  summary: "Orders of the caller's own schools that can be invoiced, by buyer and provider",
  method: 'GET',
  path: '/chargeable-orders',
  roles: buyerStaff,
  reply: z.object({
    accounts: z.array(
      z.object({
        buyerRef: z.string(),
        buyerName: z.string(),
        providerRef: z.string(),
        providerName: z.string(),
        orders: z.array(
          z.object({
            orderNumber: z.string(),
            serviceName: z.string(),
            from: localDateShape,
            to: localDateShape,
            unit: z.enum(rateUnits),
            unitPrice: penceShape,
          }),
        ),
      }),
    ),
  }),
});
export type Chargeable = Told<z.infer<typeof listChargeable.reply>['accounts'][number]>;

/** How an order stands between what is owed and what was invoiced, to yesterday. Pence ex VAT. */
export const chargesReply = z.object({
  ref: z.string(),
  orderNumber: z.string(),
  buyerRef: z.string(),
  providerRef: z.string(),
  state: z.enum(orderStates),
  unit: z.enum(rateUnits),
  unitPrice: penceShape,
  dueUnits: z.number(),
  due: penceShape,
  invoiced: penceShape,
  credited: penceShape,
  waiting: differenceShape,
  difference: differenceShape,
  accrual: penceShape,
  unreported: z.int(),
  gaps: z.array(z.object({ from: localDateShape, to: localDateShape, units: z.number(), net: penceShape, unreported: z.int() })),
  reasons: z.array(z.string()),
  reconciled: z.boolean(),
  papers: z.array(
    z.object({
      invoiceRef: z.string(),
      kind: z.enum(invoiceKinds),
      number: z.string(),
      status: z.enum(invoiceStatuses),
      from: localDateShape,
      to: localDateShape,
      net: penceShape,
    }),
  ),
  /** Whether the caller may enter an invoice; `close`: that nothing more will be invoiced. */
  may: z.array(z.enum(['enter', 'close'])),
});
export type ChargesReply = Told<z.infer<typeof chargesReply>>;

const byRef = z.object({ ref: refShape });

export const getCharges = endpoint({
  name: 'getCharges',
  summary: 'What is owed for an order and what was invoiced, and whether it is reconciled (row 60)',
  method: 'GET',
  path: '/call-offs/{ref}/charges',
  roles: ['signed-in'],
  params: byRef,
  reply: chargesReply,
});

const monthShape = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Enter a month such as 2027-01'));
const sumShape = z.object({ of: z.string(), due: penceShape, invoiced: differenceShape, accrual: penceShape, accrualVat: penceShape });

/** One order at the end of a month. */
export const monthEndRow = z.object({
  callOffRef: z.string(),
  orderNumber: z.string(),
  buyerName: z.string(),
  providerName: z.string(),
  due: penceShape,
  invoiced: penceShape,
  credited: penceShape,
  waiting: differenceShape,
  difference: differenceShape,
  accrual: penceShape,
  unreported: z.int(),
  outcome: z.enum(monthEndOutcomes),
});

export const getMonthEnd = endpoint({
  name: 'getMonthEnd',
  summary: 'Owed, invoiced and accrued to the end of a month, mismatches first; for a commissioner what the council pays (row 60)',
  method: 'GET',
  path: '/month-end',
  roles: [...buyerStaff, 'commissioner'],
  query: z.object({ month: monthShape }),
  reply: z.object({
    until: localDateShape,
    rows: z.array(monthEndRow),
    byBuyer: z.array(sumShape),
    byPayer: z.array(z.extend(sumShape, { of: z.enum(payers) })),
  }),
});
export type MonthEndReply = Told<z.infer<typeof getMonthEnd.reply>>;

/** `accruals`: the report; `accepted`: lines of invoices that were accepted for payment in the month. */
export const monthEndFiles = ['accruals', 'accepted'] as const;

export const getMonthEndFile = endpoint({
  name: 'getMonthEndFile',
  summary: 'The report of a month, or what was accepted for payment in it, as CSV. The content is base64',
  method: 'GET',
  path: '/month-end/file',
  roles: [...buyerStaff, 'commissioner'],
  query: z.object({ month: monthShape, what: z.enum(monthEndFiles) }),
  reply: z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() }),
});

/** An order on paper. The pupil stands on it by the school's own reference alone (R40). */
const orderDocumentReply = z.object({
  ref: z.string(),
  number: z.string(),
  madeAt: z.string(),
  state: z.enum(orderStates),
  frameworkName: z.string(),
  authority: z.optional(z.string()),
  lotName: z.string(),
  buyerName: z.string(),
  provider: z.object({ name: z.string(), legalName: z.optional(z.string()), email: z.optional(z.string()), phone: z.optional(z.string()) }),
  serviceName: z.string(),
  pupilRef: z.string(),
  parts: z.array(
    z.object({
      from: localDateShape,
      to: localDateShape,
      pattern: z.object({ days: z.array(z.enum(schoolWeekdays)), sessions: z.enum(sessionChoices), hoursPerDay: z.number() }),
    }),
  ),
  unit: z.enum(rateUnits),
  unitPrice: penceShape,
  unitsSentence: z.string(),
  vatBasisPoints: z.int(),
  vatTreatment: z.optional(z.enum(vatTreatments)),
  net: penceShape,
  vat: penceShape,
  gross: penceShape,
  payer: z.enum(payers),
  billTo: z.string(),
  costCode: z.optional(z.string()),
  /** The block purchase whose units are drawn: they are owed there. */
  blockRef: z.optional(z.string()),
  /** R30: why the order went to this provider, and how that was proved; it names and prices nobody else. */
  award: z.array(z.string()),
  contact: z.object({ name: z.string(), email: z.string() }),
  teamPhone: z.optional(z.string()),
  noticeSchoolDays: z.int(),
  terms: z.object({ noticeHours: z.number(), withoutNotice: z.enum(missedShares) }),
});
export type OrderDocumentReply = Told<z.infer<typeof orderDocumentReply>>;

/** The order's paper as a file: the same words as `getOrderDocument` gives its page. */
export const getOrderPdf = endpoint({
  name: 'getOrderPdf',
  summary: 'An order as it is printed, as a PDF that is named by the number of the order (row 44)',
  method: 'GET',
  path: '/call-offs/{ref}/order-pdf',
  roles: ['signed-in'],
  params: byRef,
  reply: z.custom<Blob>((given) => given instanceof Blob),
  file: 'application/pdf',
});

export const getOrderDocument = endpoint({
  name: 'getOrderDocument',
  summary: 'An order as it is printed: contract, parties, plan, price, who pays, notice and the terms of charging (row 44)',
  method: 'GET',
  path: '/call-offs/{ref}/order-document',
  roles: ['signed-in'],
  params: byRef,
  reply: orderDocumentReply,
});
