import fc from 'fast-check';
import { localDate } from '../../days/local-date.ts';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { pence } from '../../money/money.ts';
import { theProduct } from '../../people/person.ts';
import { frameworkStatuses } from '../../register/framework.ts';
import { awardStatuses } from '../award/award-status.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { roundStatuses } from '../round/round-status.ts';
import { commissioner, given, tenderNow } from '../tender.fixture.ts';
import { decideFramework } from './decide-framework.ts';
import { aFrameworkThatIs, elsewhere, planFramework, someTerms, tryFramework } from './framework.fixture.ts';
import { frameworkMachine } from './framework-machine.ts';
import { toFrameworkInUse } from './framework-tender.ts';
import { usualTermSetting } from './framework-terms.ts';

const plan = (terms: Parameters<typeof planFramework>[0]) => tryFramework(undefined, planFramework(terms));
const open = { ...given(commissioner), kind: 'open-framework' } as const;
const goLive = { ...given(commissioner), kind: 'go-live' } as const;

describe('R28: the term of a framework', () => {
  test('R28: four years need no reason; a day more does, for a light touch framework', () => {
    expect(plan({}).ok).toBe(true);
    expect(refusedTender(plan({ expiresOn: localDate('2031-04-01') }))).toMatchObject({
      code: 'term-reason-required',
      detail: 'Say why the framework lasts longer than 48 months.',
      field: '/terms/termReason',
    });
    expect(plan({ expiresOn: localDate('2035-03-31'), termReason: 'Children need the same provider through school.' }).ok).toBe(true);
  });

  test('R28: the setting is policy: a commissioner may set another', () => {
    const command = planFramework({ expiresOn: localDate('2029-04-01') });
    expect(refusedTender(tryFramework(undefined, command, { setting: { ...usualTermSetting, longestMonths: 24 } })).code).toBe(
      'term-reason-required',
    );
  });

  test.each([
    ['closed', '2031-03-31', '2031-04-01', 'The law ends a closed framework after 4 years: on Monday 31 March 2031 at the latest.'],
    ['open', '2035-03-31', '2035-04-01', 'The law ends an open framework after 8 years: on Saturday 31 March 2035 at the latest.'],
  ] as const)('R28: outside light touch a %s framework ends where the law ends it, whatever the reason', (kind, last, over, detail) => {
    const terms = { legalRegime: 'pa-2023', kind, termReason: 'We want to.' } as const;
    expect(plan({ ...terms, expiresOn: localDate(last) }).ok).toBe(true);
    expect(refusedTender(plan({ ...terms, expiresOn: localDate(over) }))).toMatchObject({
      code: 'term-too-long',
      detail,
      field: '/terms/expiresOn',
    });
  });

  test('R28: a framework does not end before it begins', () => {
    expect(refusedTender(plan({ expiresOn: localDate('2027-04-01') }))).toMatchObject({
      code: 'dates-not-allowed',
      field: '/terms/expiresOn',
    });
  });
});

test('R27: a framework that may reach the threshold with VAT is not let below it', () => {
  const below = { legalRegime: 'below-threshold', standstillWorkingDays: 0 } as const;
  expect(plan({ ...below, maxValue: pence(55_294_999) }).ok).toBe(true);
  expect(refusedTender(plan({ ...below, maxValue: pence(55_295_000) }))).toMatchObject({
    code: 'regime-not-allowed',
    detail: 'With VAT this framework may reach the threshold of £663,540.00. Choose the rules for contracts above it.',
    field: '/terms/legalRegime',
  });
});

