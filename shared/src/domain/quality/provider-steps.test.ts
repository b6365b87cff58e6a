import { currentChecks } from '../call-off/call-off.fixture.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
import { localDate } from '../days/local-date.ts';
import { decideProvider } from './decide-provider.ts';
import type { Hold } from './hold.ts';
import { pausedNotice } from './paused-notice.ts';
import { withoutOldest } from './place-hold.ts';
import { type ProviderCommand, type ProviderCommandOf, type ProviderFacts, type ProviderStanding, unmoved } from './provider-standing.ts';
import { ada, aPassedCheck, ben, byClock, byHand, now, providerFacts, refusalOf, stateAfter, worksOf } from './quality.fixture.ts';

const decide = (present: ProviderStanding, command: ProviderCommand, told: Partial<ProviderFacts> = {}) =>
  decideProvider(present, command, providerFacts(told));
const audit = (action: string) => expect.objectContaining({ kind: 'record-audit', action });
const directory = { kind: 'refresh-directory', providerRef: 'P-0001' };
const approvals = { kind: 'refresh-approvals', providerRef: 'P-0001' };
const aHold = (ref: string, told: Partial<Hold> = {}): Hold => ({ ref, cause: 'commissioner', placedBy: ada, placedAt: now, ...told });
const lifted = (ref: string): Hold => aHold(ref, { lifted: { by: ben, at: now, reason: 'In order.', clearedBy: [] } });

describe('R19: the steps of a provider', () => {
  test('a provider whose standing was never decided about here has no holds; one suspended by hand was active before', () => {
    expect(unmoved('P-0001', 'active')).toMatchObject({ ref: 'P-0001', status: 'active', holds: [], holdCount: 0 });
    expect(unmoved('P-0001', 'active').before).toBeUndefined();
    expect(unmoved('P-0001', 'suspended').before).toBe('active');
  });

  test('is awarded by a commissioner who looked at the debarment list, or by the product where it was countersigned', () => {
    const by = (command: typeof byHand, told: Partial<ProviderFacts> = {}) =>
      decide(unmoved('P-0001', 'prospective'), { ...command(ada), kind: 'award' }, told);
    const clock = (told: Partial<ProviderFacts>) => decide(unmoved('P-0001', 'prospective'), { ...byClock(), kind: 'award' }, told);
    expect(stateAfter(by(byHand)).status).toBe('awarded');
    expect(worksOf(by(byHand))).toEqual([audit('provider-awarded')]);
    expect(refusalOf(by(byHand, { debarmentClear: false })).code).toBe('debarment-not-checked');
    expect(stateAfter(clock({ debarmentClear: false })).status).toBe('awarded');
    expect(clock({ agreementCountersigned: false }).ok).toBe(false);
    expect(stateAfter(by(byHand)).history.at(-1)?.what).toBe('Awarded');
    // The agreement carries out the award alone.
    expect(refusalOf(decide(unmoved('P-0001', 'awarded'), { ...byClock(), kind: 'activate' })).code).toBe('not-a-person');
  });

  test('becomes active with agreement, debarment list, checks and a price, and is in the directory then', () => {
    const activate = (told: Partial<ProviderFacts> = {}, present = unmoved('P-0001', 'awarded')) =>
      decide(present, { ...byHand(ada), kind: 'activate' }, told);
    expect(stateAfter(activate()).status).toBe('active');
    expect(worksOf(activate())).toEqual([directory, audit('provider-activated')]);
    expect(refusalOf(activate({ agreementCountersigned: false })).code).toBe('agreement-not-signed');
    expect(refusalOf(activate({ debarmentClear: false })).code).toBe('debarment-not-checked');
    expect(refusalOf(activate({ checks: currentChecks.slice(1) })).code).toBe('qa-not-current');
    expect(refusalOf(activate({ liveRate: false })).code).toBe('no-live-rate');
    expect(refusalOf(activate({}, { ...unmoved('P-0001', 'awarded'), holds: [lifted('H1'), aHold('H2')] })).code).toBe('provider-held');
  });

  test('pauses at its own wish with a reason, and takes orders again when it is ready', () => {
    const pause = (reason: string) => decide(unmoved('P-0001', 'active'), { ...byHand(ada), kind: 'pause', reason });
    expect(stateAfter(pause('No places.'))).toMatchObject({ status: 'paused', statusReason: 'No places.' });
    expect(worksOf(pause('No places.'))).toEqual([directory, approvals, audit('provider-paused')]);
    expect(refusalOf(pause(''))).toMatchObject({ code: 'reason-required', field: '/reason' });
    const resumed = decide(stateAfter(pause('No places.')), { ...byHand(ada), kind: 'resume' });
    expect(stateAfter(resumed)).toMatchObject({ status: 'active', statusReason: undefined });
    expect(worksOf(resumed)).toEqual([directory, approvals, audit('provider-resumed')]);
    expect(refusalOf(decide(stateAfter(pause('No places.')), { ...byHand(ada), kind: 'resume' }, { liveRate: false })).code).toBe(
      'no-live-rate',
    );
  });

  test('is taken off for good with a reason, in a full record too, and its buyers are told', () => {
    const remove = (reason: string, present = unmoved('P-0001', 'suspended')) =>
      decide(present, { ...byHand(ada), kind: 'remove', reason });
    expect(stateAfter(remove('Closed.'))).toMatchObject({ status: 'removed', statusReason: 'Closed.' });
    expect(worksOf(remove('Closed.'))).toEqual([
      directory,
      approvals,
      { kind: 'tell-buyers-of-removal', providerRef: 'P-0001' },
      audit('provider-removed'),
    ]);
    expect(refusalOf(remove(''))).toMatchObject({ code: 'reason-required', field: '/reason' });
    const full = { ...unmoved('P-0001', 'suspended'), holds: [aHold('H1', { reason: 'x'.repeat(stateRoom - 20_000) })] };
    expect(remove('Closed.', full).ok).toBe(true);
  });
});

