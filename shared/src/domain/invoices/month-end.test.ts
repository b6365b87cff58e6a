import { head } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { accepts, entered, orderNumberOf, taughtOrder, typedInvoice, withOrder } from './invoice.fixture.ts';
import type { Invoice } from './invoice.ts';
import type { TypedInvoice } from './invoice-command.ts';
import { lastDayOf, monthEndOutcomes, monthEndRows, monthEndSums, monthEndWords } from './month-end.ts';
import { acceptedTable, accrualTable } from './month-end-tables.ts';

const order = taughtOrder();
const numbered = (number: string, told: Partial<CallOff> = {}) => withOrder(order, { number }, told);
const completed = withOrder(order, { state: 'completed' });
const january = {
  orderNumber: orderNumberOf(order),
  from: localDate('2027-01-12'),
  to: localDate('2027-01-31'),
  units: 6,
  net: pence(48_000),
};
const rest = { ...january, from: localDate('2027-02-01'), to: localDate('2027-03-18'), units: 12, net: pence(96_000) };
const until = localDate('2027-01-31');
const last = localDate('2027-03-31');

const waiting = (told: Partial<TypedInvoice> = {}, others: readonly Invoice[] = [], of = order): Invoice => {
  const decision = entered(typedInvoice(told), of, others);
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
const paid = (told: Partial<TypedInvoice> = {}, others: readonly Invoice[] = [], of = order): Invoice => {
  const decision = accepts(waiting(told, others, of), of, { others, reason: 'As agreed.' });
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
const dear = { lines: [{ ...january, net: pence(50_000) }] };
const credit = { kind: 'credit-note', number: 'CN 1', lines: [{ ...january, units: 0, net: pence(2_000) }] } as const;

test('a month ends on its last day, in a leap year too; what is no month has none', () => {
  expect(['2027-01', '2027-12', '2028-02', '2027-13', '2027-1', ''].map(lastDayOf)).toEqual([
    '2027-01-31',
    '2027-12-31',
    '2028-02-29',
    undefined,
    undefined,
    undefined,
  ]);
});

describe('row 60: what is said of an order at the end of a month', () => {
  const charged = paid(dear);
  const twoHundred = { number: 'BV 2', lines: [{ ...rest, to: localDate('2027-02-04'), units: 2, net: pence(16_000) }] };
  const silent = taughtOrder((index) => (index === 0 ? undefined : 'present'));

  test.each<[string, string, typeof order, readonly Invoice[], typeof until]>([
    ['mismatch', 'a paper waits that asks for more', order, [waiting(dear)], until],
    ['unreported', 'a session that nobody reported, though a paper waits', silent, [waiting(twoHundred)], until],
    ['waiting', 'a paper waits that matches, though more is delivered', order, [waiting(twoHundred)], last],
    ['accrual', 'nothing was charged', order, [], until],
    ['explained', 'more was accepted, with a reason', order, [charged], until],
    ['explained', 'less was accepted, with a reason', order, [paid({ lines: [{ ...january, net: pence(1) }] })], until],
    ['matches', 'what was owed was accepted', order, [paid()], until],
    ['matches', 'more was accepted and given back', order, [charged, paid(credit, [charged])], until],
    ['reconciled', 'it is over, and all was accepted', completed, [paid({ lines: [january, rest] }, [], completed)], last],
    [
      'reconciled',
      'it is over, and all was accepted with a difference',
      completed,
      [charged, paid({ number: 'BV 2', lines: [rest] })],
      last,
    ],
  ])('%s: %s', (outcome, _what, of, papers, day) => {
    expect(monthEndRows([of], papers, day).map((row) => row.outcome)).toEqual([outcome]);
  });

  test('papers wait also where what one asks is what another gives back', () => {
    const asks = waiting({ number: 'BV 2', lines: [{ ...rest, to: localDate('2027-02-04'), units: 2, net: pence(16_000) }] });
    const most = paid({ lines: [{ ...january, net: pence(64_000) }] });
    const gives = waiting({ ...credit, lines: [{ ...january, units: 0, net: pence(16_000) }] }, [most]);
    expect(monthEndRows([order], [most, asks, gives], localDate('2027-02-04'))).toMatchObject([{ outcome: 'waiting', waiting: 0 }]);
  });

  test('each outcome has its words, in the order of the report', () => {
    expect(monthEndOutcomes.map((each) => [each, monthEndWords[each]])).toEqual([
      ['mismatch', 'An invoice waits that does not match'],
      ['unreported', 'Sessions that nobody has reported'],
      ['accrual', 'Delivered and not invoiced'],
      ['explained', 'Accepted with a difference that is explained'],
      ['waiting', 'An invoice waits to be accepted'],
      ['matches', 'Matches'],
      ['reconciled', 'Reconciled'],
    ]);
  });
});

describe('row 60: the rows of the report', () => {
  test('one whole: VAT of the accrual at the rate frozen with the order', () => {
    const taxed = numbered('AP-000042', {
      price: { ...order.callOff.price, vatBasisPoints: 2_000 },
      request: { ...order.callOff.request, costCode: 'SEN-7' },
    });
    expect(monthEndRows([taxed], [], until)).toEqual([
      {
        callOffRef: 'CO-7K3M-9QXT',
        orderNumber: 'AP-000042',
        state: 'active',
        buyerName: 'Stour Vale School',
        providerName: 'Blackmore Vale',
        serviceName: 'Day programme',
        payer: 'school',
        costCode: 'SEN-7',
        unit: 'day',
        unitPrice: 8_000,
        dueUnits: 6,
        due: 48_000,
        invoiced: 0,
        credited: 0,
        waiting: 0,
        difference: 0,
        accrual: 48_000,
        accrualVat: 9_600,
        unreported: 0,
        outcome: 'accrual',
        reasons: [],
      },
    ]);
  });

  test('the most urgent first, then the larger difference either way, then by number', () => {
    const orders = ['AP-000003', 'AP-000001', 'AP-000004', 'AP-000002'].map((number) => numbered(number));
    const less = waiting({ lines: [{ ...january, net: pence(40_000) }] });
    const explained = (number: string, net: number): Invoice => {
      const { lines, ...paper } = paid({ lines: [{ ...january, net: pence(net) }] });
      return { ...paper, lines: lines.map((line) => ({ ...line, orderNumber: number })) };
    };
    const papers = [explained('AP-000001', 47_000), explained('AP-000002', 50_000), explained('AP-000003', 44_000), less];
    const rows = monthEndRows([...orders, order], papers, until);
    expect(rows.map(({ orderNumber, difference, outcome }) => [orderNumber, difference, outcome])).toEqual([
      ['AP-000042', 0, 'mismatch'],
      ['AP-000004', 0, 'accrual'],
      ['AP-000003', -4_000, 'explained'],
      ['AP-000002', 2_000, 'explained'],
      ['AP-000001', -1_000, 'explained'],
    ]);
    const same = monthEndRows([numbered('AP-000002'), numbered('AP-000001')], [], until);
    expect(same.map(({ orderNumber }) => orderNumber)).toEqual(['AP-000001', 'AP-000002']);
  });

  test('an order is left out of which nothing was owed, unknown, charged or waiting; any of these keeps it in', () => {
    const cancelled = taughtOrder(() => 'cancelled');
    const shown = (of: typeof order, papers: readonly Invoice[], day = until) => monthEndRows([of], papers, day).length;
    expect(shown(cancelled, [])).toBe(0);
    expect(shown(order, [], localDate('2027-01-11'))).toBe(0);
    expect(shown({ ...order, callOff: { ...order.callOff, order: undefined } }, [])).toBe(0);
    expect(
      shown(
        taughtOrder(() => undefined),
        [],
      ),
    ).toBe(1);
    expect(shown(cancelled, [waiting()])).toBe(1);
    expect(shown(cancelled, [paid()])).toBe(1);
    expect(shown(order, [])).toBe(1);
  });

  test('added up by buyer in order of names, what was given back taken off', () => {
    const charged = paid({ ...dear });
    const first = numbered('AP-000002', { buyerName: 'Winton School', price: { ...order.callOff.price, vatBasisPoints: 2_000 } });
    const rows = monthEndRows([order, first, numbered('AP-000003')], [charged, paid(credit, [charged])], until);
    expect(monthEndSums(rows, ({ buyerName }) => buyerName)).toEqual([
      { of: 'Stour Vale School', due: 96_000, invoiced: 48_000, accrual: 48_000, accrualVat: 0 },
      { of: 'Winton School', due: 48_000, invoiced: 0, accrual: 48_000, accrualVat: 9_600 },
    ]);
  });
});

describe('row 60: the files for a finance system', () => {
  test('the report of a month: each column under its heading, days and money as a spreadsheet reads them', () => {
    const charged = paid({ lines: [{ ...january, to: localDate('2027-01-19'), net: pence(24_050) }] });
    const cheap = paid({
      number: 'BV 2',
      lines: [{ ...january, from: localDate('2027-01-20'), to: localDate('2027-01-21'), net: pence(1) }],
    });
    const explained = {
      ...cheap,
      lines: cheap.lines.map((line) => ({ ...line, accepted: { dueUnits: 1, dueNet: pence(8_000), reason: 'Late.' } })),
    };
    const [headings = [], ...lines] = accrualTable(monthEndRows([order], [charged, explained], until), until);
    expect(lines.map((line) => headings.map((heading, at) => [heading, line[at]]))).toEqual([
      [
        ['Outcome', 'Delivered and not invoiced'],
        ['Order', 'AP-000042'],
        ['School or department', 'Stour Vale School'],
        ['Provider', 'Blackmore Vale'],
        ['Service', 'Day programme'],
        ['Payer', 'The school'],
        ['Cost code', ''],
        ['To the end of', '31/01/2027'],
        ['Unit', 'day'],
        ['Rate ex VAT', '80.00'],
        ['Units owed', '6'],
        ['Owed ex VAT', '480.00'],
        ['Invoiced ex VAT', '240.51'],
        ['Credited ex VAT', '0.00'],
        ['Waiting ex VAT', '0.00'],
        ['Difference ex VAT', '-79.49'],
        ['Accrual ex VAT', '160.00'],
        ['Accrual VAT', '0.00'],
        ['Sessions not reported', '0'],
        ['Reasons given', 'As agreed.; Late.'],
      ],
    ]);
    const coded = numbered('AP-000042', { request: { ...order.callOff.request, costCode: 'SEN-7' } });
    expect(accrualTable(monthEndRows([coded], [], until), until)[1]?.[6]).toBe('SEN-7');
  });

  test('what was accepted for payment, line by line: a credit note is taken off, and a statement that charges nothing is no line', () => {
    const withVat = (paper: Invoice, vat: number): Invoice => ({
      ...paper,
      lines: paper.lines.map((line) => ({ ...line, vat: pence(vat) })),
    });
    const charged = withVat(paid({ ...dear, poNumber: 'PO 7' }), 10_000);
    const given = withVat(waiting(credit, [charged]), 400);
    const closing = paid({ kind: 'closing', number: '1', note: 'It closed.', lines: [{ ...rest, units: 0, net: pence(0) }] });
    const [headings = [], ...lines] = acceptedTable([charged, given, closing], (ref) =>
      ref === charged.lines[0]?.callOffRef ? 'SEN-7' : undefined,
    );
    expect(headings.map((heading, at) => [heading, ...lines.map((line) => line[at])])).toEqual([
      ['What it is', 'Invoice', 'Credit note'],
      ['Number', 'BV 1001', 'CN 1'],
      ['Date', '01/02/2027', '01/02/2027'],
      ['School or department', 'Stour Vale School', 'Stour Vale School'],
      ['Provider', 'Blackmore Vale', 'Blackmore Vale'],
      ['PO number', 'PO 7', ''],
      ['Order', 'AP-000042', 'AP-000042'],
      ['Payer', 'The school', 'The school'],
      ['Cost code', 'SEN-7', 'SEN-7'],
      ['From', '12/01/2027', '12/01/2027'],
      ['To', '31/01/2027', '31/01/2027'],
      ['Units', '6', '0'],
      ['Net', '500.00', '-20.00'],
      ['VAT', '100.00', '-4.00'],
      ['Gross', '600.00', '-24.00'],
      ['Owed ex VAT', '480.00', ''],
      ['Reason for a difference', 'As agreed.', ''],
      ['Accepted by', head.name, ''],
      ['Accepted on', '19/03/2027', ''],
    ]);
    expect(acceptedTable([charged], () => undefined)[1]?.[8]).toBe('');
  });
});
