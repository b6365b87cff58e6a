import type { Chargeable, ChargesReply, InvoiceReply, InvoiceSummary, MonthEndReply, OrderDocumentReply } from '../../contract/invoices.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';

const names = { buyerName: 'Oakfield School', providerName: 'Greenway Learning' };

const line: InvoiceReply['lines'][number] = {
  orderNumber: 'AP-000123',
  callOffRef: 'CO-7K3MQ9',
  serviceName: 'Forest learning',
  payer: 'school',
  from: localDate('2027-04-01'),
  to: localDate('2027-04-30'),
  unit: 'day',
  unitPrice: pence(9_500),
  units: 8,
  net: pence(76_000),
  vat: pence(15_200),
  dueUnits: 8,
  dueNet: pence(76_000),
  difference: 0,
  unreported: 0,
  outcome: 'matches',
};

/** An invoice over three orders as somebody sees it who may accept it: one line matches, one partly, one not at all. */
export const anInvoice = (told: Partial<InvoiceReply> = {}): InvoiceReply => ({
  ref: 'IV-0001',
  version: 1,
  kind: 'invoice',
  number: 'GL 1042',
  date: localDate('2027-05-03'),
  ...names,
  buyerRef: 'B-0001',
  providerRef: 'P-0001',
  poNumber: 'PO-7719',
  status: 'entered',
  net: pence(190_000),
  vat: pence(38_000),
  gross: pence(228_000),
  differing: 2,
  lines: [
    line,
    {
      ...line,
      orderNumber: 'AP-000124',
      callOffRef: 'CO-4F7K2Q',
      dueUnits: 6,
      dueNet: pence(57_000),
      difference: 19_000,
      outcome: 'partly',
    },
    {
      ...line,
      orderNumber: 'AP-000125',
      callOffRef: 'CO-9XM2TR',
      units: 4,
      net: pence(38_000),
      vat: pence(7_600),
      dueUnits: 0,
      dueNet: pence(0),
      difference: 38_000,
      unreported: 8,
      outcome: 'differs',
    },
  ],
  partly: false,
  expectedVat: pence(38_000),
  vatDiffers: false,
  enteredBy: ['Sam Oduya'],
  may: ['accept', 'refuse', 'correct', 'withdraw'],
  ...told,
});

export const matchingInvoice = anInvoice({
  lines: [line],
  net: pence(76_000),
  vat: pence(15_200),
  gross: pence(91_200),
  expectedVat: pence(15_200),
  differing: 0,
});

const summary: InvoiceSummary = {
  ref: 'IV-0001',
  kind: 'invoice',
  number: 'GL 1042',
  date: localDate('2027-05-03'),
  ...names,
  status: 'entered',
  net: pence(190_000),
  vat: pence(38_000),
  gross: pence(228_000),
  differing: 2,
};

/** What waits, what the provider has to put right, what was accepted, and a credit note. */
export const someInvoices: readonly InvoiceSummary[] = [
  summary,
  { ...summary, ref: 'IV-0002', number: 'GL 1039', status: 'refused', differing: 1 },
  { ...summary, ref: 'IV-0003', number: 'GL 1031', status: 'accepted', differing: 0 },
  {
    ...summary,
    ref: 'IV-0004',
    kind: 'credit-note',
    number: 'GL CN 7',
    status: 'accepted',
    differing: 0,
    net: pence(9_500),
    vat: pence(1_900),
    gross: pence(11_400),
  },
];

export const manyInvoices: readonly InvoiceSummary[] = Array.from({ length: 60 }, (_, at) => ({
  ...summary,
  ref: `IV-${1_000 + at}`,
  number: `GL ${1_000 + at}`,
  status: 'accepted',
}));

export const chargeable: readonly Chargeable[] = [
  {
    buyerRef: 'B-0001',
    providerRef: 'P-0001',
    ...names,
    orders: [
      {
        orderNumber: 'AP-000123',
        serviceName: 'Forest learning',
        from: localDate('2027-04-01'),
        to: localDate('2027-07-21'),
        unit: 'day',
        unitPrice: pence(9_500),
      },
    ],
  },
];

export const charges = (told: Partial<ChargesReply> = {}): ChargesReply => ({
  ref: 'CO-7K3MQ9',
  orderNumber: 'AP-000123',
  buyerRef: 'B-0001',
  providerRef: 'P-0001',
  state: 'active',
  unit: 'day',
  unitPrice: pence(9_500),
  dueUnits: 14,
  due: pence(133_000),
  invoiced: pence(76_000),
  credited: pence(9_500),
  waiting: 19_000,
  difference: 66_500,
  accrual: pence(47_500),
  unreported: 2,
  gaps: [{ from: localDate('2027-05-01'), to: localDate('2027-05-14'), units: 5, net: pence(47_500), unreported: 2 }],
  reasons: ['A credit note follows.'],
  reconciled: false,
  papers: [
    {
      invoiceRef: 'IV-0001',
      kind: 'invoice',
      number: 'GL 1042',
      status: 'accepted',
      from: localDate('2027-04-01'),
      to: localDate('2027-04-30'),
      net: pence(76_000),
    },
  ],
  may: ['enter'],
  ...told,
});

export const monthEnd: MonthEndReply = {
  until: localDate('2027-04-30'),
  rows: [
    {
      callOffRef: 'CO-4F7K2Q',
      orderNumber: 'AP-000124',
      ...names,
      due: pence(57_000),
      invoiced: pence(76_000),
      credited: pence(0),
      waiting: 0,
      difference: 19_000,
      accrual: pence(0),
      unreported: 0,
      outcome: 'mismatch',
    },
  ],
  byBuyer: [{ of: names.buyerName, due: pence(57_000), invoiced: 76_000, accrual: pence(0), accrualVat: pence(0) }],
  byPayer: [{ of: 'school', due: pence(57_000), invoiced: 76_000, accrual: pence(0), accrualVat: pence(0) }],
};

export const orderOnPaper: OrderDocumentReply = {
  ref: 'CO-7K3MQ9',
  number: 'AP-000123',
  madeAt: '2027-03-10T09:00:00Z',
  state: 'active',
  frameworkName: 'Alternative provision 2026',
  authority: 'Dorset Council',
  lotName: 'Outdoor learning',
  buyerName: names.buyerName,
  provider: { name: names.providerName, legalName: 'Greenway Learning CIC', email: 'orders@greenway.example', phone: '01632 960021' },
  serviceName: 'Forest learning',
  pupilRef: 'P-0147',
  parts: [
    {
      from: localDate('2027-04-01'),
      to: localDate('2027-07-21'),
      pattern: { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 },
    },
  ],
  unit: 'day',
  unitPrice: pence(9_500),
  unitsSentence: '11 weeks x 2 days = 22 days',
  vatBasisPoints: 2_000,
  vatTreatment: 'standard-rated',
  net: pence(209_000),
  vat: pence(41_800),
  gross: pence(250_800),
  payer: 'school',
  billTo: 'Finance office, 12 High Street, Dorchester DT1 1AA',
  costCode: '1234-AP',
  award: ['The lowest price among the services that can meet the need.'],
  contact: { name: 'Sam Oduya', email: 's.oduya@oakfield.example' },
  teamPhone: '01632 960004',
  noticeSchoolDays: 5,
  terms: { noticeHours: 24, withoutNotice: 'whole' },
};
