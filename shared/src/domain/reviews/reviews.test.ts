import fc from 'fast-check';
import { aMembership, senco, stranger } from '../call-off.fixture.ts';
import type { CallOff } from '../call-off.ts';
import { type LocalDate, localDate } from '../local-date.ts';
import { on, readyOrder, runningOrder } from '../orders/order.fixture.ts';
import { endReasons, objectivesMet } from '../orders/order-end.ts';
import { theProduct } from '../person.ts';
import { sampleTermDates } from '../sample-term-dates.ts';
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
    expect(recordReview(present, review('2027-02-10', { id: 'another' }), running, members)).toMatchObject({ code: 'dates-not-allowed' });
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
    expect(recordReview(undefined, review('2027-01-11'), readyOrder(), members)).toMatchObject({ code: 'order-not-in-this-state' });
  });
});

describe('R5, row 58: the school is reminded of a review that is due', () => {
  const remind = (day: string, present?: OrderReviews) =>
    remindOfReview(present, on(day, { by: theProduct, id: `remind-${day}` }), running, sampleTermDates);

  test('on its due day and not before, once for that day', () => {
    expect(remind('2027-02-11')).toMatchObject({ ok: false });
    const decided = remind('2027-02-12');
    expect(decided.ok && decided.effects).toContainEqual(expect.objectContaining({ kind: 'remind-of-review', dueOn: '2027-02-12' }));
    expect(remind('2027-02-23', stateOf(decided))).toMatchObject({ ok: false });
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

  test('counts of facts, each of how many: ended early 1 of 9', () => {
    const nine = [
      ...Array.from({ length: 5 }, () => ended('113800', { objectives: 'met', destination: 'back-in-school' })),
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
      backInSchool: { count: 5, of: 5 },
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
