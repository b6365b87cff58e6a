import {
  aBuyer,
  accepted,
  aMembership,
  aProvider,
  head,
  noPlacements,
  officer,
  orderFacts,
  refusal,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { pence } from '../money/money.ts';
import { personKey, theProduct } from '../people/person.ts';
import { holdCallOff } from '../quality/hold-call-off.ts';
import { varyOrder } from './change-order.ts';
import { acceptedOrder, lifeFacts, on, readyOrder, runningOrder, worksOf } from './order.fixture.ts';
import { presentTotals } from './order-plan.ts';
import { missingStartChecks, type StartCheckKind } from './start-checks.ts';
import { recordStartCheck, startOrder } from './start-order.ts';

const first = localDate('2027-01-12');
const start = (present = readyOrder(), told = {}, world = {}) =>
  startOrder(present, { ...on('2027-01-12'), startedOn: first, ...told }, lifeFacts(world));
const record = (check: StartCheckKind, told = {}, present = acceptedOrder({ offSiteDirection: true }), world = {}) =>
  recordStartCheck(present, { ...on('2027-01-08'), check, on: localDate('2027-01-08'), channel: 'phone', ...told }, lifeFacts(world));

describe('what a school records before a pupil starts', () => {
  test('R2, R4, R6: an order does not start without confirmation of staff checks, the plan, the council told and details passed on', () => {
    const refused = refusal(start(acceptedOrder()));
    expect(refused).toMatchObject({ code: 'start-checks-missing', field: '/checks' });
    expect(refused.detail).toBe(
      'Record first: written confirmation of staff checks; personalised plan; council told who the pupil is; referral, risk, medical and contact details passed on.',
    );
    expect(accepted(start()).state.order).toMatchObject({ state: 'active', startedOn: '2027-01-12' });
  });

  test('R6: a council department has no council to tell; the day and the way of telling are kept, never the name', () => {
    expect(missingStartChecks({}, { type: 'council-department' })).not.toContain('council-told');
    expect(refusal(record('council-told', { channel: undefined }))).toMatchObject({ code: 'text-required', field: '/channel' });
    expect(accepted(record('council-told')).state.order?.checks?.['council-told']).toEqual({
      on: '2027-01-08',
      recordedBy: senco.name,
      recordedAt: '2027-01-08T09:00:00Z',
      channel: 'phone',
      articlesAllow: undefined,
    });
  });

  test('R8: notice is asked for if, and only if, the placement is an off-site direction', () => {
    expect(missingStartChecks({ offSiteDirection: true }, { type: 'academy' })).toContain('direction-notice');
    expect(missingStartChecks({}, { type: 'academy' })).not.toContain('direction-notice');
    expect(refusal(record('direction-notice', {}, acceptedOrder()))).toMatchObject({ code: 'start-check-not-needed', field: '/check' });
  });

  test('R8: two school days lie between the notice and the first day', () => {
    // The first day is a Tuesday: Friday and Monday lie between.
    expect(record('direction-notice', { on: localDate('2027-01-08') }).ok).toBe(true);
    const late = { ...on('2027-01-11'), on: localDate('2027-01-11') };
    expect(refusal(record('direction-notice', late))).toMatchObject({ code: 'notice-too-short', field: '/on' });
  });

  test('R8: nothing is counted where the term dates of either day are not known', () => {
    const only = (year: string) => ({ buyer: aBuyer({ termDates: sampleTermDates.filter((each) => each.year === year) }) });
    const inAugust = { on: localDate('2026-08-20') };
    for (const year of ['2025/26', '2026/27'])
      expect(refusal(record('direction-notice', inAugust, undefined, only(year)))).toMatchObject({
        code: 'dates-not-allowed',
        field: '/on',
      });
    expect(record('direction-notice', inAugust).ok).toBe(true);
  });

  test('it stands in the history and the audit chain, and is told to nobody', () => {
    const recorded = record('plan-agreed');
    expect(accepted(recorded).state.history.at(-1)?.what).toBe('Recorded: personalised plan, Friday 8 January 2027');
    expect(worksOf(recorded)).toStrictEqual([{ kind: 'record-audit', action: 'start-check-recorded', actor: personKey(senco) }]);
  });

  test.each<[StartCheckKind, boolean]>([
    ['staff-checks-confirmed', false],
    ['plan-agreed', false],
    ['council-told', true],
    ['details-passed', true],
    ['direction-notice', false],
  ])('%s asks for the way of telling: %s', (check, asked) => {
    const silent = record(check, { channel: undefined });
    expect(silent.ok).toBe(!asked);
    if (!silent.ok) expect(silent).toMatchObject({ code: 'text-required', field: '/channel' });
  });

  test('R8: an academy states that its articles allow a direction', () => {
    const academy = { buyer: aBuyer({ type: 'academy' }) };
    const unsaid = { code: 'start-checks-missing', field: '/articlesAllow' };
    expect(refusal(record('direction-notice', {}, undefined, academy))).toMatchObject(unsaid);
    expect(record('direction-notice', { articlesAllow: true }, undefined, academy).ok).toBe(true);
  });

  test('nothing is recorded for a day to come, nor by anybody outside the school', () => {
    expect(refusal(record('plan-agreed', { on: localDate('2027-01-09') }))).toMatchObject({ code: 'dates-not-allowed', field: '/on' });
    for (const by of [stranger, officer, theProduct]) expect(refusal(record('plan-agreed', { by })).code).toBe('not-yours');
    const left = { buyerMembers: [aMembership(senco, ['requester'], { status: 'removed' })] };
    expect(refusal(record('plan-agreed', {}, undefined, left)).code).toBe('not-yours');
  });

  test('what was recorded wrongly is recorded again', () => {
    const once = accepted(record('plan-agreed')).state;
    const again = accepted(record('plan-agreed', { on: localDate('2027-01-05'), by: head }, once)).state;
    expect(again.order?.checks?.['plan-agreed']).toMatchObject({ on: '2027-01-05', recordedBy: head.name });
  });
});

describe('the start', () => {
  test('is on the planned first day or after it, never in days to come', () => {
    const onDay = (day: string, today = day) => start(readyOrder(), { ...on(today), startedOn: localDate(day) });
    for (const [day, today] of [['2027-01-11'], ['2027-01-14', '2027-01-12'], ['2027-03-19']] as const)
      expect(refusal(onDay(day, today))).toMatchObject({ code: 'dates-not-allowed', field: '/startedOn' });
    expect(onDay('2027-03-18').ok).toBe(true);
    expect(refusal(start(readyOrder(), { by: stranger })).code).toBe('not-yours');
    expect(refusal(start(runningOrder())).code).toBe('order-not-in-this-state');
  });

  test('days before a later start are not owed: the money is counted again at the frozen rate', () => {
    const late = accepted(start(readyOrder(), { ...on('2027-01-21'), startedOn: localDate('2027-01-21') })).state;
    expect(presentTotals(late)).toMatchObject({ units: 15, net: 120_000, gross: 120_000 });
    expect(late.price.gross).toBe(144_000);
  });

  test('a later start is counted by a calendar that is known, and from a Monday where the price is per week', () => {
    const late = { ...on('2027-01-21'), startedOn: localDate('2027-01-21') };
    expect(refusal(start(readyOrder(), late, { buyer: aBuyer({ termDates: [] }) })).code).toBe('dates-not-allowed');
    const daily = readyOrder();
    const weekly = { ...daily, price: { ...daily.price, unit: 'week' as const, unitPrice: pence(16_000) } };
    expect(refusal(start(weekly, late))).toMatchObject({ detail: 'The price is per week: choose a Monday.', field: '/startedOn' });
    expect(start(weekly, { ...late, startedOn: localDate('2027-01-18') }).ok).toBe(true);
    // The first day that was planned is what it is.
    expect(accepted(start(weekly)).state.order?.plan).toBeUndefined();
  });

  test('not while a change of the order waits', () => {
    const pattern = { days: ['tue', 'wed', 'thu'], sessions: 'both', hoursPerDay: 5 } as const;
    const told = { ...on('2027-01-08'), from: localDate('2027-01-19'), pattern, reason: 'More days.' };
    expect(refusal(start(accepted(varyOrder(readyOrder(), told, lifeFacts())).state)).code).toBe('order-change-waits');
  });

  test('R8: an earlier first day needs a notice of its own', () => {
    const pattern = { days: ['mon', 'tue'], sessions: 'both', hoursPerDay: 5 } as const;
    const told = { ...on('2027-01-08'), from: localDate('2027-01-11'), pattern, reason: 'Sooner.' };
    const noticed = accepted(record('direction-notice', {}, readyOrder({ offSiteDirection: true }))).state;
    const sooner = accepted(varyOrder(noticed, told, lifeFacts())).state;
    const startOn = (day: string) => start(sooner, { ...on('2027-01-12'), startedOn: localDate(day) });
    expect(refusal(startOn('2027-01-11'))).toMatchObject({ code: 'notice-too-short', field: '/startedOn' });
    expect(startOn('2027-01-12').ok).toBe(true);
  });

  test('R12 to R19: a provider that may not be ordered from today starts nobody', () => {
    const suspended = { provider: orderFacts({ provider: aProvider({ status: 'suspended' }) }) };
    expect(refusal(start(readyOrder(), {}, suspended)).code).toBe('provider-not-active');
    expect(refusal(start(readyOrder(), {}, { provider: orderFacts({ qaChecks: [] }) })).code).toBe('qa-not-current');
    const full = { ...orderFacts(), registration: { ...noPlacements, policy: { ...noPlacements.policy, fullTimeAbove: 9, pupils: 1 } } };
    expect(refusal(start(readyOrder(), {}, { provider: full })).code).toBe('registration-threshold');
  });

  test('R19: not while the school has to answer a hold; an answer that it goes on lets it start', () => {
    const facts = { openHolds: ['P-0001-H1'], buyerMembers: lifeFacts().buyerMembers, termDates: sampleTermDates };
    const told = { by: theProduct, channel: 'clock' } as const;
    const put = holdCallOff(readyOrder(), { ...on('2027-01-08'), ...told, kind: 'put-on-hold', holdRef: 'P-0001-H1' }, facts);
    if (!put.ok) throw new Error(put.detail);
    expect(refusal(start(put.state)).code).toBe('order-held');
    const going = holdCallOff(
      put.state,
      { ...on('2027-01-08'), channel: 'page', kind: 'continue', reason: 'The pupil knows the staff.' },
      facts,
    );
    if (!going.ok) throw new Error(going.detail);
    const suspended = { provider: orderFacts({ provider: aProvider({ status: 'suspended' }) }) };
    expect(accepted(start(going.state, {}, suspended)).state.order?.state).toBe('active');
  });

  test('tells the provider, and whoever requested it when a colleague records it', () => {
    expect(worksOf(start())).toStrictEqual([
      { kind: 'tell-provider-of-order', news: 'started' },
      { kind: 'record-audit', action: 'order-started', actor: personKey(senco) },
    ]);
    expect(accepted(start(readyOrder(), { by: head })).effects.map(({ kind }) => kind)).toContain('tell-requester-of-order');
    expect(pence(presentTotals(accepted(start()).state).gross)).toBe(144_000);
  });
});
