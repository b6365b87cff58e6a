import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import { dueFor } from './chargeable-order.ts';
import { accepts, entered, orderNumberOf, taughtOrder, typedInvoice, withOrder } from './invoice.fixture.ts';
import type { Invoice, Period } from './invoice.ts';
import type { TypedInvoice } from './invoice-command.ts';
import { orderBalance, uncovered } from './order-balance.ts';

const days = (from: string, to: string): Period => ({ from: localDate(from), to: localDate(to) });
const order = taughtOrder();
const completed = withOrder(order, { state: 'completed' });
const january = { orderNumber: orderNumberOf(order), ...days('2027-01-12', '2027-01-31'), units: 6, net: pence(48_000) };
const later = { ...january, ...days('2027-02-01', '2027-03-18'), units: 12, net: pence(96_000) };
const last = localDate('2027-03-18');

const waiting = (told: Partial<TypedInvoice>, others: readonly Invoice[] = [], of = order): Invoice => {
  const decision = entered(typedInvoice(told), of, others);
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
const paid = (told: Partial<TypedInvoice>, others: readonly Invoice[] = [], of = order): Invoice => {
  const decision = accepts(waiting(told, others, of), of, { others, reason: 'As agreed.' });
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};

describe('the days of a period that no paper covers', () => {
  const week = days('2027-01-11', '2027-01-15');
  test.each<[string, readonly Period[], readonly Period[]]>([
    ['none', [], [week]],
    ['all', [week], []],
    ['more than all', [days('2027-01-01', '2027-01-31')], []],
    ['the first day', [days('2027-01-11', '2027-01-11')], [days('2027-01-12', '2027-01-15')]],
    ['the last day', [days('2027-01-15', '2027-01-15')], [days('2027-01-11', '2027-01-14')]],
    ['all but the last day', [days('2027-01-11', '2027-01-14')], [days('2027-01-15', '2027-01-15')]],
    ['days between', [days('2027-01-12', '2027-01-13')], [days('2027-01-11', '2027-01-11'), days('2027-01-14', '2027-01-15')]],
    ['days before and after it', [days('2027-01-18', '2027-01-20'), days('2027-01-01', '2027-01-10')], [week]],
    ['days in any order', [days('2027-01-14', '2027-01-15'), days('2027-01-11', '2027-01-12')], [days('2027-01-13', '2027-01-13')]],
    [
      'days that another covers too',
      [days('2027-01-11', '2027-01-14'), days('2027-01-12', '2027-01-12')],
      [days('2027-01-15', '2027-01-15')],
    ],
  ])('where they cover %s', (_what, covered, left) => {
    expect(uncovered(week, covered)).toEqual(left);
  });
});

describe('row 60: what is owed', () => {
  test('for the days of a period, both included, at the frozen rate; what nobody reported is counted beside it', () => {
    const told = taughtOrder((index) => (index < 2 ? undefined : index === 2 ? 'cancelled' : 'present'));
    // Tuesday 12 and Thursday 14 January are two sessions each.
    expect(dueFor(told, days('2027-01-12', '2027-01-14'))).toEqual({ units: 0.5, net: 4_000, unreported: 2 });
    expect(dueFor(told, days('2027-01-13', '2027-01-19'))).toEqual({ units: 1.5, net: 12_000, unreported: 0 });
    expect(dueFor(told, days('2027-01-15', '2027-01-18'))).toEqual({ units: 0, net: 0, unreported: 0 });
  });

  test('a week that is paid whole is owed in the first of two periods that share it', () => {
    const running = runningOrder();
    const weekly = taughtOrder(() => 'present', { ...running, price: { ...running.price, unit: 'week' } });
    expect(dueFor(weekly, days('2027-01-12', '2027-01-13')).units).toBe(1);
    expect(dueFor(weekly, days('2027-01-14', '2027-01-19')).units).toBe(1);
  });
});

describe('row 60: how an order stands', () => {
  test('to the end of a day, whole: charged, given back, waiting, delivered and not invoiced, and why sums differ', () => {
    const charged = paid({ lines: [{ ...january, net: pence(50_000) }] });
    const given = paid({ kind: 'credit-note', number: 'CN 1', lines: [{ ...january, units: 0, net: pence(500) }] }, [charged]);
    const papers = [
      charged,
      given,
      waiting({ kind: 'credit-note', number: 'CN 2', lines: [{ ...january, units: 0, net: pence(300) }] }, [charged, given]),
      waiting({ number: 'BV 2', lines: [{ ...later, to: localDate('2027-02-04'), net: pence(16_000) }] }),
    ];
    expect(orderBalance(order, papers, localDate('2027-02-11'))).toEqual({
      due: { units: 10, net: 80_000, unreported: 0 },
      invoiced: 50_000,
      credited: 500,
      waiting: 15_700,
      paperWaits: true,
      difference: 1_500,
      accrual: 32_000,
      unreported: 0,
      gaps: [{ ...days('2027-02-01', '2027-02-11'), units: 4, net: 32_000, unreported: 0 }],
      reasons: ['As agreed.'],
      // £3.00 are given back where £15.00 too much were charged.
      mismatchWaits: true,
      reconciled: false,
    });
  });

  test('a paper counts from the first of its days on; one that was refused or withdrawn does not count', () => {
    const second = paid({ number: 'BV 2', lines: [later] });
    expect(orderBalance(order, [second], localDate('2027-01-31')).invoiced).toBe(0);
    expect(orderBalance(order, [second], localDate('2027-02-01')).invoiced).toBe(96_000);
    const gone = (['refused', 'withdrawn'] as const).map((status) => ({ ...waiting({}), status }));
    expect(orderBalance(order, gone, last)).toMatchObject({ invoiced: 0, waiting: 0, paperWaits: false, mismatchWaits: false });
  });

  test('papers of other orders do not count', () => {
    const other = withOrder(order, { number: 'AP-000001' });
    expect(orderBalance(other, [paid({})], last)).toMatchObject({ invoiced: 0, accrual: 144_000 });
  });

  test('nothing is owed before its first day', () => {
    expect(orderBalance(order, [], localDate('2027-01-11'))).toMatchObject({
      due: { units: 0, net: 0, unreported: 0 },
      gaps: [],
      accrual: 0,
    });
    expect(orderBalance(order, [], localDate('2027-01-12'))).toMatchObject({ due: { units: 1, net: 8_000 }, accrual: 8_000 });
    expect(orderBalance(order, [], localDate('2027-12-31'))).toMatchObject({
      due: { net: 144_000 },
      gaps: [days('2027-01-12', '2027-03-18')],
    });
  });

  test('days without a session are no gap', () => {
    const first = paid({ lines: [{ ...january, to: localDate('2027-01-28') }] });
    expect(orderBalance(order, [first], localDate('2027-01-31'))).toMatchObject({ gaps: [], accrual: 0 });
  });

  test('a paper that waits is measured beside the others, not beside itself', () => {
    const charged = paid({ lines: [{ ...january, net: pence(50_000) }] });
    const credit = waiting({ kind: 'credit-note', number: 'CN 1', lines: [{ ...january, units: 0, net: pence(2_000) }] }, [charged]);
    expect(orderBalance(order, [charged, credit], last)).toMatchObject({ mismatchWaits: false, waiting: -2_000 });
    expect(orderBalance(order, [waiting({})], last)).toMatchObject({ mismatchWaits: false, waiting: 48_000 });
    expect(orderBalance(order, [waiting({ lines: [{ ...january, net: pence(1) }] })], last).mismatchWaits).toBe(true);
  });

  test('each reason is told once, and a line that matched has none', () => {
    const dear = paid({ lines: [{ ...january, net: pence(50_000) }] });
    const cheap = paid({ number: 'BV 2', lines: [{ ...later, net: pence(90_000) }] });
    expect(orderBalance(order, [dear, cheap], last).reasons).toEqual(['As agreed.']);
    expect(orderBalance(order, [paid({})], last).reasons).toEqual([]);
  });
});

describe('row 60: an order is reconciled', () => {
  const both = [paid({}, [], completed), paid({ number: 'BV 2', lines: [later] }, [], completed)];

  test('when it is over, from its last day on, with an accepted paper for all that is owed', () => {
    expect(orderBalance(completed, both, last)).toMatchObject({ reconciled: true, paperWaits: false });
    expect(orderBalance(completed, both, localDate('2027-03-17')).reconciled).toBe(false);
    expect(orderBalance(order, both, last).reconciled).toBe(false);
    expect(orderBalance(completed, both.slice(0, 1), last).reconciled).toBe(false);
  });

  test('not while a paper waits, though all is charged', () => {
    const dear = paid({ lines: [{ ...january, net: pence(50_000) }] }, [], completed);
    const credit = waiting(
      { kind: 'credit-note', number: 'CN 1', lines: [{ ...january, units: 0, net: pence(2_000) }] },
      [dear],
      completed,
    );
    const papers = [dear, both[1] as Invoice];
    expect(orderBalance(completed, papers, last)).toMatchObject({ reconciled: true, difference: 2_000 });
    expect(orderBalance(completed, [...papers, credit], last).reconciled).toBe(false);
  });

  test('not where nothing of it is planned: nobody can say when it was over', () => {
    const none = withOrder(completed, { plan: { ...order.callOff.price, parts: [] } });
    expect(orderBalance(none, [], last)).toMatchObject({ reconciled: false, gaps: [], due: { units: 0, net: 0, unreported: 0 } });
  });
});
