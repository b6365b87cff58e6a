import { localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { on, runningOrder } from '../orders/order.fixture.ts';
import { theProduct } from '../people/person.ts';
import { escalateReview, remindOfReview, toEscalate } from './decide-review.ts';
import {
  type OrderReviews,
  objectivesProgress,
  participantWords,
  progressWords,
  reviewDecisions,
  reviewDecisionWords,
  reviewParticipants,
} from './order-reviews.ts';

const running = runningOrder();
/** The review of the first half-term is due on 12 February; the school is shut from the 15th to the 19th. */
const escalate = (day: string, present?: OrderReviews, callOff = running) =>
  escalateReview(present, on(day, { by: theProduct, id: `escalate-${day}` }), callOff, sampleTermDates, 3);
const stateOf = (decided: ReturnType<typeof escalate>): OrderReviews => {
  if (!decided.ok) throw new Error(decided.detail);
  return decided.state;
};

describe('R5, row 58: the contacts of the school hear of a review that is overdue for long', () => {
  test('after the school days in Settings have gone by, which holidays do not count among', () => {
    expect(escalate('2027-02-24')).toMatchObject({ ok: false, code: 'order-not-in-this-state' });
    const told = escalate('2027-02-25');
    expect(stateOf(told)).toMatchObject({ escalatedOf: ['2027-02-12'], remindedOf: [], reviews: [], orderNumber: running.order?.number });
    expect(told.ok && told.effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work)).toEqual([
      expect.objectContaining({ kind: 'record-audit', action: 'review-escalated' }),
      { kind: 'tell-contacts-of-review', dueOn: '2027-02-12' },
    ]);
  });

  test('once for each due day', () => {
    const once = stateOf(escalate('2027-02-25'));
    expect(escalate('2027-02-25', once)).toMatchObject({ ok: true, effects: [], replay: { version: 1 } });
    expect(escalate('2027-02-26', once)).toMatchObject({ ok: false });
    expect(stateOf(escalate('2027-02-26', { ...once, escalatedOf: [localDate('2027-01-01')] })).escalatedOf).toEqual([
      '2027-01-01',
      '2027-02-12',
    ]);
  });

  test('of a school that was reminded too', () => {
    const reminded = remindOfReview(undefined, on('2027-02-12', { by: theProduct }), running, sampleTermDates);
    if (!reminded.ok) throw new Error(reminded.detail);
    expect(stateOf(escalate('2027-02-25', reminded.state))).toMatchObject({
      version: 2,
      remindedOf: ['2027-02-12'],
      escalatedOf: ['2027-02-12'],
    });
  });

  test('never on the day itself, nor where there is no order or the calendar cannot speak', () => {
    expect(toEscalate(running, undefined, sampleTermDates, localDate('2027-02-12'), 0)).toBeUndefined();
    expect(toEscalate(running, undefined, sampleTermDates, localDate('2027-02-13'), 0)).toBe('2027-02-12');
    expect(toEscalate(running, undefined, sampleTermDates, localDate('2028-09-04'), 3)).toBeUndefined();
    expect(escalate('2027-02-25', undefined, { ...running, order: undefined })).toMatchObject({ ok: false });
  });
});

test('who took part, how it goes and what was decided has words each', () => {
  expect(Object.keys(participantWords)).toEqual([...reviewParticipants]);
  expect(Object.keys(progressWords)).toEqual([...objectivesProgress]);
  expect(Object.keys(reviewDecisionWords)).toEqual([...reviewDecisions]);
});