describe('R19: what a hold is placed for', () => {
  const active = unmoved('P-0001', 'active');
  const place = (told: Partial<ProviderCommandOf<'place-hold'>>, facts: Partial<ProviderFacts> = {}, present = active) =>
    decide(present, { ...byHand(ada), kind: 'place-hold', cause: 'commissioner', reason: 'Site shut.', ...told }, facts);
  const concern = { ref: 'C-1', status: 'open', pausedBy: ben } as const;
  const forConcern = { cause: 'concern', about: 'C-1', reason: undefined } as const;

  test('a reason of a commissioner, which is kept; the same reason twice is two holds', () => {
    const held = stateAfter(place({}));
    expect(held).toMatchObject({ status: 'suspended', before: 'active', statusReason: 'Site shut.', holdCount: 1 });
    expect(held.holds).toStrictEqual([aHold('P-0001-H1', { about: undefined, standard: undefined, reason: 'Site shut.' })]);
    expect(stateAfter(place({}, {}, held)).holds.map(({ ref }) => ref)).toEqual(['P-0001-H1', 'P-0001-H2']);
    expect(refusalOf(place({ reason: '' }))).toMatchObject({ code: 'reason-required', field: '/reason' });
  });

  test('a concern that is open, by whoever paused for it or by a commissioner, once; the reason for the status stays', () => {
    const before = { ...active, statusReason: 'Watched' };
    const held = stateAfter(place(forConcern, { concerns: [concern] }, before));
    expect(held.statusReason).toBe('Watched');
    expect(refusalOf(place(forConcern, { concerns: [concern] }, held)).code).toBe('hold-already-placed');
    expect(place({ ...forConcern, about: 'C-2' }, { concerns: [{ ...concern, ref: 'C-2' }] }, held).ok).toBe(true);
    expect(refusalOf(place(forConcern, { concerns: [{ ...concern, status: 'closed' }] })).code).toBe('hold-not-found');
    expect(refusalOf(place(forConcern)).code).toBe('hold-not-found');
    const byBen = (pausedBy: typeof ben | undefined) =>
      place({ ...forConcern, ...byHand(ben) }, { concerns: [{ ...concern, pausedBy }], councilMembers: [] });
    expect(byBen(ben).ok).toBe(true);
    expect(refusalOf(byBen(ada)).code).toBe('not-a-commissioner');
    expect(refusalOf(byBen(undefined)).code).toBe('not-a-commissioner');
  });

  test.each([
    ['check-lapsed', 'lapsed'],
    ['check-failed', 'failed'],
  ] as const)('%s by the clock, for a check that is %s; another cause about the same check is another hold', (cause, outcome) => {
    const check = { ...aPassedCheck('insurance', 'Q-INS'), outcome, expiresOn: localDate('2026-11-23') };
    const byTime = (told: Partial<ProviderCommandOf<'place-hold'>> = {}, present = active) =>
      place({ ...byClock(), cause, about: 'Q-INS', reason: undefined, ...told }, { checks: [check] }, present);
    const held = stateAfter(byTime());
    expect(held.holds).toMatchObject([{ cause, about: 'Q-INS', standard: 'insurance' }]);
    expect(refusalOf(byTime({}, held)).code).toBe('hold-already-placed');
    expect(refusalOf(byTime({ cause: cause === 'check-lapsed' ? 'check-failed' : 'check-lapsed' })).code).toBe('hold-not-found');
    expect(refusalOf(byTime({ about: 'Q-2' })).code).toBe('hold-not-found');
    expect(refusalOf(place({ cause, about: 'Q-INS' }, { checks: [check] })).code).toBe('not-the-clock');
    const other = { ...held, holds: held.holds.map((hold) => ({ ...hold, cause: 'concern' as const })) };
    expect(byTime({}, other).ok).toBe(true);
  });

  test('a full record takes a hold all the same', () => {
    const full = { ...active, holds: [aHold('H1', { reason: 'x'.repeat(stateRoom - 20_000) })], holdCount: 1 };
    expect(place({}, {}, full).ok).toBe(true);
  });
});

test('a record keeps every open hold, and the latest ten that were lifted', () => {
  const many = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(lifted);
  const holds = [aHold('open-1'), ...many, aHold('open-2')];
  expect(withoutOldest(holds).map(({ ref }) => ref)).toEqual(['open-1', ...many.slice(2).map(({ ref }) => ref), 'open-2']);
  expect(withoutOldest([...many.slice(2), aHold('open')])).toHaveLength(11);
  const noneLifted = Array.from({ length: 12 }, (_, at) => aHold(`open-${at}`));
  expect(withoutOldest(noneLifted)).toHaveLength(12);
});

test('buyers are told the same of whoever is suspended or held, and nothing of others', () => {
  const notice = { providerRef: 'P-0001', sentence: 'Paused for new orders. Phone the commissioning team on 01305 000333.' };
  expect(pausedNotice(unmoved('P-0001', 'suspended'), ' 01305 000333 ')).toStrictEqual(notice);
  expect(pausedNotice({ ...unmoved('P-0001', 'awarded'), holds: [aHold('H1')] }, '01305 000333')).toStrictEqual(notice);
  expect(pausedNotice({ ...unmoved('P-0001', 'active'), holds: [lifted('H1')] }, '01305 000333')).toBeUndefined();
});
