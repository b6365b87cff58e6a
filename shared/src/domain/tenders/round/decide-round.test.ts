import fc from 'fast-check';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { theProduct } from '../../people/person.ts';
import { frameworkStatuses } from '../../register/framework.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { commissioner, given, tenderNow } from '../tender.fixture.ts';
import { criteriaSentence } from './criteria.ts';
import { decideRound } from './decide-round.ts';
import { methodStatements } from './method-statements.ts';
import { aDraftRound, aLotCriteria, aPlan, aPublishedRound, closesAt, opensAt, planRound, tryRound, whileOpen } from './round.fixture.ts';
import { isPastClose, takesApplications, takesQuestions } from './round.ts';
import type { RoundPlan } from './round-command.ts';
import { roundMachine } from './round-machine.ts';
import { roundStatuses } from './round-status.ts';

const publish = { ...given(commissioner), kind: 'publish-round' } as const;

describe('row 9: the clock opens and closes a round', () => {
  test('row 9: applications are taken from the opening until the close, whether or not a timer has run', () => {
    const round = aPublishedRound();
    const opened = acceptedTender(tryRound(round, { ...given(theProduct), kind: 'open-round' }, {}, opensAt)).state;
    for (const each of [round, opened]) {
      expect(takesApplications(each, '2026-12-01T08:59:59.999Z')).toBe(false);
      expect(takesApplications(each, opensAt)).toBe(true);
      expect(takesApplications(each, '2026-12-31T11:59:59.999Z')).toBe(true);
      expect(takesApplications(each, closesAt)).toBe(false);
    }
    expect(takesApplications(aDraftRound(), whileOpen)).toBe(false);
  });

  test('row 9: the timer cannot open or close it before its time', () => {
    const open = { ...given(theProduct), kind: 'open-round' } as const;
    const close = { ...given(theProduct), kind: 'close-round' } as const;
    expect(refusedTender(tryRound(aPublishedRound(), open, {}, '2026-12-01T08:59:59Z'))).toMatchObject({
      code: 'not-yet',
      detail: 'The round opens on Tuesday 1 December 2026 at 9am.',
    });
    expect(refusedTender(tryRound(aPublishedRound(), close, {}, '2026-12-31T11:59:59Z')).code).toBe('not-yet');
    const { state, effects } = acceptedTender(tryRound(aPublishedRound(), close, {}, closesAt));
    expect(state.status).toBe('closed');
    expect(effects.map(({ kind }) => kind)).toEqual(['record-audit', 'enter-applications', 'tell']);
  });

  test('row 9: an extension is later, said before the close, and told to every applicant with its reason', () => {
    const extend = {
      ...given(commissioner),
      kind: 'extend-round',
      closesAt: '2027-01-08T12:00:00Z',
      reason: 'The portal was down.',
    } as const;
    const { state, effects } = acceptedTender(tryRound(aPublishedRound(), extend, {}, whileOpen));
    expect(takesApplications(state, '2027-01-08T11:59:00Z')).toBe(true);
    expect(effects).toMatchObject([{ kind: 'record-audit' }, { kind: 'tell', audience: 'all-applicants', news: 'round-extended' }]);
    expect(state.history.at(-1)).toMatchObject({ comment: 'The portal was down.' });
    expect(refusedTender(tryRound(aPublishedRound(), extend, {}, closesAt)).code).toBe('round-late');
    expect(refusedTender(tryRound(aPublishedRound(), { ...extend, closesAt }, {}, whileOpen)).code).toBe('dates-not-allowed');
    expect(refusedTender(tryRound(aPublishedRound(), { ...extend, reason: '' }, {}, whileOpen)).code).toBe('text-required');
  });

  test.each([
    ['/closesAt', { closesAt: tenderNow }],
    ['/closesAt', { closesAt: opensAt }],
    ['/closesAt', { opensAt: '2026-11-01T09:00:00Z', clarificationsCloseAt: '2026-11-20T09:00:00Z', closesAt: tenderNow }],
    ['/closesAt', { closesAt: '31 December' }],
    ['/closesAt', { closesAt: '2026-12-32T12:00:00Z' }],
    ['/opensAt', { opensAt: '' }],
    ['/clarificationsCloseAt', { clarificationsCloseAt: '2026-12-31T12:00:01Z' }],
  ])('row 9: times that are out of order are not published (%s)', (field, times: Partial<RoundPlan>) => {
    expect(refusedTender(tryRound(aDraftRound(times), publish))).toMatchObject({ code: 'dates-not-allowed', field });
  });
});

test('row 12: questions may be asked until the round closes', () => {
  expect(tryRound(aDraftRound({ clarificationsCloseAt: closesAt }), publish).ok).toBe(true);
});

test('a round that is cancelled says why to every applicant', () => {
  const cancel = { ...given(commissioner), kind: 'cancel-round', reason: 'The lots are to be drawn anew.' } as const;
  for (const present of [aDraftRound(), aPublishedRound()]) {
    const { state, effects } = acceptedTender(tryRound(present, cancel));
    expect(state).toMatchObject({
      status: 'cancelled',
      history: expect.arrayContaining([expect.objectContaining({ comment: cancel.reason })]),
    });
    expect(effects).toMatchObject([{ kind: 'record-audit' }, { kind: 'tell', audience: 'all-applicants', news: 'round-cancelled' }]);
  }
});

