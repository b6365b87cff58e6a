import { senco } from '../call-off/call-off.fixture.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { acceptedOrder, readyOrder, runningOrder } from '../orders/order.fixture.ts';
import { canBeCharged, chargeablePeriod } from './chargeable-order.ts';
import { accepts, afterwards, entered, enteredAt, orderNumberOf, taughtOrder, typedInvoice, withOrder } from './invoice.fixture.ts';
import type { Invoice } from './invoice.ts';
import type { TypedInvoice, TypedLine } from './invoice-command.ts';

const order = taughtOrder();
const january: TypedLine = {
  orderNumber: orderNumberOf(order),
  from: localDate('2027-01-12'),
  to: localDate('2027-01-31'),
  units: 6,
  net: pence(48_000),
};
const enter = (told: Partial<TypedInvoice>, others: readonly Invoice[] = []) => entered(typedInvoice(told), order, others);
const enterLine = (told: Partial<TypedLine>) => enter({ lines: [{ ...january, ...told }] });
const made = (decision: ReturnType<typeof enter>): Invoice => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision.state;
};
const told = (decision: ReturnType<typeof enter>) =>
  decision.ok ? 'entered' : `${decision.code} ${'field' in decision ? decision.field : ''}`.trim();

test('row 60: what is kept of a paper, whole', () => {
  const {
    history,
    outbox: _outbox,
    version,
    lastCommands: _commands,
    ...kept
  } = made(enter({ number: ' BV 1001 ', poNumber: ' PO 7 ', note: 'Thanks.', vat: pence(100) }));
  expect(kept).toEqual({
    ref: 'IV-invoice- BV 1001 ',
    status: 'entered',
    kind: 'invoice',
    number: 'BV 1001',
    account: '113800/P-0001',
    buyerRef: '113800',
    buyerName: 'Stour Vale School',
    providerRef: 'P-0001',
    providerName: 'Blackmore Vale',
    date: '2027-02-01',
    poNumber: 'PO 7',
    note: undefined,
    lines: [{ ...january, callOffRef: 'CO-7K3M-9QXT', payer: 'school', vat: 100, vatBasisPoints: 0 }],
    vat: 100,
    enteredBy: [senco],
    enteredAt: afterwards,
  });
  expect(kept.note).toBeUndefined();
  expect([version, history.at(-1)?.what]).toEqual([1, 'Invoice BV 1001 entered: £480.00 ex VAT']);
  expect(made(enter({ poNumber: '  ' })).poNumber).toBeUndefined();
});

describe('row 60: the paper itself', () => {
  test.each([
    ['INV/2027.01-7_b', 'entered'],
    ['7', 'entered'],
    [`7${'x'.repeat(39)}`, 'entered'],
    [`7${'x'.repeat(40)}`, 'number-not-allowed /number'],
    ['Invoice', 'number-not-allowed /number'],
    ['-7', 'number-not-allowed /number'],
    ['7=1', 'number-not-allowed /number'],
    ['', 'number-not-allowed /number'],
  ])('the number "%s": %s (R40: a name has no digit)', (number, outcome) => {
    expect(told(enter({ number }))).toBe(outcome);
  });

  test('a number that cannot be kept is told why', () => {
    expect(enter({ number: 'Invoice' })).toMatchObject({
      detail:
        'Enter the number as it stands on the paper: at most 40 letters, digits, spaces, dots, dashes and strokes, with a digit among them.',
    });
  });

  test('its date is not one to come, by the day in London', () => {
    expect(told(enter({ date: localDate('2027-03-19') }))).toBe('entered');
    expect(told(enter({ date: localDate('2027-03-20') }))).toBe('dates-not-allowed /date');
    const lateInSummer = enteredAt('2027-07-01T23:00:00Z', typedInvoice({ date: localDate('2027-07-02') }), [order]);
    expect(lateInSummer.ok).toBe(true);
  });

  test('it has from one to sixty lines', () => {
    // Each line a day of its own: from 12 January on.
    const lines = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...january,
        from: addDays(january.from, at),
        to: addDays(january.from, at),
        net: pence(1),
      }));
    expect(made(enter({ lines: lines(60) })).lines).toHaveLength(60);
    expect(told(enter({ lines: lines(61) }))).toBe('number-not-allowed /lines');
    expect(told(enter({ lines: [] }))).toBe('number-not-allowed /lines');
  });

  test('it comes to £900,000 at most, and so does its VAT', () => {
    expect(told(enterLine({ net: pence(90_000_000) }))).toBe('entered');
    expect(told(enterLine({ net: pence(90_000_001) }))).toBe('number-not-allowed /lines');
    expect(told(enter({ vat: pence(90_000_000) }))).toBe('entered');
    expect(told(enter({ vat: pence(90_000_001) }))).toBe('number-not-allowed /lines');
  });

  test('a statement that nothing more will be invoiced charges neither a sum nor VAT, and says why', () => {
    const closing = (line: Partial<TypedLine>, more: Partial<TypedInvoice> = {}) =>
      enter({ kind: 'closing', note: ' It closed. ', lines: [{ ...january, units: 0, net: pence(0), ...line }], ...more });
    expect(made(closing({})).note).toBe('It closed.');
    expect(told(closing({ net: pence(1) }))).toBe('number-not-allowed /lines');
    expect(told(closing({}, { vat: pence(1) }))).toBe('number-not-allowed /lines');
    expect(told(closing({}, { note: ' ' }))).toBe('comment-required /note');
    expect(told(closing({}, { note: 'For A123456789012.' }))).toBe('text-names-a-pupil /note');
  });
});