describe('R29: what a framework must state', () => {
  test.each([
    ['scope', ' '],
    ['lotKeys', []],
    ['maxValue', pence(0)],
    ['selectionProcess', ''],
  ] as const)('R29: it may be planned without %s, and cannot open without', (field, value) => {
    const planned = acceptedTender(plan({ [field]: value })).state;
    expect(refusedTender(tryFramework(planned, open))).toMatchObject({ code: 'framework-terms-incomplete', field: `/terms/${field}` });
    const amended = acceptedTender(tryFramework(planned, { ...given(commissioner), kind: 'amend-framework', terms: someTerms() })).state;
    expect(acceptedTender(tryFramework(amended, open)).state.status).toBe('open');
  });

  test.each(['eligibleBuyerTypes', 'permittedBases'] as const)('R29: its row has no room for a plan without %s', (field) => {
    const refused = { code: 'framework-terms-incomplete', field: `/terms/${field}` };
    expect(refusedTender(plan({ [field]: [] }))).toMatchObject(refused);
    const amend = { ...given(commissioner), kind: 'amend-framework', terms: someTerms({ [field]: [] }) } as const;
    expect(refusedTender(tryFramework(acceptedTender(plan({})).state, amend))).toMatchObject(refused);
  });

  test('R29: terms do not change once applications are taken', () => {
    const command = { ...given(commissioner), kind: 'amend-framework', terms: someTerms() } as const;
    expect(refusedTender(tryFramework(aFrameworkThatIs('open'), command))).toMatchObject({
      code: 'not-in-this-state',
      detail: 'You cannot change the terms of the framework: the framework is open for applications.',
    });
  });

  test('R29: what a call-off asks of a framework comes from what it states', () => {
    expect(toFrameworkInUse(aFrameworkThatIs('live'))).toEqual({
      ref: 'AP-2027',
      name: 'Alternative provision 2027',
      authority: 'Example Council',
      status: 'live',
      liveFrom: '2027-04-01',
      expiresOn: '2031-03-31',
      eligibleBuyerTypes: ['maintained-school', 'academy'],
      permittedBases: ['lowest-price'],
      maxValue: 400_000_000,
    });
  });
});

describe('a framework opens and closes', () => {
  const coming = aFrameworkThatIs('coming');
  const close = { ...given(theProduct), kind: 'close-framework' } as const;

  test('with a published round, or with the competition that a portal held', () => {
    expect(refusedTender(tryFramework(coming, open, { rounds: [{ status: 'draft' }] })).code).toBe('no-competition');
    expect(tryFramework(coming, open, { rounds: [{ status: 'published' }] }).ok).toBe(true);
    expect(tryFramework(aFrameworkThatIs('coming', { competition: elsewhere }), open, { rounds: [] }).ok).toBe(true);
  });

  test('and not while a round or the portal still takes applications', () => {
    const opened = aFrameworkThatIs('open');
    expect(refusedTender(tryFramework(opened, close, { rounds: [{ status: 'closed' }, { status: 'open' }] })).code).toBe('not-yet');
    expect(refusedTender(tryFramework(opened, close, { rounds: [{ status: 'cancelled' }] })).code).toBe('no-competition');
    expect(acceptedTender(tryFramework(opened, close, { rounds: [{ status: 'closed' }] })).state.status).toBe('pending');
    const competition = { ...elsewhere, closedAt: '2026-11-26T12:00:00Z' };
    const onPortal = acceptedTender(tryFramework(aFrameworkThatIs('coming', { competition }), open, { rounds: [] })).state;
    expect(refusedTender(tryFramework(onPortal, close, { rounds: [] }, '2026-11-26T11:59:59Z')).code).toBe('not-yet');
    expect(tryFramework(onPortal, close, { rounds: [] }, '2026-11-26T12:00:00Z').ok).toBe(true);
  });
});

describe('R32: a framework stands still before it goes live', () => {
  const pending = aFrameworkThatIs('pending');
  const begin = { ...given(commissioner), kind: 'begin-framework-standstill', noticePublishedOn: localDate('2026-11-26') } as const;

  test('R32: not before every application is decided and an award is approved', () => {
    expect(refusedTender(tryFramework(pending, begin, { undecided: 2 }))).toMatchObject({
      code: 'applications-undecided',
      detail: 'Decide every application first: 2 still wait.',
    });
    expect(refusedTender(tryFramework(pending, begin, { awards: [{ status: 'approved' }, { status: 'proposed' }] })).code).toBe(
      'applications-undecided',
    );
    expect(refusedTender(tryFramework(pending, begin, { awards: [{ status: 'rejected' }, { status: 'set-aside' }] })).code).toBe(
      'applications-undecided',
    );
  });

  test('R32: not from a notice that is still to be published', () => {
    expect(refusedTender(tryFramework(pending, begin, {}, '2026-11-25T10:00:00Z'))).toMatchObject({
      code: 'dates-not-allowed',
      field: '/noticePublishedOn',
    });
  });

  test('R32: eight working days over Christmas, counted from the day of the notice, then it may go live', () => {
    const standing = aFrameworkThatIs('standstill', { liveFrom: localDate('2027-01-01'), expiresOn: localDate('2030-12-31') });
    // 24, 29, 30 and 31 December, 4 to 7 January: bank holidays are 25 and 28 December and 1 January.
    expect(standing.standstill?.lastDay).toBe('2027-01-07');
    expect(refusedTender(tryFramework(standing, goLive, {}, '2027-01-07T23:59:00Z'))).toMatchObject({
      code: 'standstill-not-over',
      detail: 'The standstill lasts until the end of Thursday 7 January 2027.',
    });
    expect(tryFramework(standing, goLive, {}, '2027-01-08T00:00:00Z').ok).toBe(true);
  });

  test('P8: not before its first day, nor without an award in force', () => {
    const standing = aFrameworkThatIs('standstill');
    expect(refusedTender(tryFramework(standing, goLive, {}, '2027-03-31T22:59:00Z')).code).toBe('not-yet');
    // British summer time: the first day begins an hour before UTC's.
    expect(tryFramework(standing, goLive, {}, '2027-03-31T23:00:00Z').ok).toBe(true);
    expect(refusedTender(tryFramework(standing, goLive, { awards: [{ status: 'countersigned' }] }, '2027-04-01T08:00:00Z')).code).toBe(
      'no-award-in-force',
    );
  });
});

