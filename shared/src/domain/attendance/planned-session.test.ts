import { aBuyer, accepted } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pauseOrder } from '../orders/change-order.ts';
import { acceptedOrder, lifeFacts, on, runningOrder } from '../orders/order.fixture.ts';
import { type OrderState, orderStates } from '../orders/order.ts';
import { stoppedFrom } from '../orders/order-plan.ts';
import type { OrderHoldState } from '../quality/order-hold.ts';
import { sessionsBetween, sessionsOn } from './planned-session.ts';

const { termDates } = aBuyer();
const date = localDate('2027-01-14');

describe('R22: the sessions of an order follow from its plan', () => {
  test('morning and afternoon of the days of its pattern, on school days only', () => {
    const planned = sessionsBetween(runningOrder(), localDate('2027-01-11'), localDate('2027-01-17'), termDates);
    expect(planned.map((session) => [session.date, session.half, session.hours])).toEqual([
      ['2027-01-12', 'am', 2.5],
      ['2027-01-12', 'pm', 2.5],
      ['2027-01-14', 'am', 2.5],
      ['2027-01-14', 'pm', 2.5],
    ]);
    expect(sessionsOn(runningOrder(), localDate('2027-02-16'), termDates)).toEqual([]);
  });

  test('none before the start, and none from a pause on', () => {
    expect(sessionsOn(acceptedOrder(), date, termDates)).toEqual([]);
    const paused = accepted(
      pauseOrder(runningOrder(), { ...on('2027-01-13'), from: localDate('2027-01-19'), reason: 'A rest is needed.' }, lifeFacts()),
    ).state;
    expect(sessionsOn(paused, date, termDates)).toHaveLength(2);
    expect(sessionsOn(paused, localDate('2027-01-19'), termDates)).toEqual([]);
  });

  test('in every state in which a pupil is taught, or was', () => {
    const running = runningOrder();
    const taught = (state: OrderState) =>
      running.order && sessionsOn({ ...running, order: { ...running.order, state } }, date, termDates).length > 0;
    expect(orderStates.filter(taught)).toEqual(['active', 'paused', 'notice-given', 'ended', 'completed']);
  });

  test('by the part of the plan that the day lies in, its first and last day included, and none between two parts', () => {
    const running = runningOrder();
    const part = (day: string, hoursPerDay: number) => {
      const only = localDate(day);
      return { from: only, to: only, pattern: { days: ['tue', 'thu'], sessions: 'am', hoursPerDay } as const };
    };
    const plan = { ...running.price, parts: [part('2027-01-12', 2), part('2027-01-19', 3)] };
    const planned = { ...running, order: running.order && { ...running.order, plan } };
    const found = sessionsBetween(planned, localDate('2027-01-11'), localDate('2027-01-22'), termDates);
    expect(found.map((session) => [session.date, session.hours])).toEqual([
      ['2027-01-12', 2],
      ['2027-01-19', 3],
    ]);
  });

  test('one a day where mornings or afternoons alone are planned, of all the hours of the day', () => {
    const { request, ...running } = runningOrder();
    for (const sessions of ['am', 'pm'] as const) {
      const pattern = { days: ['thu'], sessions, hoursPerDay: 3 } as const;
      expect(sessionsOn({ ...running, request: { ...request, pattern } }, date, termDates)).toStrictEqual([
        { date, half: sessions, hours: 3 },
      ]);
    }
  });

  test('R19: none from the day on which the school paused or ended it because its provider was held', () => {
    const held = (state: OrderHoldState, answeredAt?: string) => ({ ...runningOrder(), hold: { state, answeredAt } });
    const [before, onTheDay] = ['2027-01-15T09:00:00Z', '2027-01-14T23:30:00Z'];
    for (const state of ['paused', 'ended'] as const) {
      expect(sessionsOn(held(state, before), date, termDates)).toHaveLength(2);
      expect(sessionsOn(held(state, onTheDay), date, termDates)).toEqual([]);
      expect(sessionsOn(held(state, '2027-01-13T09:00:00Z'), date, termDates)).toEqual([]);
      expect(sessionsOn(held(state), date, termDates)).toHaveLength(2);
    }
    for (const state of ['asked', 'unanswered', 'continued', 'running'] as const)
      expect(sessionsOn(held(state, onTheDay), date, termDates)).toHaveLength(2);
  });

  test('R19: whichever stopped it first, a break or a hold', () => {
    const running = runningOrder();
    const both = (pausedFrom: string, answeredAt: string) =>
      stoppedFrom({ order: { pausedFrom: localDate(pausedFrom) }, hold: { state: 'paused', answeredAt } });
    expect(both('2027-01-19', '2027-01-14T09:00:00Z')).toBe('2027-01-14');
    expect(both('2027-01-12', '2027-01-14T09:00:00Z')).toBe('2027-01-12');
    expect(stoppedFrom(running)).toBeUndefined();
  });
});
