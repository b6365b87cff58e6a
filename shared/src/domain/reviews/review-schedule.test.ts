import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type LocalDate, localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { isSchoolDay } from '../days/term-dates.ts';
import { readyOrder, runningOrder } from '../orders/order.fixture.ts';
import type { OrderHold } from '../quality/order-hold.ts';
import { halfTermsOf } from './half-terms.ts';
import { type DueReview, reviewStanding, reviewsDue } from './review-schedule.ts';

const placed = (startedOn: string, from: string, to: string) => {
  const running = runningOrder();
  const { request, order } = running;
  if (!order) throw new Error('the fixture has an order');
  return {
    ...running,
    request: { ...request, startDate: localDate(from), endDate: localDate(to) },
    order: { ...order, startedOn: localDate(startedOn) },
  };
};
const dueDays = (startedOn: string, from: string, to: string) =>
  reviewsDue(placed(startedOn, from, to), sampleTermDates).map(({ dueOn }) => dueOn as string);

describe('R5: when the reviews of a placement are due', () => {
  test('once in each half-term, by its last school day, and in the last by the last planned day', () => {
    expect(dueDays('2027-01-12', '2027-01-12', '2027-06-18')).toEqual(['2027-02-12', '2027-03-25', '2027-05-28', '2027-06-18']);
  });

  test('not in a first half-term of fewer than ten school days, unless there is no other', () => {
    expect(dueDays('2027-02-08', '2027-02-08', '2027-03-18')).toEqual(['2027-03-18']);
    expect(dueDays('2027-02-08', '2027-02-08', '2027-02-12')).toEqual(['2027-02-12']);
  });

  test('in a last half-term of two days too', () => {
    expect(dueDays('2027-01-12', '2027-01-12', '2027-02-23')).toEqual(['2027-02-12', '2027-02-23']);
  });

  test('ten school days in a first half-term are enough for one', () => {
    const firstTen = placed('2027-02-01', '2027-02-01', '2027-03-25');
    expect(reviewsDue(firstTen, sampleTermDates)).toStrictEqual([
      { from: '2027-02-01', dueOn: '2027-02-12' },
      { from: '2027-02-22', dueOn: '2027-03-25' },
    ]);
    expect(dueDays('2027-02-02', '2027-02-01', '2027-03-25')).toEqual(['2027-03-25']);
  });

  test('not before the placement has started', () => {
    expect(reviewsDue(readyOrder(), sampleTermDates)).toEqual([]);
    expect(reviewsDue({ ...readyOrder(), order: undefined }, sampleTermDates)).toEqual([]);
  });

  test('R19: not from the day on which a school paused or ended it, because its provider was held', () => {
    const running = placed('2027-01-12', '2027-01-12', '2027-06-18');
    const days = (hold: OrderHold) => reviewsDue({ ...running, hold }, sampleTermDates).map(({ dueOn }) => dueOn as string);
    const answeredAt = '2027-02-22T10:00:00Z';
    for (const state of ['paused', 'ended'] as const) expect(days({ state, answeredAt })).toEqual(['2027-02-12']);
    for (const state of ['asked', 'continued', 'running'] as const) expect(days({ state, answeredAt })).toHaveLength(4);
  });

  test('not from the day on which it was paused, and not after the last day of a notice or an early end', () => {
    const running = placed('2027-01-12', '2027-01-12', '2027-06-18');
    const days = (order: Partial<(typeof running)['order']>) =>
      reviewsDue({ ...running, order: { ...running.order, ...order } }, sampleTermDates).map(({ dueOn }) => dueOn as string);
    expect(days({ state: 'paused', pausedFrom: localDate('2027-02-22') })).toEqual(['2027-02-12']);
    const notice = { by: 'school', givenOn: localDate('2027-03-01'), lastDay: localDate('2027-03-09'), reason: 'Other plans.' } as const;
    expect(days({ state: 'notice-given', notice })).toEqual(['2027-02-12', '2027-03-09']);
    expect(days({ state: 'ended', end: { on: localDate('2027-02-03'), reason: 'pupil-moved' } })).toEqual(['2027-02-03']);
  });

  test('a half-term that lies wholly in a break asks for none', () => {
    const running = placed('2026-11-02', '2026-11-02', '2027-03-25');
    const { pattern } = running.request;
    const parts = [
      { from: localDate('2026-11-02'), to: localDate('2026-12-18'), pattern },
      { from: localDate('2027-02-22'), to: localDate('2027-03-25'), pattern },
    ];
    const price = running.price;
    const broken = { ...running, order: { ...running.order, plan: { ...price, parts } } };
    expect(reviewsDue(broken, sampleTermDates).map(({ dueOn }) => dueOn)).toEqual(['2026-12-18', '2027-03-25']);
  });
});