describe('a framework ends', () => {
  const expire = { ...given(theProduct), kind: 'expire-framework' } as const;

  test('when its last day is over', () => {
    expect(refusedTender(tryFramework(aFrameworkThatIs('live'), expire, {}, '2031-03-31T22:59:00Z')).code).toBe('not-yet');
    expect(acceptedTender(tryFramework(aFrameworkThatIs('live'), expire, {}, '2031-03-31T23:00:00Z')).state.status).toBe('expired');
  });

  test('or is cancelled with a reason before it is live, and its rounds with it; never after', () => {
    const cancel = { ...given(commissioner), kind: 'cancel-framework', reason: 'The money was not found.' } as const;
    for (const status of ['coming', 'open', 'pending', 'standstill'] as const) {
      const { state, effects } = acceptedTender(tryFramework(aFrameworkThatIs(status), cancel));
      expect(state).toMatchObject({ status: 'cancelled', cancelledBecause: 'The money was not found.' });
      expect(effects.map(({ kind }) => kind)).toEqual(['record-audit', 'cancel-rounds', 'tell']);
    }
    expect(refusedTender(tryFramework(aFrameworkThatIs('live'), cancel)).code).toBe('not-in-this-state');
    expect(refusedTender(tryFramework(aFrameworkThatIs('coming'), { ...cancel, id: 'other', reason: ' ' }))).toMatchObject({
      code: 'text-required',
      field: '/reason',
    });
  });
});

const anyTerms = fc.constantFrom(someTerms(), someTerms(), someTerms({ competition: elsewhere }), someTerms({ scope: '' }));
const by = fc.constant(commissioner);

test('whatever commands come, the framework keeps to its table', () => {
  expect(Object.keys(frameworkMachine.states)).toEqual([...frameworkStatuses]);
  const asks = holdsForAllStories(
    frameworkMachine,
    decideFramework,
    {
      commands: {
        'plan-framework': fc.record({ by, ref: fc.constant('AP-2027'), terms: anyTerms }),
        'amend-framework': fc.record({ by, terms: anyTerms }),
        'open-framework': fc.record({ by }),
        'close-framework': fc.record({ by }),
        'begin-framework-standstill': fc.record({
          by,
          noticePublishedOn: fc.constantFrom(localDate('2026-11-02'), localDate('2027-03-29'), localDate('2031-01-01')),
        }),
        'go-live': fc.record({ by }),
        'expire-framework': fc.record({ by }),
        'cancel-framework': fc.record({ by, reason: fc.constantFrom('', '', '', '', 'No money.') }),
      },
      facts: fc.record({
        roles: anyRoles,
        setting: fc.constant(usualTermSetting),
        rounds: fc.array(fc.record({ status: fc.constantFrom(...roundStatuses) }), { maxLength: 2 }),
        undecided: fc.constantFrom(0, 0, 0, 1),
        awards: fc.array(fc.record({ status: fc.constantFrom(...awardStatuses, 'in-force' as const, 'in-force' as const) }), {
          maxLength: 3,
        }),
      }),
      now: fc.constantFrom(tenderNow, '2027-04-12T09:00:00Z', '2027-04-12T09:00:00Z', '2031-04-01T09:00:00Z'),
    },
    {
      holds: (state, before) => {
        if (state.status === 'live') expect(state.standstill).toBeDefined();
        // R29: what was stated when it opened stays stated.
        if (before && before.status !== 'coming') expect(state.terms).toEqual(before.terms);
      },
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'begin-framework-standstill': ['tell all-applicants'],
    'cancel-framework': ['cancel-rounds', 'tell all-applicants'],
    'go-live': ['tell commissioners'],
  });
});