describe('row 10: what a round is published with', () => {
  test('row 10: is not changed after', () => {
    const amend = { ...given(commissioner), kind: 'amend-round', plan: aPlan() } as const;
    expect(refusedTender(tryRound(aPublishedRound(), amend)).code).toBe('not-in-this-state');
    const weights = [aLotCriteria({ qualityWeight: 60, priceWeight: 40 })];
    const amended = acceptedTender(
      tryRound(aDraftRound(), { ...amend, id: 'amended', plan: aPlan({ lots: weights, questionSet: methodStatements }) }),
    );
    expect(amended.state.lots).toEqual(weights);
  });

  test.each([
    ['lot-not-known', '/lots', []],
    ['lot-not-known', '/lots/0/lotKey', [aLotCriteria({ lotKey: 'AP-2026-1' })]],
    ['lot-not-known', '/lots/1/lotKey', [aLotCriteria(), aLotCriteria()]],
    ['weights-not-valid', '/lots/0/qualityWeight', [aLotCriteria({ qualityWeight: 80 })]],
    ['weights-not-valid', '/lots/0/qualityWeight', [aLotCriteria({ qualityWeight: 110, priceWeight: -10 })]],
    ['number-not-allowed', '/lots/0/passMark', [aLotCriteria({ passMark: 101 })]],
    ['number-not-allowed', '/lots/0/mostAwards', [aLotCriteria({ mostAwards: 0 })]],
  ])('row 14: criteria that cannot stand are refused (%s at %s)', (code, field, lots) => {
    expect(refusedTender(tryRound(undefined, planRound({ lots })))).toMatchObject({ code, field });
  });

  test('row 14: a lot may be decided by quality or by price alone, and have no pass mark', () => {
    for (const told of [{ qualityWeight: 100, priceWeight: 0 }, { qualityWeight: 0, priceWeight: 100 }, { passMark: 0 }, { passMark: 100 }])
      expect(tryRound(undefined, planRound({ lots: [aLotCriteria(told)] })).ok).toBe(true);
  });

  test('row 14: applicants are told how they are ranked, with the sums', () => {
    expect(criteriaSentence(aLotCriteria({ mostAwards: 3 }))).toBe(
      'Quality 90%, price 10%. Quality below 50% of its points fails. Prices are compared per hour: the dearest of an application counts. ' +
        'Price points are the lowest price of those that pass, divided by the price, times 10. Equal totals are parted by quality, then by price; ' +
        'what is still equal shares its place. At most 3 are awarded, and whoever shares the last place.',
    );
    expect(criteriaSentence(aLotCriteria({ passMark: 0 }))).not.toContain('fails');
  });

  test('row 17: a live framework takes a further round only when it is an open one', () => {
    expect(tryRound(aDraftRound(), publish, { status: 'live', kind: 'open' }).ok).toBe(true);
    expect(refusedTender(tryRound(aDraftRound(), publish, { status: 'live' }))).toMatchObject({
      code: 'framework-not-ready-for-rounds',
      detail: 'A closed framework takes no new providers.',
    });
    for (const status of ['pending', 'standstill', 'expired', 'cancelled'] as const)
      expect(refusedTender(tryRound(aDraftRound(), publish, { status, kind: 'open' })).code).toBe('framework-not-ready-for-rounds');
  });
});

const by = fc.constant(commissioner);
const plan = fc.constantFrom(aPlan(), aPlan(), aPlan({ lots: [aLotCriteria({ passMark: 200 })] }), aPlan({ closesAt: opensAt }));
const reason = fc.constantFrom('', '', '', 'The portal was down.');

test('whatever commands come, a round keeps to its table and what it published', () => {
  expect(Object.keys(roundMachine.states)).toEqual([...roundStatuses]);
  const asks = holdsForAllStories(
    roundMachine,
    decideRound,
    {
      commands: {
        'plan-round': fc.record({ by, ref: fc.constant('RD-2027'), frameworkRef: fc.constant('AP-2027'), plan }),
        'amend-round': fc.record({ by, plan }),
        'publish-round': fc.record({ by }),
        'open-round': fc.record({ by }),
        'extend-round': fc.record({ by, closesAt: fc.constantFrom(closesAt, '2027-01-31T12:00:00Z'), reason }),
        'close-round': fc.record({ by }),
        'cancel-round': fc.record({ by, reason }),
      },
      facts: fc.record({
        roles: anyRoles,
        framework: fc.record({
          status: fc.constantFrom('coming' as const, 'open' as const, ...frameworkStatuses),
          kind: fc.constantFrom('closed' as const, 'open' as const),
          lotKeys: fc.constant(['AP-2027-1', 'AP-2027-2']),
        }),
      }),
      now: fc.constantFrom(tenderNow, tenderNow, whileOpen, whileOpen, closesAt, '2027-02-01T00:00:00Z'),
    },
    {
      holds: (state, before) => {
        if (state.status === 'closed' && before) expect(Date.parse(state.closesAt)).toBeLessThanOrEqual(Date.parse('2027-02-01T00:00:00Z'));
        if (before && before.status !== 'draft') {
          expect(state.questionSet).toEqual(before.questionSet);
          expect(state.lots).toEqual(before.lots);
          expect(Date.parse(state.closesAt)).toBeGreaterThanOrEqual(Date.parse(before.closesAt));
        }
      },
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'cancel-round': ['tell all-applicants'],
    'close-round': ['enter-applications', 'tell panel'],
    'extend-round': ['tell all-applicants'],
  });
});

test('questions may be asked before a round opens, and no longer than their own time', () => {
  const round = aPublishedRound();
  expect(takesQuestions(round, tenderNow)).toBe(true);
  expect(takesQuestions(round, '2026-12-18T16:59:59Z')).toBe(true);
  expect(takesQuestions(round, '2026-12-18T17:00:00Z')).toBe(false);
  expect(isPastClose(round, closesAt)).toBe(true);
});