describe('row 60: a line', () => {
  test.each<[string, Partial<TypedLine>, string]>([
    ['no units', { units: 0 }, 'entered'],
    ['as many units as a paper says', { units: 100_000 }, 'entered'],
    ['more', { units: 100_000.5 }, 'number-not-allowed /lines/0/units'],
    ['less than none', { units: -0.25 }, 'number-not-allowed /lines/0/units'],
    ['four decimals', { units: 1.2345 }, 'entered'],
    ['five', { units: 1.23455 }, 'number-not-allowed /lines/0/units'],
    ['one day', { from: localDate('2027-01-12'), to: localDate('2027-01-12') }, 'entered'],
    ['all days', { to: localDate('2027-03-18') }, 'entered'],
    ['days the wrong way round', { from: localDate('2027-01-13'), to: localDate('2027-01-12') }, 'dates-not-allowed /lines/0/to'],
    ['a day before the first', { from: localDate('2027-01-11') }, 'dates-not-allowed /lines/0/from'],
    ['a day after the last', { to: localDate('2027-03-19') }, 'dates-not-allowed /lines/0/from'],
    ['another order', { orderNumber: 'AP-000099' }, 'order-not-chargeable /lines/0/orderNumber'],
  ])('with %s: %j, %s', (_what, line, outcome) => {
    expect(told(enterLine(line))).toBe(outcome);
  });

  test('is of days that are over: yesterday, not today', () => {
    const until = (to: string, now: string) =>
      enteredAt(now, typedInvoice({ date: localDate('2027-01-20'), lines: [{ ...january, to: localDate(to) }] }), [order]);
    expect(until('2027-01-19', '2027-01-20T09:00:00Z').ok).toBe(true);
    expect(told(until('2027-01-20', '2027-01-20T09:00:00Z'))).toBe('dates-not-allowed /lines/0/to');
  });

  test('shares no day with another of its order; the day after is free, and so is another order', () => {
    const second = (from: string) => told(enter({ lines: [january, { ...january, from: localDate(from), to: localDate('2027-02-10') }] }));
    expect(second('2027-01-31')).toBe('charged-twice /lines/1/from');
    expect(second('2027-02-01')).toBe('entered');
    const other = withOrder(order, { number: 'AP-000001' });
    const both = enteredAt(afterwards, typedInvoice({ lines: [january, { ...january, orderNumber: 'AP-000001' }] }), [order, other]);
    expect(both.ok).toBe(true);
  });

  test('of an order of which nothing is planned any more is of no days', () => {
    const none = withOrder(order, { plan: { ...order.callOff.price, parts: [] } });
    expect(chargeablePeriod(none.callOff)).toBeUndefined();
    expect(entered(typedInvoice(), none)).toMatchObject({
      code: 'dates-not-allowed',
      detail: 'Nothing is taught under this order any more.',
      field: '/lines/0/from',
    });
  });
});

