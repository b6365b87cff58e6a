import fc from 'fast-check';
import { aMembership, senco, stranger } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
import { addDays, type LocalDate, localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { on, readyOrder, runningOrder } from '../orders/order.fixture.ts';
import { endReasons, objectivesMet } from '../orders/order-end.ts';
import { theProduct } from '../people/person.ts';
import { type RecordReview, recordReview, remindOfReview, standingOf } from './decide-review.ts';
import type { OrderReviews, ReviewsDecision } from './order-reviews.ts';
import { fewestPlacements, placementFacts } from './placement-facts.ts';

const members = [aMembership(senco, ['requester'])];
const running = runningOrder();

const review = (day: string, told: Partial<RecordReview> = {}): RecordReview => ({
  ...on(day),
  heldOn: localDate(day),
  participants: ['provider', 'school'],
  progress: 'on-course',
  decision: 'continue',
  ...told,
});
const stateOf = (decided: ReviewsDecision): OrderReviews => {
  if (!decided.ok) throw new Error(decided.detail);
  return decided.state;
};

describe('R5: a review that was held with the provider', () => {
  test('is kept with its day, who took part by role, progress, decision and who recorded it; it is one audit event', () => {
    const decided = recordReview(
      undefined,
      review('2027-02-10', { participants: ['pupil', 'provider', 'school'], note: ' Settled in well. ' }),
      running,
      members,
    );
    const { state, effects } = decided.ok ? decided : { state: undefined, effects: [] };
    expect(state).toMatchObject({
      ref: `RV-${running.ref}`,
      callOffRef: running.ref,
      buyerRef: running.request.buyerRef,
      version: 1,
      reviews: [
        {
          heldOn: '2027-02-10',
          participants: ['school', 'provider', 'pupil'],
          progress: 'on-course',
          decision: 'continue',
          note: 'Settled in well.',
          recordedBy: senco.name,
        },
      ],
    });
    expect(effects).toEqual([expect.objectContaining({ kind: 'record-audit', action: 'review-recorded' })]);
  });

  test('the same command twice changes nothing, and another of the same day is refused', () => {
    const once = review('2027-02-10');
    const present = stateOf(recordReview(undefined, once, running, members));
    expect(recordReview(present, once, running, members)).toMatchObject({ ok: true, state: present, effects: [] });
    const another = recordReview(present, review('2027-02-10', { id: 'another' }), running, members);
    expect(another).toMatchObject({ code: 'dates-not-allowed', field: '/heldOn' });
  });

  test('without a note it has none, and it may be of the first day', () => {
    for (const note of [undefined, ' '])
      expect(stateOf(recordReview(undefined, review('2027-01-12', { note }), running, members)).reviews).toStrictEqual([
        {
          heldOn: '2027-01-12',
          participants: ['school', 'provider'],
          progress: 'on-course',
          decision: 'continue',
          recordedBy: senco.name,
          recordedAt: '2027-01-12T09:00:00Z',
        },
      ]);
  });

  test('thirty are kept; one more is refused, as one that finds no room', () => {
    const present = stateOf(recordReview(undefined, review('2027-01-12'), running, members));
    const [first] = present.reviews;
    if (!first) throw new Error('one was recorded');
    const many = (count: number) => ({
      ...present,
      reviews: Array.from({ length: count }, (_, day) => ({ ...first, heldOn: addDays(first.heldOn, -day) })),
    });
    expect(recordReview(many(29), review('2027-02-10'), running, members).ok).toBe(true);
    const full = { code: 'record-full', detail: 'There is no room left for another review of this order.' };
    expect(recordReview(many(30), review('2027-02-10'), running, members)).toMatchObject(full);
    const crowded = { ...present, serviceRef: 'x'.repeat(stateRoom) };
    expect(recordReview(crowded, review('2027-02-10'), running, members)).toMatchObject(full);
    expect(remindOfReview(crowded, on('2027-02-23', { by: theProduct }), running, sampleTermDates)).toMatchObject({ ok: false });
  });

  test('they lie in the order in which they were held, whichever was recorded first', () => {
    const late = stateOf(recordReview(undefined, review('2027-03-10'), running, members));
    const both = stateOf(recordReview(late, { ...review('2027-02-10'), now: '2027-03-11T09:00:00Z', id: 'second' }, running, members));
    expect(both.reviews.map(({ heldOn }) => heldOn)).toEqual(['2027-02-10', '2027-03-10']);
  });

  test.each<readonly [string, Partial<RecordReview>, string, string | undefined]>([
    ['a day to come', { heldOn: localDate('2027-02-11') }, 'dates-not-allowed', '/heldOn'],
    ['a day before the start', { heldOn: localDate('2027-01-11') }, 'dates-not-allowed', '/heldOn'],
    ['R5: without the provider', { participants: ['school', 'pupil'] }, 'review-incomplete', '/participants'],
    ['R40: a note that names a pupil', { note: 'Jack Smith has settled in well.' }, 'text-names-a-pupil', '/note'],
    ['somebody of no school', { by: stranger }, 'not-yours', undefined],
  ])('%s is refused at its field', (_what, told, code, field) => {
    const decided = recordReview(undefined, review('2027-02-10', told), running, members);
    expect(decided).toMatchObject({ ok: false, code });
    expect('field' in decided ? decided.field : undefined).toBe(field);
  });

  test('none before the placement has started', () => {
    for (const present of [readyOrder(), { ...running, order: undefined }])
      expect(recordReview(undefined, review('2027-01-11'), present, members)).toMatchObject({ code: 'order-not-in-this-state' });
  });
});

describe('R5, row 58: the school is reminded of a review that is due', () => {
  const remind = (day: string, present?: OrderReviews) =>
    remindOfReview(present, on(day, { by: theProduct, id: `remind-${day}` }), running, sampleTermDates);

  test('on its due day and not before, once for that day', () => {
    expect(remind('2027-02-11')).toMatchObject({ ok: false, code: 'order-not-in-this-state' });
    const decided = remind('2027-02-12');
    expect(stateOf(decided).remindedOf).toEqual(['2027-02-12']);
    expect(remind('2027-02-12', stateOf(decided))).toMatchObject({ ok: true, effects: [], replay: { version: 1 } });
    expect(decided.ok && decided.effects).toContainEqual(expect.objectContaining({ kind: 'remind-of-review', dueOn: '2027-02-12' }));
    expect(remind('2027-02-23', stateOf(decided))).toMatchObject({ ok: false });
  });

  test('R19: not while its school has paused it because the provider was held', () => {
    const hold = { state: 'paused', answeredAt: '2027-01-20T09:00:00Z' } as const;
    const remindOf = (callOff: CallOff) => remindOfReview(undefined, on('2027-02-12', { by: theProduct }), callOff, sampleTermDates);
    // What was planned up to the pause is looked at still.
    expect(stateOf(remindOf({ ...running, hold })).remindedOf).toEqual(['2027-01-19']);
    expect(remindOf({ ...running, hold: { ...hold, answeredAt: '2027-01-12T09:00:00Z' } })).toMatchObject({ ok: false });
  });

  test('nor of anything when every review was held', () => {
    const last = stateOf(recordReview(undefined, review('2027-03-18'), running, members));
    const first = { ...last, reviews: [...last.reviews, { ...last.reviews[0], heldOn: localDate('2027-02-10') }] } as OrderReviews;
    expect(remind('2027-03-25', first)).toMatchObject({ ok: false });
  });

  test('not of one that was held', () => {
    const held = stateOf(recordReview(undefined, review('2027-02-10'), running, members));
    expect(remind('2027-02-12', held)).toMatchObject({ ok: false });
    expect(standingOf(running, held, sampleTermDates, localDate('2027-03-01')).next?.dueOn).toBe('2027-03-18');
  });
});

const ended = (buyerRef: string, told: Partial<NonNullable<NonNullable<CallOff['order']>['end']>> = {}): CallOff => ({
  ...running,
  request: { ...running.request, buyerRef },
  order: {
    ...(running.order as NonNullable<CallOff['order']>),
    state: 'ended',
    end: { on: '2027-03-18' as LocalDate, reason: 'ran-to-its-end', ...told },
  },
});

describe('row 61: how placements in a service went, as facts', () => {
  test('small numbers are hidden, and so is a service of which one school alone knows', () => {
    const two = [ended('113800'), ended('113801')];
    expect(placementFacts(two)).toBeUndefined();
    expect(placementFacts(Array.from({ length: 9 }, () => ended('113800')))).toBeUndefined();
    expect(placementFacts([...two, running, running, running])).toBeUndefined();
  });

  test('only placements that began and are over count: five of them are enough', () => {
    const five = [...Array.from({ length: 4 }, () => ended('113800')), ended('113801')];
    expect(placementFacts(five)).toStrictEqual({
      finished: 5,
      ranToTheirEnd: { count: 5, of: 5 },
      endedByProvider: { count: 0, of: 5 },
      objectivesMet: undefined,
      backInSchool: undefined,
    });
    const [one] = five;
    if (!one?.order) throw new Error('it has an order');
    const others: readonly CallOff[] = [
      { ...one, order: undefined },
      { ...one, order: { ...one.order, startedOn: undefined } },
      { ...one, order: { ...one.order, end: undefined } },
      { ...one, order: { ...one.order, state: 'active' } },
    ];
    expect(placementFacts([...five, ...others])).toEqual(placementFacts(five));
    for (const other of others) expect(placementFacts([...five.slice(1), other])).toBeUndefined();
  });

  test('the provider ended it where it withdrew or was held', () => {
    const five = [
      ended('113800', { reason: 'provider-held' }),
      ended('113801', { reason: 'provider-withdrew' }),
      ended('113801', { reason: 'pupil-moved' }),
    ];
    expect(placementFacts([...five, ended('113800'), ended('113800')])).toMatchObject({
      ranToTheirEnd: { count: 2, of: 5 },
      endedByProvider: { count: 2, of: 5 },
    });
  });

  test('counts of facts, each of how many: ended early 1 of 9', () => {
    const nine = [
      ...Array.from({ length: 4 }, () => ended('113800', { objectives: 'met', destination: 'back-in-school' })),
      ended('113800', { objectives: 'met', destination: 'another-placement' }),
      ended('113801', { objectives: 'not-met', destination: 'not-known' }),
      ended('113801'),
      ended('113801'),
      ended('113801', { reason: 'provider-withdrew' }),
    ];
    expect(placementFacts(nine)).toEqual({
      finished: 9,
      ranToTheirEnd: { count: 8, of: 9 },
      endedByProvider: { count: 1, of: 9 },
      objectivesMet: { count: 5, of: 6 },
      backInSchool: { count: 4, of: 5 },
    });
  });

  test('no fact is over fewer placements than may be shown, and none counts more than there are', () => {
    const end = fc.record({
      buyer: fc.constantFrom('113800', '113801', '113802'),
      reason: fc.constantFrom(...endReasons),
      objectives: fc.option(fc.constantFrom(...objectivesMet), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(end, { maxLength: 20 }), (all) => {
        const facts = placementFacts(all.map(({ buyer, ...told }) => ended(buyer, told)));
        if (!facts) return;
        const shown = [facts.ranToTheirEnd, facts.endedByProvider, facts.objectivesMet, facts.backInSchool].flatMap((fact) => fact ?? []);
        for (const { count, of } of shown) {
          expect(of).toBeGreaterThanOrEqual(fewestPlacements);
          expect(count).toBeLessThanOrEqual(of);
        }
      }),
    );
  });
});
