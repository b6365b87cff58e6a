import {
  aBuyer,
  accepted,
  aLot,
  aMembership,
  deputy,
  facts,
  head,
  noPlacements,
  orderFacts,
  refusal,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import { approvalFacts } from '../call-off/submit-call-off.ts';
import { type LocalDate, localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { personKey } from '../people/person.ts';
import { placementsOf } from '../quality/registration-guard.ts';
import { extendOrder, pauseOrder, resumeOrder, varyOrder } from './change-order.ts';
import { decideOrderChange } from './decide-order-change.ts';
import { acceptedOrder, heldIn, lifeFacts, on, runningOrder, threeDays, worksOf } from './order.fixture.ts';
import { plannedEnd, plannedParts, presentTotals } from './order-plan.ts';

const day = (text: string): LocalDate => localDate(text);
const tuesdays = { days: ['tue'], sessions: 'both', hoursPerDay: 5 } as const;

const vary = (told = {}, present = runningOrder(), world = {}) =>
  varyOrder(
    present,
    { ...on('2027-01-28'), from: day('2027-02-02'), pattern: tuesdays, reason: 'Fewer days are needed.', ...told },
    lifeFacts(world),
  );
const extend = (told = {}, present = runningOrder(), world = {}) =>
  extendOrder(present, { ...on('2027-03-02'), endDate: day('2027-03-25'), reason: 'Going well.', ...told }, lifeFacts(world));

describe('row 45: an order is varied', () => {
  test('from a day on, at the frozen rate; what was taught before stays as it was', () => {
    const { order } = accepted(vary()).state;
    expect(order?.plan?.parts).toEqual([
      { from: '2027-01-12', to: '2027-02-01', pattern: { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 } },
      { from: '2027-02-02', to: '2027-03-18', pattern: tuesdays },
    ]);
    // Six days by the old pattern, six Tuesdays by the new one: half-term is left out.
    expect(order?.plan).toMatchObject({ units: 12, net: 96_000, vat: 0, gross: 96_000 });
  });

  test('R33: it is logged with its reason, which names no pupil', () => {
    const line = accepted(vary()).state.history.at(-1);
    expect(line).toMatchObject({ what: 'Order changed: £1,440.00 becomes £960.00', comment: 'Fewer days are needed.' });
    expect(worksOf(vary())).toMatchObject([
      { kind: 'tell-provider-of-order', news: 'varied' },
      { kind: 'record-audit', action: 'order-varied' },
      { kind: 'settle-ledgers' },
    ]);
    expect(refusal(vary({ reason: ' ' }))).toMatchObject({ code: 'comment-required', field: '/reason' });
    expect(refusal(vary({ reason: 'Jack Smith is ill.' })).code).toBe('text-names-a-pupil');
  });

  test('what is past is not changed, nor what is no change', () => {
    for (const from of ['2027-01-27', '2027-03-19'])
      expect(refusal(vary({ from: day(from) }))).toMatchObject({ code: 'dates-not-allowed', field: '/from' });
    for (const from of ['2027-01-28', '2027-03-18']) expect(vary({ from: day(from) }).ok).toBe(true);
    const same = { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 };
    expect(refusal(vary({ pattern: same }))).toMatchObject({ code: 'order-unchanged', field: '/pattern' });
    expect(refusal(vary({ by: stranger })).code).toBe('not-yours');
  });

  test('a price per week changes on a Monday, so that no week is counted twice', () => {
    const weekly = runningOrder();
    const perWeek = { ...weekly, price: { ...weekly.price, unit: 'week' as const, unitPrice: pence(16_000), units: 9 } };
    expect(refusal(vary({}, perWeek))).toMatchObject({ detail: 'The price is per week: choose a Monday.', field: '/from' });
    expect(accepted(vary({ from: day('2027-02-01') }, perWeek)).state.order?.plan?.units).toBe(9);
  });

  test('R12: the threshold of registration is asked again about more hours, never about fewer', () => {
    const tight = { ...orderFacts(), registration: { ...noPlacements, policy: { ...noPlacements.policy, fullTimeAbove: 9, pupils: 1 } } };
    expect(refusal(vary({ pattern: threeDays }, undefined, { provider: tight })).code).toBe('registration-threshold');
    expect(vary({}, undefined, { provider: tight }).ok).toBe(true);
  });

  test('R14: a varied order counts with the hours of each of its parts', () => {
    const placements = placementsOf([accepted(vary()).state]);
    expect(placements.map(({ startDate, endDate, hoursPerWeek }) => [startDate, endDate, hoursPerWeek])).toEqual([
      ['2027-01-12', '2027-02-01', 10],
      ['2027-02-02', '2027-03-18', 5],
    ]);
  });
});

describe('a change that costs more than was approved', () => {
  const dearer = () => accepted(vary({ pattern: threeDays })).state;
  const decide = (present = dearer(), told = {}, world = {}) =>
    decideOrderChange(
      present,
      { ...on('2027-01-29', { by: head }), approve: true, channel: 'page', seen: { change: 1, step: 0 }, ...told },
      lifeFacts(world),
    );

  test('waits for approval: until then the order is what it was', () => {
    const { state, effects } = accepted(vary({ pattern: threeDays }));
    expect(presentTotals(state).gross).toBe(144_000);
    expect(state.order?.change?.plan.gross).toBe(192_000);
    expect(effects).toMatchObject([
      { kind: 'ask-approver-of-change', to: personKey(head), change: 1, step: 0 },
      { kind: 'ask-approver-of-change', to: personKey(deputy), change: 1, step: 0 },
      { kind: 'record-audit', action: 'order-change-proposed' },
    ]);
    expect(accepted(decide()).state.order).toMatchObject({ plan: { gross: 192_000 }, approvedGross: 192_000, change: undefined });
  });

  test('is decided by nobody who proposed it, and within the limit for the new total (R35)', () => {
    const proposedByHead = accepted(vary({ pattern: threeDays, by: head })).state;
    expect(refusal(decide(proposedByHead)).code).toBe('requester-cannot-approve');
    const low = [aMembership(head, ['approver'], { approvalLimit: pence(150_000) })];
    const approval = { ...approvalFacts(facts()), buyerMembers: low };
    expect(refusal(decide(dearer(), {}, { approval })).code).toBe('not-an-approver');
    expect(refusal(decide(dearer(), { by: stranger })).code).toBe('not-an-approver');
  });

  test('refused with a reason, it leaves the order as it was, and another can be proposed', () => {
    expect(refusal(decide(dearer(), { approve: false })).field).toBe('/comment');
    const left = accepted(decide(dearer(), { approve: false, comment: 'Not this term.' })).state;
    expect(left.order).toMatchObject({ state: 'active', change: undefined, changes: 1 });
    expect(presentTotals(left).gross).toBe(144_000);
    expect(accepted(vary({ pattern: threeDays }, left)).state.order?.change?.number).toBe(2);
  });

  test('the first decision wins, and a card about an earlier change decides nothing', () => {
    const done = accepted(decide()).state;
    expect(refusal(decide(done, { by: deputy })).code).toBe('no-order-change');
    expect(refusal(decide(dearer(), { seen: { change: 2, step: 0 } })).code).toBe('stale-version');
    expect(refusal(vary({}, dearer())).code).toBe('order-change-waits');
  });

  test('cheaper again than was once approved, it holds at once', () => {
    const approved = accepted(decide()).state;
    const back = { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 } as const;
    expect(accepted(vary({ pattern: back }, approved)).state.order).toMatchObject({ plan: { gross: 144_000 }, change: undefined });
  });
});

describe('row 45: an order is extended', () => {
  test('by the pattern of its last days, within the lot and twelve months', () => {
    const proposed = accepted(extend()).state;
    expect(proposed.order?.change?.plan.parts).toEqual([
      { from: '2027-01-12', to: '2027-03-25', pattern: { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 } },
    ]);
    expect(proposed.order?.change?.plan.gross).toBe(160_000);
    expect(refusal(extend({ endDate: day('2027-03-18') }))).toMatchObject({ code: 'dates-not-allowed', field: '/endDate' });
    expect(refusal(extend({ endDate: day('2028-01-12') })).detail).toContain('12 months');
    expect(extend({ endDate: day('2028-01-11') }).ok).toBe(true);
    const closing = { lot: aLot({ expiresOn: day('2027-03-20') }) };
    expect(refusal(extend({}, undefined, closing))).toMatchObject({
      code: 'dates-not-allowed',
      detail: 'The last day that this lot covers is Saturday 20 March 2027.',
      field: '/endDate',
    });
    expect(extend({ endDate: day('2027-03-20') }, undefined, closing).ok).toBe(true);
    for (const unknown of [{ lot: undefined }, { framework: undefined }])
      expect(refusal(extend({}, undefined, unknown))).toMatchObject({
        code: 'dates-not-allowed',
        detail: 'The lot of this order cannot be found.',
        field: '/endDate',
      });
  });

  test('with a reason, by its school, while it runs and for days to come', () => {
    expect(refusal(extend({ reason: ' ' }))).toMatchObject({ code: 'comment-required', field: '/reason' });
    expect(refusal(extend({ by: stranger })).code).toBe('not-yours');
    expect(refusal(extend({}, acceptedOrder())).code).toBe('order-not-in-this-state');
    expect(refusal(extend({ ...on('2027-03-26') }))).toMatchObject({ code: 'dates-not-allowed', field: '/endDate' });
    expect(extend({ ...on('2027-03-25') }).ok).toBe(true);
  });

  test('of an order with more than one part only the last goes on; for what was approved before it holds at once', () => {
    const fewer = accepted(vary()).state;
    const longer = extend({}, fewer);
    expect(accepted(longer).state.order?.plan?.parts.map(({ from, to }) => [from, to])).toEqual([
      ['2027-01-12', '2027-02-01'],
      ['2027-02-02', '2027-03-25'],
    ]);
    expect(worksOf(longer)).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'extended' },
      { kind: 'record-audit', action: 'order-extended', actor: personKey(senco) },
      { kind: 'settle-ledgers' },
    ]);
  });
});

