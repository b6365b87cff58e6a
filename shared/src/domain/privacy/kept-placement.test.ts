import { localDate } from '../days/local-date.ts';
import { taughtOrder } from '../invoices/invoice.fixture.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import type { OrderState } from '../orders/order.ts';
import { keptPlacement } from './kept-placement.ts';

const running = runningOrder();
const { order } = running;
if (!order) throw new Error('not ordered');
const withOrder = (told: Partial<typeof order>) => ({ ...running, order: { ...order, ...told } });

describe('a call-off', () => {
  test('that was placed is kept from the last day of its plan, and is needed while it runs', () => {
    expect(keptPlacement(running, [], [])).toStrictEqual({
      kind: 'placement',
      ref: running.ref,
      lastDay: running.request.endDate,
      pupilErased: false,
      needed: `${order.number}: the placement is active.`,
    });
  });

  test('counts from the day on which it ended, or for which notice was given, where that is said', () => {
    const notice = { lastDay: localDate('2027-02-12') } as NonNullable<typeof order.notice>;
    const end = { on: localDate('2027-02-05') } as NonNullable<typeof order.end>;
    expect(keptPlacement(withOrder({ notice }), [], [])).toMatchObject({ lastDay: '2027-02-12' });
    expect(keptPlacement(withOrder({ notice, end, state: 'ended' }), [], [])).toMatchObject({ lastDay: '2027-02-05', needed: undefined });
  });

  test.each<OrderState>(['declined', 'unfilled', 'cancelled'])(
    'whose order was %s came to nothing, on the day of its last change',
    (state) => {
      const history = [{ at: '2027-01-05T23:30:00Z', by: 'Sena Coombe', what: 'Over' }];
      expect(keptPlacement({ ...withOrder({ state }), history }, [], [])).toMatchObject({
        kind: 'came-to-nothing',
        lastDay: '2027-01-05',
        needed: undefined,
      });
    },
  );

  test('without an order came to nothing too; one of which no change is told counts from the day on which it was sent', () => {
    const { order: _none, ...asked } = taughtOrder().callOff;
    expect(keptPlacement({ ...asked, status: 'withdrawn', history: [], submittedAt: '2026-11-20T10:00:00Z' }, [], [])).toMatchObject({
      kind: 'came-to-nothing',
      lastDay: '2026-11-20',
      needed: undefined,
    });
  });

  test('of which the pupil was erased says so', () => {
    expect(keptPlacement({ ...running, request: { ...running.request, pupilRef: 'ERASED-1' } }, [], [])).toMatchObject({
      pupilErased: true,
    });
  });

  test('that the council holds is needed', () => {
    expect(keptPlacement(withOrder({ state: 'ended' }), [], [running.ref]).needed).toMatch(/held by the council/);
  });
});
