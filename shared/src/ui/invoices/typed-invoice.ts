import type { BodyOf } from '../../contract/endpoint.ts';
import type { commandInvoice, enterInvoice, InvoiceReply } from '../../contract/invoices.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { paperNumber, paperNumberRule } from '../../domain/invoices/paper-number.ts';
import { type Pence, poundsText, poundsToPence } from '../../domain/money/money.ts';
import type { FormError } from '../forms/form-error.ts';

export interface LineAnswers {
  readonly orderNumber: string;
  readonly from: string;
  readonly to: string;
  readonly units: string;
  readonly net: string;
}

/** What is typed from the paper. */
export interface InvoiceAnswers {
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  readonly date: string;
  readonly poNumber: string;
  readonly vat: string;
  readonly lines: readonly LineAnswers[];
}

export const blankLine: LineAnswers = { orderNumber: '', from: '', to: '', units: '', net: '' };
export const blankInvoice: InvoiceAnswers = { kind: 'invoice', number: '', date: '', poNumber: '', vat: '', lines: [blankLine] };

/** What was entered before, as it was typed. */
export const answersOf = (invoice: InvoiceReply): InvoiceAnswers => ({
  kind: invoice.kind === 'credit-note' ? 'credit-note' : 'invoice',
  number: invoice.number,
  date: formatDate(invoice.date, 'plain'),
  poNumber: invoice.poNumber ?? '',
  vat: poundsText(invoice.vat),
  lines: invoice.lines.map(({ orderNumber, from, to, units, net }) => ({
    orderNumber,
    from: formatDate(from, 'plain'),
    to: formatDate(to, 'plain'),
    units: String(units),
    net: poundsText(net),
  })),
});

/** A sum as typed, in pounds with or without their sign and commas, from nought. */
const penceOf = (typed: string): Pence | undefined => {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '');
  return /^\d+(\.\d{1,2})?$/.test(text) ? poundsToPence(Number(text)) : undefined;
};

const unitsOf = (typed: string): number | undefined => (/^\d{1,6}(\.\d{1,4})?$/.test(typed.trim()) ? Number(typed.trim()) : undefined);

export type TypedBody = Omit<Extract<BodyOf<typeof commandInvoice>, { kind: 'correct' }>, 'kind'> &
  Pick<BodyOf<typeof enterInvoice>, 'number'>;

/** The name of a field of a line, by which an error finds it. */
export const lineField = (at: number, part: keyof LineAnswers): string => `lines-${at}-${part}`;

/** What is typed as the server takes it; or what this page can see is wrong with it. */
export const bodyOf = (answers: InvoiceAnswers): { readonly body?: TypedBody; readonly errors: readonly FormError[] } => {
  const errors: FormError[] = [];
  const asked = <T>(value: T | undefined, field: string, message: string): T | undefined => {
    if (value === undefined) errors.push({ field, message });
    return value;
  };
  const number = asked(paperNumber.test(answers.number.trim()) ? answers.number.trim() : undefined, 'number', paperNumberRule);
  const date = asked(parseUkDate(answers.date), 'date', 'Enter the date of the invoice, such as 1 2 2027');
  const po = answers.poNumber.trim();
  if (po !== '' && !paperNumber.test(po)) errors.push({ field: 'poNumber', message: paperNumberRule });
  const lines = answers.lines.map((line, at) => ({
    orderNumber: asked(line.orderNumber || undefined, lineField(at, 'orderNumber'), 'Choose the order'),
    from: asked(parseUkDate(line.from), lineField(at, 'from'), 'Enter the first day, such as 12 1 2027'),
    to: asked(parseUkDate(line.to), lineField(at, 'to'), 'Enter the last day, such as 31 1 2027'),
    units: asked(unitsOf(line.units), lineField(at, 'units'), 'Enter how many units the line is for, such as 12 or 12.5'),
    net: asked(penceOf(line.net), lineField(at, 'net'), 'Enter the sum of the line without VAT, such as 480.00'),
  }));
  const vat = asked(penceOf(answers.vat), 'vat', 'Enter the VAT of the whole invoice, such as 96.00, or 0');
  if (errors.length > 0 || number === undefined || date === undefined || vat === undefined) return { errors };
  const body = { number, date, vat, lines: lines as TypedBody['lines'], ...(po === '' ? {} : { poNumber: po }) };
  return { body, errors };
};