describe('an order is paused and taken up again', () => {
  const pause = (told = {}, present = runningOrder()) =>
    pauseOrder(present, { ...on('2027-01-26'), from: day('2027-01-28'), reason: 'The site is closed for repairs.', ...told }, lifeFacts());
  const resume = (told = {}, present = accepted(pause()).state) =>
    resumeOrder(present, { ...on('2027-02-05'), on: day('2027-02-09'), ...told }, lifeFacts());

  test('the days between are not owed, and the placement runs to its planned last day', () => {
    const back = accepted(resume()).state;
    expect(plannedParts(back).map(({ from, to }) => [from, to])).toEqual([
      ['2027-01-12', '2027-01-27'],
      ['2027-02-09', '2027-03-18'],
    ]);
    expect(presentTotals(back)).toMatchObject({ units: 15, gross: 120_000 });
    expect(plannedEnd(back)).toBe('2027-03-18');
    expect(back.order?.state).toBe('active');
  });

  test('both are told to the provider; nothing is given back before it goes on', () => {
    const audit = (action: string) => ({ kind: 'record-audit', action, actor: personKey(senco) });
    expect(worksOf(pause())).toStrictEqual([{ kind: 'tell-provider-of-order', news: 'paused' }, audit('order-break-begun')]);
    expect(worksOf(resume())).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'resumed' },
      audit('order-break-over'),
      { kind: 'settle-ledgers' },
    ]);
  });

  test('it is paused from a planned day on', () => {
    expect(pause({ from: day('2027-03-18') }).ok).toBe(true);
    for (const from of ['2027-01-25', '2027-03-19'])
      expect(refusal(pause({ from: day(from) }))).toMatchObject({ code: 'dates-not-allowed', field: '/from' });
  });

  test('it is taken up again from the first day of the pause on, and of a price per week on a Monday', () => {
    const early = { ...on('2027-01-27'), on: day('2027-01-27') };
    expect(refusal(resume(early))).toMatchObject({
      code: 'dates-not-allowed',
      detail: 'It is paused from Thursday 28 January 2027.',
      field: '/on',
    });
    expect(presentTotals(accepted(resume({ ...early, on: day('2027-01-28') })).state)).toMatchObject({ gross: 144_000 });
    const paused = accepted(pause()).state;
    const weekly = { ...paused, price: { ...paused.price, unit: 'week' as const, unitPrice: pence(16_000) } };
    expect(refusal(resume({}, weekly))).toMatchObject({ detail: 'The price is per week: choose a Monday.', field: '/on' });
    expect(resume({ on: day('2027-02-08') }, weekly).ok).toBe(true);
    // On the very day on which it was to stop nothing was missed, so that no week is counted twice.
    expect(resume({ ...early, on: day('2027-01-28') }, weekly).ok).toBe(true);
  });

  test('it is not taken up again by a calendar that nobody knows, nor while a hold waits for its answer (R19)', () => {
    const unknown = lifeFacts({ buyer: aBuyer({ termDates: [] }) });
    const told = { ...on('2027-02-05'), on: day('2027-02-09') };
    expect(refusal(resumeOrder(accepted(pause()).state, told, unknown)).code).toBe('dates-not-allowed');
    expect(refusal(resume({}, heldIn(accepted(pause()).state, 'asked'))).code).toBe('order-held');
  });

  test('a pause needs a reason; nobody takes up again what is past or over', () => {
    expect(refusal(pause({ reason: '' })).field).toBe('/reason');
    expect(refusal(resume({ on: day('2027-02-04') })).field).toBe('/on');
    expect(resume({ on: day('2027-03-18') }).ok).toBe(true);
    expect(refusal(resume({ ...on('2027-03-20'), on: day('2027-03-22') }))).toMatchObject({
      code: 'dates-not-allowed',
      detail: expect.stringContaining('planned to Thursday 18 March 2027'),
      field: '/on',
    });
    expect(refusal(resume({}, runningOrder())).code).toBe('order-not-in-this-state');
  });
});