const dayIn = fc.integer({ min: 0, max: 320 }).map((days) => addDays(localDate('2026-09-02'), days));
const days = fc.tuple(dayIn, dayIn).map(([a, b]): readonly [LocalDate, LocalDate] => (a < b ? [a, b] : [b, a]));
const scheduleOf = (from: LocalDate, to: LocalDate): readonly DueReview[] => reviewsDue(placed(from, from, to), sampleTermDates);

describe('R5: the schedule of any placement of a year', () => {
  test('every due day is a school day on which the pupil is placed, and no half-term has two', () => {
    fc.assert(
      fc.property(days, ([from, to]) => {
        const due = scheduleOf(from, to).map(({ dueOn }) => dueOn);
        for (const day of due) {
          assert.equal(isSchoolDay(sampleTermDates, day), true);
          assert.equal(day >= from && day <= to, true);
        }
        for (const half of halfTermsOf(sampleTermDates)) expect(due.filter((day) => half.includes(day)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a placement with a school day has a review at least, and the last half-term always has one', () => {
    fc.assert(
      fc.property(days, ([from, to]) => {
        const taught = halfTermsOf(sampleTermDates)
          .map((half) => half.filter((day) => day >= from && day <= to))
          .filter((half) => half.length > 0);
        assert.equal(scheduleOf(from, to).at(-1)?.dueOn, taught.at(-1)?.at(-1));
      }),
    );
  });
});

describe('R5, row 58: what is overdue', () => {
  const schedule = scheduleOf(localDate('2027-01-12'), localDate('2027-06-18'));

  test('the day itself is in time; the day after is not', () => {
    expect(reviewStanding(schedule, [], localDate('2027-02-12'))).toMatchObject({ overdue: false, due: 1, heldInTime: 0 });
    expect(reviewStanding(schedule, [], localDate('2027-02-13'))).toMatchObject({ overdue: true, next: { dueOn: '2027-02-12' } });
  });

  test('a late review makes good what was missed, and the one of its own half-term is still due', () => {
    const late = reviewStanding(schedule, [localDate('2027-02-23')], localDate('2027-02-24'));
    expect(late).toMatchObject({ overdue: false, next: { dueOn: '2027-03-25' }, due: 1, heldInTime: 0 });
  });

  test('two reviews in one half-term do not spare the next', () => {
    const twice = reviewStanding(schedule, [localDate('2027-01-20'), localDate('2027-02-10')], localDate('2027-03-26'));
    expect(twice).toMatchObject({ overdue: true, next: { dueOn: '2027-03-25' }, due: 2, heldInTime: 1 });
  });

  test('one that is held on its day is in time, and counts once the day has come', () => {
    const due = localDate('2027-02-12');
    expect(reviewStanding(schedule, [due], due)).toStrictEqual({ next: schedule[1], overdue: false, due: 1, heldInTime: 1 });
    const first = localDate('2027-01-12');
    expect(reviewStanding(schedule, [first], first)).toStrictEqual({ next: schedule[1], overdue: false, due: 0, heldInTime: 0 });
    expect(reviewStanding(schedule, [localDate('2027-01-11')], first).next).toEqual(schedule[0]);
  });

  test('a late review that was recorded before one in time is late still', () => {
    const [inTime, late] = [localDate('2027-02-10'), localDate('2027-04-13')];
    const standing = { next: schedule[2], overdue: false, due: 2, heldInTime: 1 };
    for (const held of [
      [inTime, late],
      [late, inTime],
    ])
      expect(reviewStanding(schedule, held, localDate('2027-04-14'))).toStrictEqual(standing);
  });

  test('nothing is overdue where nothing is due', () => {
    expect(reviewStanding([], [], localDate('2027-02-13'))).toStrictEqual({ next: undefined, overdue: false, due: 0, heldInTime: 0 });
  });

  test('the order in which reviews are recorded makes no difference, and one that is held today leaves nothing overdue', () => {
    fc.assert(
      fc.property(days, fc.array(dayIn, { maxLength: 6 }), dayIn, ([from, to], held, today) => {
        const any = scheduleOf(from, to);
        const standing = reviewStanding(any, held, today);
        expect(reviewStanding(any, [...held].reverse(), today)).toEqual(standing);
        const past = held.filter((day) => day <= today);
        expect(reviewStanding(any, [...past, today], today).overdue).toBe(false);
        expect(standing.heldInTime).toBeLessThanOrEqual(standing.due);
      }),
    );
  });
});
