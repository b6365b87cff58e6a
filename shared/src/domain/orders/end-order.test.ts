import { aBuyer, accepted, anOrder, head, refusal, senco, stranger } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { personKey, theProduct } from '../people/person.ts';
import { holdCallOff } from '../quality/hold-call-off.ts';
import { placementsOf } from '../quality/registration-guard.ts';
import { answerOrder } from './answer-order.ts';
import { earliestLastDay, pauseOrder, varyOrder } from './change-order.ts';
import { cancelOrder, completeOrder, endedByHold, endOrder, finishNotice, giveNotice } from './end-order.ts';
import { acceptedOrder, declinedOrder, lifeFacts, on, runningOrder, worksOf } from './order.fixture.ts';
import { destinationCodes, destinationWords } from './order-end.ts';
import { presentTotals } from './order-plan.ts';

test('row 59: where a pupil goes is a word of a closed list', () =>
  expect(destinationCodes.map((code) => destinationWords[code])).toEqual([
    'Back full-time in the school that placed the pupil',
    'Another placement',
    'Another school',
    'Further education',
    'Work or training',
    'Not known',
  ]));

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

  test('is given with a reason, for a day before the planned end', () => {
    expect(refusal(notice({ reason: ' ' }))).toMatchObject({ code: 'comment-required', field: '/reason' });
    expect(notice({ lastDay: localDate('2027-03-17') }).ok).toBe(true);
    expect(refusal(notice({ lastDay: localDate('2027-03-18') }))).toMatchObject({
      code: 'dates-not-allowed',
      detail: 'The placement ends on Thursday 18 March 2027 anyway. Enter an earlier day.',
      field: '/lastDay',
    });
    expect(refusal(notice({ lastDay: localDate('2027-02-05') })).field).toBe('/lastDay');
  });

  test('is told to the provider, and the days after it are given back (R34)', () => {
    expect(worksOf(notice())).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'notice-given' },
      { kind: 'record-audit', action: 'order-notice-given', actor: personKey(senco) },
      { kind: 'settle-ledgers' },
    ]);
  });

  test('cannot end later than the placement, however few school days are left', () => {
    expect(earliestLastDay(localDate('2027-03-16'), 5, lifeFacts(), localDate('2027-03-18'))).toBe('2027-03-18');
    expect(earliestLastDay(localDate('2027-02-01'), 5, lifeFacts(), localDate('2027-03-18'))).toBe('2027-02-08');
  });

  test('nothing ends by a calendar that nobody knows: the money could not be counted', () => {
    const unknown = lifeFacts({ buyer: aBuyer({ termDates: [] }), noticeSchoolDays: 0 });
    const told = { ...on('2027-02-01'), lastDay: localDate('2027-02-11') };
    const given = giveNotice(runningOrder(), { ...told, giver: 'school', reason: 'Moved.' }, unknown);
    const ended = endOrder(runningOrder(), { ...told, lastDay: localDate('2027-01-28'), reason: 'pupil-moved' }, unknown);
    for (const decision of [given, ended]) expect(refusal(decision).code).toBe('dates-not-allowed');
  });

  test('runs out by the clock, on the day after its last one and not before', () => {
    const given = accepted(notice()).state;
    const clock = (day: string) => finishNotice(given, { ...on(day), by: theProduct });
    expect(refusal(clock('2027-02-11')).code).toBe('order-not-in-this-state');
    expect(accepted(clock('2027-02-12')).state.order).toMatchObject({ state: 'ended', end: { on: '2027-02-11', reason: 'notice-worked' } });
    expect(worksOf(clock('2027-02-12'))).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'ended' },
      { kind: 'tell-requester-of-order', news: 'ended' },
      { kind: 'record-audit', action: 'order-notice-over', actor: personKey(theProduct) },
      { kind: 'settle-ledgers' },
    ]);
  });
});

