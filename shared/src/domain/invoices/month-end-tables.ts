import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import { addPence, poundsText } from '../money/money.ts';
import { payerNames } from '../money/payer.ts';
import { type Invoice, invoiceKindWords, signed } from './invoice.ts';
import { type MonthEndRow, monthEndWords } from './month-end.ts';

/** A table as text: the first row holds the headings. Days as 31/01/2027, money as pounds with two decimals. */
export type TextTable = readonly (readonly string[])[];

/** Row 60: the report of a month's end for a finance system. */
export const accrualTable = (rows: readonly MonthEndRow[], until: LocalDate): TextTable => [
  [
    'Outcome',
    'Order',
    'School or department',
    'Provider',
    'Service',
    'Payer',
    'Cost code',
    'To the end of',
    'Unit',
    'Rate ex VAT',
    'Units owed',
    'Owed ex VAT',
    'Invoiced ex VAT',
    'Credited ex VAT',
    'Waiting ex VAT',
    'Difference ex VAT',
    'Accrual ex VAT',
    'Accrual VAT',
    'Sessions not reported',
    'Reasons given',
  ],
  ...rows.map((row) => [
    monthEndWords[row.outcome],
    row.orderNumber,
    row.buyerName,
    row.providerName,
    row.serviceName,
    payerNames[row.payer],
    row.costCode ?? '',
    ukDay(until),
    row.unit,
    poundsText(row.unitPrice),
    String(row.dueUnits),
    poundsText(row.due),
    poundsText(row.invoiced),
    poundsText(row.credited),
    poundsText(row.waiting),
    poundsText(row.difference),
    poundsText(row.accrual),
    poundsText(row.accrualVat),
    String(row.unreported),
    row.reasons.join('; '),
  ]),
];

/** '31/01/2027': what spreadsheets in the UK read as a day. */
const ukDay = (date: LocalDate): string => date.split('-').reverse().join('/');

/** Row 60: what was accepted for payment, line by line. This product pays nothing. `costCodeOf`: of a call-off. */
export const acceptedTable = (invoices: readonly Invoice[], costCodeOf: (callOffRef: string) => string | undefined): TextTable => [
  [
    'What it is',
    'Number',
    'Date',
    'School or department',
    'Provider',
    'PO number',
    'Order',
    'Payer',
    'Cost code',
    'From',
    'To',
    'Units',
    'Net',
    'VAT',
    'Gross',
    'Owed ex VAT',
    'Reason for a difference',
    'Accepted by',
    'Accepted on',
  ],
  ...invoices
    .filter(({ kind }) => kind !== 'closing')
    .flatMap((invoice) =>
      invoice.lines.map((line) => [
        invoiceKindWords[invoice.kind],
        invoice.number,
        ukDay(invoice.date),
        invoice.buyerName,
        invoice.providerName,
        invoice.poNumber ?? '',
        line.orderNumber,
        payerNames[line.payer],
        costCodeOf(line.callOffRef) ?? '',
        ukDay(line.from),
        ukDay(line.to),
        String(line.units),
        poundsText(signed(invoice, line.net)),
        poundsText(signed(invoice, line.vat)),
        poundsText(signed(invoice, addGross(line))),
        line.accepted === undefined ? '' : poundsText(line.accepted.dueNet),
        line.accepted?.reason ?? '',
        invoice.acceptedBy?.name ?? '',
        invoice.acceptedAt === undefined ? '' : ukDay(toLondonDate(invoice.acceptedAt)),
      ]),
    ),
];

const addGross = ({ net, vat }: Invoice['lines'][number]) => addPence(net, vat);
