import fc from 'fast-check';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { awardStatuses } from '../award/award-status.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { given, lead } from '../tender.fixture.ts';
import { decideRanking } from './decide-ranking.ts';
import { afterClose, aLotApplication, allScored, aModerated, closedRound } from './evaluation.fixture.ts';
import type { LotApplication } from './lot-application.ts';
import { lineOf, type Ranking, rankingStatuses } from './ranking.ts';
import type { RankingCommand, RankingFacts } from './ranking-command.ts';
import { rankingMachine } from './ranking-machine.ts';

const another = (ref: string, told: Partial<LotApplication> = {}): LotApplication => ({ ...aModerated(), ref, ...told });
const two = [aModerated(), another('OTHER', { moderation: { marks: allScored(3), evaluators: [] } })];
const round = closedRound();
const tryRanking = (present: Ranking | undefined, command: RankingCommand, told: Partial<RankingFacts> = {}) =>
  decideRanking(present, command, { roles: tenderRoles, round, lotApplications: two, awards: [], ...told }, afterClose);
const record = { ...given(lead), kind: 'record-ranking', lotKey: 'AP-2027-1' } as const;
const setAside = { ...given(lead), kind: 'set-aside-ranking', reason: 'A score was typed wrong.' } as const;

test('row 14: a lot is ranked when every application for it is moderated or withdrawn', () => {
  expect(refusedTender(tryRanking(undefined, record, { lotApplications: [...two, aLotApplication()] }))).toMatchObject({
    code: 'ranking-not-possible',
    detail: 'Moderate every application for the lot first: 1 is not.',
  });
  expect(refusedTender(tryRanking(undefined, record, { lotApplications: [another('W', { status: 'withdrawn' })] })).code).toBe(
    'ranking-not-possible',
  );
  expect(refusedTender(tryRanking(undefined, { ...record, lotKey: 'AP-2027-3' })).code).toBe('lot-not-known');
  const { state, effects } = acceptedTender(
    tryRanking(undefined, record, { lotApplications: [...two, another('W', { status: 'withdrawn' })] }),
  );
  expect(state).toMatchObject({
    ref: 'RK-RD-2027-AP-2027-1',
    status: 'recorded',
    lowest: 4_000,
    lines: [{ place: 1 }, { ref: 'OTHER', place: 2 }],
  });
  expect(effects.map(({ kind }) => kind)).toEqual(['record-audit', 'note-ranking']);
});

test('a ranking can be set aside with a reason until an award rests on it, and then has no lines to go by', () => {
  const recorded = acceptedTender(tryRanking(undefined, record)).state;
  expect(lineOf(recorded, aModerated())?.place).toBe(1);
  expect(lineOf(undefined, aModerated())).toBeUndefined();
  for (const status of awardStatuses) {
    const decision = tryRanking(recorded, setAside, { awards: [{ status }] });
    expect(decision.ok).toBe(status === 'rejected' || status === 'set-aside');
  }
  const aside = acceptedTender(tryRanking(recorded, setAside)).state;
  expect(lineOf(aside, aModerated())).toBeUndefined();
  expect(acceptedTender(tryRanking(aside, { ...record, id: 'again' })).state.status).toBe('recorded');
});

test('whatever commands come, a ranking keeps to its table', () => {
  expect(Object.keys(rankingMachine.states)).toEqual([...rankingStatuses]);
  const asks = holdsForAllStories(
    rankingMachine,
    decideRanking,
    {
      commands: {
        'record-ranking': fc.record({ by: fc.constant(lead), lotKey: fc.constantFrom('AP-2027-1', 'AP-2027-1', 'AP-2027-9') }),
        'set-aside-ranking': fc.record({ by: fc.constant(lead), reason: fc.constantFrom('', 'A mistake.') }),
      },
      facts: fc.record({
        roles: anyRoles,
        round: fc.constant(round),
        lotApplications: fc.constantFrom(two, two, [], [aLotApplication()]),
        awards: fc.array(fc.record({ status: fc.constantFrom(...awardStatuses) }), { maxLength: 1 }),
      }),
      now: fc.constant(afterClose),
    },
    { numRuns: 50 },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'record-ranking': ['note-ranking'],
    'set-aside-ranking': ['note-ranking'],
  });
});