describe('row 60: no day of an order is on two papers', () => {
  const days = (from: string, to: string, more: Partial<TypedInvoice> = {}) =>
    enter({ number: 'BV 2', lines: [{ ...january, from: localDate(from), to: localDate(to) }], ...more }, [first]);
  const first = made(enter({ lines: [{ ...january, from: localDate('2027-01-19') }] }));

  test('the day before and the day after are free, the first and the last are not', () => {
    expect(told(days('2027-01-12', '2027-01-18'))).toBe('entered');
    expect(told(days('2027-02-01', '2027-02-10'))).toBe('entered');
    expect(told(days('2027-01-12', '2027-01-19'))).toBe('charged-twice /lines/0/from');
    expect(told(days('2027-01-31', '2027-02-10'))).toBe('charged-twice /lines/0/from');
  });

  test('neither while it waits nor once it is accepted; what was refused or withdrawn charges nothing', () => {
    const again = (status: Invoice['status']) => told(enter({ number: 'BV 2' }, [{ ...first, status }]));
    expect((['entered', 'accepted', 'refused', 'withdrawn'] as const).map(again)).toEqual([
      'charged-twice /lines/0/from',
      'charged-twice /lines/0/from',
      'entered',
      'entered',
    ]);
  });
});

describe('row 60: a credit note', () => {
  const charged = (net: number): Invoice => {
    const decision = accepts(made(enterLine({ net: pence(net) })), order, { reason: 'A credit note follows.' });
    if (!decision.ok) throw new Error(decision.code);
    return decision.state;
  };
  const credit = (net: number, others: readonly Invoice[], number = 'CN 7') =>
    enter({ kind: 'credit-note', number, lines: [{ ...january, units: 0, net: pence(net) }] }, others);

  test('gives back at most what was charged and not given back yet', () => {
    expect(told(credit(50_000, [charged(50_000)]))).toBe('entered');
    expect(told(credit(50_001, [charged(50_000)]))).toBe('nothing-to-credit /lines/0/net');
    const half = accepts(made(credit(2_000, [charged(50_000)])), order, { others: [charged(50_000)] });
    if (!half.ok) throw new Error(half.code);
    expect(told(credit(48_000, [charged(50_000), half.state], 'CN 8'))).toBe('entered');
    expect(told(credit(48_001, [charged(50_000), half.state], 'CN 8'))).toBe('nothing-to-credit /lines/0/net');
  });

  test('is of what was accepted: an invoice that waits, and days that were never charged, have nothing to give back', () => {
    expect(told(credit(1, [made(enterLine({ net: pence(50_000) }))]))).toBe('nothing-to-credit /lines/0/from');
    expect(told(credit(1, []))).toBe('nothing-to-credit /lines/0/from');
    // The very days that were charged, neither more nor fewer.
    for (const days of [{ from: localDate('2027-01-13') }, { to: localDate('2027-01-30') }])
      expect(told(enter({ kind: 'credit-note', number: 'CN 7', lines: [{ ...january, ...days, net: pence(1) }] }, [charged(50_000)]))).toBe(
        'nothing-to-credit /lines/0/from',
      );
  });

  test('is one at a time: another for the same days waits until it is decided', () => {
    const others = [charged(50_000)];
    const waits = made(credit(100, others));
    expect(told(credit(100, [...others, waits], 'CN 8'))).toBe('charged-twice /lines/0/from');
    expect(told(credit(100, [...others, { ...waits, status: 'withdrawn' }], 'CN 8'))).toBe('entered');
  });
});

describe('row 60: what can be charged', () => {
  const at = (state: string, told: object = {}) => {
    const callOff = runningOrder();
    return canBeCharged({ ...callOff, order: { ...callOff.order, state } as never, request: { ...callOff.request, ...told } as never });
  };

  test('an order that was begun, whatever became of it', () => {
    const states = 'awaiting-provider accepted declined unfilled active paused notice-given ended completed cancelled'.split(' ');
    expect(states.filter((state) => at(state))).toEqual(['active', 'paused', 'notice-given', 'ended', 'completed']);
    for (const callOff of [acceptedOrder(), readyOrder()]) expect(canBeCharged(callOff)).toBe(false);
    expect(canBeCharged({ ...runningOrder(), order: undefined })).toBe(false);
  });

  test('however it was awarded, but for one that draws a block purchase: its units are owed there (row 54)', () => {
    expect(at('active', { basis: undefined, enquiryRef: 'EQ-0001' })).toBe(true);
    expect(at('active', { basis: undefined, blockRef: 'BP-0001' })).toBe(false);
  });
});
