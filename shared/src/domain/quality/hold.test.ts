import { aListing, currentChecks, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { type Person, theProduct } from '../people/person.ts';
import { listingOf } from '../register/service-may-be-ordered.ts';
import { decideProvider } from './decide-provider.ts';
import { hasSafeguardingPause, openHolds } from './hold.ts';
import { pausedNotice } from './paused-notice.ts';
import { type ProviderFacts, type ProviderStanding, type RecordedCheck, unmoved } from './provider-standing.ts';
import { ada, aPassedCheck, ben, byClock, byHand, cyd, providerFacts, refusalOf, stateAfter, today, worksOf } from './quality.fixture.ts';

const others = currentChecks.filter(({ standard }) => standard !== 'insurance');
const lapsed: RecordedCheck = { ...aPassedCheck('insurance', 'Q-INS'), outcome: 'lapsed', expiresOn: localDate('2026-11-23') };
const renewed = (recordedBy?: Person): RecordedCheck => ({
  ...aPassedCheck('insurance', 'Q-INS2'),
  evidence: recordedBy && { recordedBy, recordedAt: '2026-11-24T09:00:00Z' },
});
const active = unmoved('P-0001', 'active');
const byLapse = (present: ProviderStanding = active) =>
  decideProvider(
    present,
    { ...byClock(), kind: 'place-hold', cause: 'check-lapsed', about: 'Q-INS' },
    providerFacts({ checks: [...others, lapsed] }),
  );
const byReason = (by: Person, present: ProviderStanding = active) =>
  decideProvider(
    present,
    { ...byHand(by), kind: 'place-hold', cause: 'commissioner', reason: 'The site was closed by its owner.' },
    providerFacts(),
  );
const lift = (present: ProviderStanding, by: Person, told: Partial<ProviderFacts> = {}, holdRef = 'P-0001-H1') =>
  decideProvider(present, { ...byHand(by), kind: 'lift-hold', holdRef, reason: 'Seen and in order.' }, providerFacts(told));

describe('R19: a hold takes a provider out at once', () => {
  test('one person places it with one action; directory, approvals and live orders follow', () => {
    const placed = byReason(ada);
    expect(stateAfter(placed)).toMatchObject({ status: 'suspended', before: 'active' });
    expect(worksOf(placed)).toEqual([
      { kind: 'refresh-directory', providerRef: 'P-0001' },
      { kind: 'refresh-approvals', providerRef: 'P-0001' },
      { kind: 'hold-live-orders', providerRef: 'P-0001', holdRef: 'P-0001-H1' },
      { kind: 'tell-commissioners', news: 'hold-placed' },
      expect.objectContaining({ kind: 'record-audit', action: 'hold-placed' }),
    ]);
    expect(refusalOf(byReason(senco)).code).toBe('not-a-commissioner');
  });

  test('R18: a lapse places it by the clock, once, and only for a check that did lapse', () => {
    const held = stateAfter(byLapse());
    expect(held.holds).toMatchObject([{ cause: 'check-lapsed', about: 'Q-INS', standard: 'insurance', placedBy: theProduct }]);
    expect(refusalOf(byLapse(held)).code).toBe('hold-already-placed');
    const noLapse = decideProvider(
      active,
      { ...byClock(), kind: 'place-hold', cause: 'check-lapsed', about: 'Q-INSURANCE' },
      providerFacts(),
    );
    expect(refusalOf(noLapse).code).toBe('hold-not-found');
    const byPerson = decideProvider(
      active,
      { ...byHand(ada), kind: 'place-hold', cause: 'check-lapsed', about: 'Q-INS' },
      providerFacts({ checks: [lapsed] }),
    );
    expect(refusalOf(byPerson).code).toBe('not-the-clock');
  });

  test('for a concern it is placed by who paused in the concern, and is a safeguarding pause', () => {
    const concerns = [{ ref: 'C-1', status: 'open', pausedBy: ada }] as const;
    const command = { ...byHand(ada, { channel: 'clock' }), kind: 'place-hold', cause: 'concern', about: 'C-1' } as const;
    const held = stateAfter(decideProvider(active, command, providerFacts({ concerns })));
    expect(hasSafeguardingPause(held.holds)).toBe(true);
    expect(refusalOf(decideProvider(active, { ...command, by: senco }, providerFacts({ concerns }))).code).toBe('not-a-person');
    expect(refusalOf(decideProvider(active, command, providerFacts())).code).toBe('hold-not-found');
  });
});

describe('R19: a hold is lifted by a second person only', () => {
  test('not by the one who placed it', () => {
    const held = stateAfter(byReason(ada));
    expect(refusalOf(lift(held, ada)).code).toBe('second-person-required');
    const lifted = lift(held, ben);
    expect(stateAfter(lifted)).toMatchObject({ status: 'active', before: undefined, statusReason: undefined });
    expect(worksOf(lifted)).toContainEqual({ kind: 'release-live-orders', providerRef: 'P-0001' });
  });

  test('not by the one who recorded the evidence', () => {
    const held = stateAfter(byLapse());
    const checks = [...others, lapsed, renewed(ben)];
    expect(refusalOf(lift(held, ben, { checks })).code).toBe('second-person-required');
    expect(stateAfter(lift(held, ada, { checks })).holds[0]?.lifted).toMatchObject({ by: ada, clearedBy: [ben] });
  });

  test('not before there is evidence, nor when nobody knows who recorded it', () => {
    const held = stateAfter(byLapse());
    expect(refusalOf(lift(held, ben, { checks: [...others, lapsed] })).code).toBe('hold-not-cleared');
    expect(refusalOf(lift(held, ben, { checks: [...others, lapsed, renewed()] })).code).toBe('hold-not-cleared');
  });

  test('not before the concern is closed, and not by the one who closed it', () => {
    const paused = { ref: 'C-1', status: 'open', pausedBy: ada } as const;
    const place = { ...byHand(ada), kind: 'place-hold', cause: 'concern', about: 'C-1' } as const;
    const held = stateAfter(
      decideProvider(active, place, providerFacts({ concerns: [{ ...paused, ref: 'C-0', status: 'closed' }, paused] })),
    );
    expect(refusalOf(lift(held, ben, { concerns: [paused] })).code).toBe('hold-not-cleared');
    const concerns = [{ ...paused, status: 'closed', closedBy: ben }] as const;
    for (const by of [ada, ben]) expect(refusalOf(lift(held, by, { concerns })).code).toBe('second-person-required');
    expect(stateAfter(lift(held, cyd, { concerns })).status).toBe('active');
  });

  test('never by a timer or a link', () => {
    const held = stateAfter(byReason(ada));
    const command = { kind: 'lift-hold', holdRef: 'P-0001-H1', reason: 'Time is over.' } as const;
    for (const told of [byClock(), byHand(theProduct), byHand(ben, { channel: 'link' })])
      expect(refusalOf(decideProvider(held, { ...told, ...command }, providerFacts())).code).toBe('not-a-person');
  });

  test('a retry of a lift lifts no later hold', () => {
    const command = { ...byHand(ben), kind: 'lift-hold', holdRef: 'P-0001-H1', reason: 'In order.' } as const;
    const again = stateAfter(byReason(ada, stateAfter(decideProvider(stateAfter(byReason(ada)), command, providerFacts()))));
    expect(decideProvider(again, command, providerFacts())).toEqual({ ok: true, state: again, effects: [], replay: { version: 2 } });
    expect(refusalOf(decideProvider(again, { ...command, id: 'another' }, providerFacts())).code).toBe('hold-not-found');
    expect(openHolds(again.holds)).toHaveLength(1);
  });

  test('the last of several gives back what was, never more: not while another check lacks, and to paused who was paused', () => {
    const both = stateAfter(byReason(ada, stateAfter(byLapse())));
    const checks = [...others, lapsed, renewed(ada)];
    const one = stateAfter(lift(both, ben, { checks }));
    expect(one.status).toBe('suspended');
    expect(stateAfter(lift(one, ben, {}, 'P-0001-H2')).status).toBe('active');
    expect(refusalOf(lift(one, ben, { checks: others }, 'P-0001-H2')).code).toBe('qa-not-current');
    const paused = stateAfter(byReason(ada, unmoved('P-0001', 'paused')));
    expect(stateAfter(lift(paused, ben, { checks: [] })).status).toBe('paused');
  });
});

describe('R19: what is listed', () => {
  const listed = (standing: ProviderStanding) => listingOf(aListing({ standing }), today, localDate('2027-01-12'));

  test('is nothing of a provider that is held, though its row says active', () => {
    expect(listed(active).ok).toBe(true);
    const held = stateAfter(byReason(ada));
    expect(listed(held)).toMatchObject({ ok: false, code: 'provider-not-active' });
    expect(listed({ ...held, status: 'active' }).ok).toBe(false);
    expect(listed({ ...active, ref: 'P-0002' }).ok).toBe(false);
    expect(listed(stateAfter(lift(held, ben))).ok).toBe(true);
  });

  test('says nothing to the buyer of why', () => {
    const refusal = listed(stateAfter(byReason(ada)));
    expect(JSON.stringify(refusal)).not.toContain('closed by its owner');
  });
});

describe('what buyers are told', () => {
  test('is the same fixed sentence for every cause', () => {
    const notices = [byLapse(), byReason(ada)].map((decision) => pausedNotice(stateAfter(decision), '01305 000000'));
    expect(new Set(notices.map((notice) => JSON.stringify(notice))).size).toBe(1);
    expect(notices[0]).toEqual({
      providerRef: 'P-0001',
      sentence: 'Paused for new orders. Phone the commissioning team on 01305 000000.',
    });
    expect(pausedNotice(stateAfter(byReason(ada)), ' ')?.sentence).toBe('Paused for new orders. Contact the commissioning team.');
    expect(pausedNotice(active, '01305 000000')).toBeUndefined();
  });
});

describe('R37: a provider comes onto the framework step by step', () => {
  test('awarded and active only when nothing lacks', () => {
    const award = (told: Partial<ProviderFacts>) =>
      decideProvider(unmoved('P-0001', 'prospective'), { ...byHand(ada), kind: 'award' }, providerFacts(told));
    expect(refusalOf(award({ debarmentClear: false })).code).toBe('debarment-not-checked');
    const awarded = stateAfter(award({}));
    // What was countersigned is carried out by the product, however long that takes; a person asks again, and the product awards nothing by itself.
    const carriedOut = (told: Partial<ProviderFacts>) =>
      decideProvider(unmoved('P-0001', 'prospective'), { ...byClock(), kind: 'award' }, providerFacts({ debarmentClear: false, ...told }));
    expect(stateAfter(carriedOut({})).status).toBe('awarded');
    expect(refusalOf(carriedOut({ agreementCountersigned: false })).code).toBe('not-a-person');
    const activate = (told: Partial<ProviderFacts>, present = awarded) =>
      decideProvider(present, { ...byHand(ada), kind: 'activate' }, providerFacts(told));
    expect(refusalOf(activate({ agreementCountersigned: false })).code).toBe('agreement-not-signed');
    expect(refusalOf(activate({ debarmentClear: false })).code).toBe('debarment-not-checked');
    expect(refusalOf(activate({ checks: others })).code).toBe('qa-not-current');
    expect(refusalOf(activate({ liveRate: false })).code).toBe('no-live-rate');
    expect(refusalOf(activate({}, stateAfter(byReason(ben, awarded)))).code).toBe('provider-held');
    expect(stateAfter(activate({})).status).toBe('active');
  });

  test('paused at its own wish, and removed for good only from suspended, with a reason', () => {
    const pause = (reason: string) => decideProvider(active, { ...byHand(ada), kind: 'pause', reason }, providerFacts());
    expect(refusalOf(pause('')).field).toBe('/reason');
    expect(stateAfter(decideProvider(stateAfter(pause('Full.')), { ...byHand(ada), kind: 'resume' }, providerFacts())).status).toBe(
      'active',
    );
    const remove = (present: ProviderStanding) =>
      decideProvider(present, { ...byHand(ada), kind: 'remove', reason: 'It closed down.' }, providerFacts());
    expect(refusalOf(remove(active)).code).toBe('not-in-this-state');
    const removed = remove(stateAfter(byReason(ada)));
    expect(worksOf(removed)).toContainEqual({ kind: 'tell-buyers-of-removal', providerRef: 'P-0001' });
    expect(refusalOf(lift(stateAfter(removed), ben)).code).toBe('not-in-this-state');
  });
});