describe('an end at once', () => {
  test('says which day was the last; nothing is owed after it', () => {
    const over = accepted(end()).state;
    expect(over.order?.end).toStrictEqual({ on: '2027-01-28', reason: 'safeguarding' });
    expect(over.history.at(-1)?.what).toBe('Ended on Thursday 28 January 2027: to keep the pupil safe');
    expect(worksOf(end())).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'ended' },
      { kind: 'record-audit', action: 'order-ended-early', actor: personKey(senco) },
      { kind: 'settle-ledgers' },
    ]);
    expect(presentTotals(over)).toMatchObject({ units: 6, gross: 48_000 });
  });

  test('is not for days to come, nor before the start, nor by another school', () => {
    for (const lastDay of ['2027-01-12', '2027-02-01']) expect(end({ lastDay: localDate(lastDay) }).ok).toBe(true);
    for (const lastDay of ['2027-01-11', '2027-02-02'])
      expect(refusal(end({ lastDay: localDate(lastDay) }))).toMatchObject({ code: 'dates-not-allowed', field: '/lastDay' });
    expect(refusal(end({ by: stranger })).code).toBe('not-yours');
    expect(refusal(end({}, accepted(end()).state)).code).toBe('order-not-in-this-state');
  });

  test('keeps what is told of it, and no blank note; a note names no pupil, a review is not one to come', () => {
    const told = { note: 'Settled well.', destination: 'another-school', objectives: 'partly-met', finalReviewOn: localDate('2027-02-01') };
    expect(accepted(end(told)).state.order?.end).toStrictEqual({ on: '2027-01-28', reason: 'safeguarding', ...told });
    expect(accepted(end({ note: '  ' })).state.order?.end).toStrictEqual({ on: '2027-01-28', reason: 'safeguarding' });
    expect(refusal(end({ note: 'Jack Smith moved.' }))).toMatchObject({ code: 'text-names-a-pupil', field: '/note' });
    expect(refusal(end({ finalReviewOn: localDate('2027-02-02') }))).toMatchObject({ code: 'dates-not-allowed', field: '/finalReviewOn' });
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
    expect(complete(on('2027-03-18')).ok).toBe(true);
    expect(refusal(complete({ ...on('2027-03-17'), finalReviewOn: localDate('2027-03-17') })).code).toBe('dates-not-allowed');
    expect(refusal(complete({ by: stranger })).code).toBe('not-yours');
    expect(refusal(complete({}, acceptedOrder())).code).toBe('order-not-in-this-state');
    expect(worksOf(complete())).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'completed' },
      { kind: 'record-audit', action: 'order-completed', actor: personKey(senco) },
      { kind: 'settle-ledgers' },
    ]);
    expect(refusal(complete({ finalReviewOn: localDate('2027-03-20') })).field).toBe('/finalReviewOn');
    expect(refusal(complete({ note: 'Jack Smith did well.' })).field).toBe('/note');
  });
});

test('a placement is not complete while a change of it waits: that is decided first', () => {
  const pattern = { days: ['tue', 'wed', 'thu'], sessions: 'both', hoursPerDay: 5 } as const;
  const told = { ...on('2027-03-02'), from: localDate('2027-03-09'), pattern, reason: 'More days.' };
  expect(refusal(complete({}, accepted(varyOrder(runningOrder(), told, lifeFacts())).state)).code).toBe('order-change-waits');
});

describe('an order is cancelled', () => {
  const cancel = (present = acceptedOrder(), told = {}) =>
    cancelOrder(present, { ...on('2027-01-05'), reason: 'The pupil stays in school.', ...told }, lifeFacts());

  test('before the pupil starts: nothing is owed, and it counts no more towards registration (R14)', () => {
    expect(cancel(anOrder()).ok).toBe(true);
    const gone = accepted(cancel(acceptedOrder(), { by: head })).state;
    expect(gone.order?.state).toBe('cancelled');
    expect(placementsOf([gone])).toEqual([]);
    expect(worksOf(cancel())).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'cancelled' },
      { kind: 'record-audit', action: 'order-cancelled', actor: personKey(senco) },
      { kind: 'settle-ledgers' },
    ]);
    expect(refusal(cancel(acceptedOrder(), { reason: '' }))).toMatchObject({ code: 'comment-required', field: '/reason' });
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

  test('leaves an order alone that is over, and ends one whose money cannot be counted', () => {
    const ending = (present: CallOff, termDates = sampleTermDates) => {
      if (!present.order) throw new Error('There is no order.');
      return endedByHold(present, present.order, localDate('2027-01-26'), termDates);
    };
    const declined = declinedOrder();
    expect(ending(declined)).toBe(declined.order);
    expect(ending(runningOrder(), [])).toMatchObject({ state: 'ended', end: { on: '2027-01-26', reason: 'provider-held' } });
    expect(ending(runningOrder(), []).plan).toBeUndefined();
  });

  test('owes nothing after that day; one that had not begun is cancelled', () => {
    const over = hold();
    expect(over.order).toMatchObject({ state: 'ended', end: { on: '2027-01-26', reason: 'provider-held' } });
    expect(presentTotals(over)).toMatchObject({ units: 5, gross: 40_000 });
    expect(hold(acceptedOrder()).order?.state).toBe('cancelled');
  });
});
