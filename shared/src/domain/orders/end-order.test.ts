import { answerOrder } from '../answer-order.ts';
import { accepted, anOrder, head, refusal, stranger } from '../call-off.fixture.ts';
import { localDate } from '../local-date.ts';
import { theProduct } from '../person.ts';
import { holdCallOff } from '../quality/hold-call-off.ts';
import { placementsOf } from '../quality/registration-guard.ts';
import { sampleTermDates } from '../sample-term-dates.ts';
import { pauseOrder } from './change-order.ts';
import { cancelOrder, completeOrder, endOrder, finishNotice, giveNotice } from './end-order.ts';
import { acceptedOrder, lifeFacts, on, runningOrder } from './order.fixture.ts';
import { presentTotals } from './order-plan.ts';

const notice = (told = {}, present = runningOrder()) =>
  giveNotice(
    present,
    { ...on('2027-02-01'), giver: 'school', lastDay: localDate('2027-02-11'), reason: 'Back to school full-time.', ...told },
    lifeFacts(),
  );
const end = (told = {}, present = runningOrder()) =>
  endOrder(present, { ...on('2027-02-01'), lastDay: localDate('2027-01-28'), reason: 'safeguarding', ...told }, lifeFacts());
const complete = (told = {}, present = runningOrder()) =>
  completeOrder(
    present,
    {
      ...on('2027-03-19'),
      objectives: 'met',
      destination: 'back-in-school',
      finalReviewOn: localDate('2027-03-18'),
      ...told,
    },
    lifeFacts(),
  );

describe('notice', () => {
  test('ends the placement on its last day: until then it runs and is owed', () => {
    const given = accepted(notice()).state;
    expect(given.order).toMatchObject({ state: 'notice-given', notice: { by: 'school', givenOn: '2027-02-01', lastDay: '2027-02-11' } });
    expect(presentTotals(given)).toMatchObject({ units: 10, gross: 80_000 });
  });

  test('is of so many school days as Settings say: half-term and weekends do not count', () => {
    expect(refusal(notice({ lastDay: localDate('2027-02-05') })).code).toBe('notice-too-short');
    expect(notice({ lastDay: localDate('2027-02-08') }).ok).toBe(true);
    const beforeHalfTerm = { ...on('2027-02-11'), lastDay: localDate('2027-02-25') };
    expect(refusal(notice({ ...beforeHalfTerm, lastDay: localDate('2027-02-24') })).detail).toContain('25 February 2027');
    expect(notice(beforeHalfTerm).ok).toBe(true);
  });

  test('runs out by the clock, on the day after its last one and not before', () => {
    const given = accepted(notice()).state;
    const clock = (day: string) => finishNotice(given, { ...on(day), by: theProduct });
    expect(refusal(clock('2027-02-11')).code).toBe('order-not-in-this-state');
    expect(accepted(clock('2027-02-12')).state.order).toMatchObject({ state: 'ended', end: { on: '2027-02-11', reason: 'notice-worked' } });
  });
});

describe('an end at once', () => {
  test('says which day was the last; nothing is owed after it', () => {
    const over = accepted(end()).state;
    expect(over.order?.end).toEqual({ on: '2027-01-28', reason: 'safeguarding' });
    expect(presentTotals(over)).toMatchObject({ units: 6, gross: 48_000 });
  });

  test('is not for days to come, nor before the start, nor by another school', () => {
    expect(refusal(end({ lastDay: localDate('2027-02-02') })).field).toBe('/lastDay');
    expect(refusal(end({ lastDay: localDate('2027-01-11') })).field).toBe('/lastDay');
    expect(refusal(end({ by: stranger })).code).toBe('not-yours');
    expect(refusal(end({}, accepted(end()).state)).code).toBe('order-not-in-this-state');
  });

  test('of a paused placement owes nothing for the pause', () => {
    const paused = accepted(
      pauseOrder(runningOrder(), { ...on('2027-01-19'), from: localDate('2027-01-21'), reason: 'Staff are ill.' }, lifeFacts()),
    ).state;
    expect(presentTotals(accepted(end({}, paused)).state)).toMatchObject({ units: 3, gross: 24_000 });
  });
});

describe('row 59: a placement is complete', () => {
  test('at its planned end, with its final review (R5), how far its objectives were met, and where the pupil goes', () => {
    expect(accepted(complete()).state.order).toMatchObject({
      state: 'completed',
      end: { on: '2027-03-18', reason: 'ran-to-its-end', objectives: 'met', destination: 'back-in-school', finalReviewOn: '2027-03-18' },
    });
    expect(refusal(complete(on('2027-03-17'))).code).toBe('dates-not-allowed');
    expect(refusal(complete({ finalReviewOn: localDate('2027-03-20') })).field).toBe('/finalReviewOn');
    expect(refusal(complete({ note: 'Jack Smith did well.' })).field).toBe('/note');
  });
});

describe('an order is cancelled', () => {
  const cancel = (present = acceptedOrder(), told = {}) =>
    cancelOrder(present, { ...on('2027-01-05'), reason: 'The pupil stays in school.', ...told }, lifeFacts());

  test('before the pupil starts: nothing is owed, and it counts no more towards registration (R14)', () => {
    expect(cancel(anOrder()).ok).toBe(true);
    const gone = accepted(cancel(acceptedOrder(), { by: head })).state;
    expect(gone.order?.state).toBe('cancelled');
    expect(placementsOf([gone])).toEqual([]);
    expect(refusal(cancel(runningOrder())).detail).toContain('is running');
    expect(refusal(answerOrder(gone, { ...on('2027-01-06'), answer: 'accepted' })).code).toBe('order-not-awaiting-provider');
  });
});

describe('R19: a school that ends an order because its provider is held', () => {
  const hold = (present = runningOrder()) => {
    const facts = { openHolds: ['P-0001-H1'], buyerMembers: lifeFacts().buyerMembers, termDates: sampleTermDates };
    const told = { by: theProduct, channel: 'clock' } as const;
    const put = holdCallOff(present, { ...on('2027-01-26'), ...told, kind: 'put-on-hold', holdRef: 'P-0001-H1' }, facts);
    if (!put.ok) throw new Error(put.detail);
    const over = holdCallOff(put.state, { ...on('2027-01-26'), channel: 'page', kind: 'end' }, facts);
    if (!over.ok) throw new Error(over.detail);
    return over.state;
  };

  test('owes nothing after that day; one that had not begun is cancelled', () => {
    const over = hold();
    expect(over.order).toMatchObject({ state: 'ended', end: { on: '2027-01-26', reason: 'provider-held' } });
    expect(presentTotals(over)).toMatchObject({ units: 5, gross: 40_000 });
    expect(hold(acceptedOrder()).order?.state).toBe('cancelled');
  });
});
