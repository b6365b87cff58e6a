import fc from 'fast-check';
import { localDate } from '../../days/local-date.ts';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { anyRoles } from '../machine.fixture.ts';
import { awardApprover, commissioner, evaluatorA, secondCommissioner } from '../tender.fixture.ts';
import {
  afterStandstill,
  anAwardThatIs,
  aReservedBook,
  awardFacts,
  importAward,
  noticeDay,
  proposeAward,
  withFramework,
} from './award.fixture.ts';
import { awardMachine } from './award-machine.ts';
import { awardStatuses } from './award-status.ts';
import { carriedOut } from './carried-out.fixture.ts';
import { decideAward } from './decide-award.ts';

const by = fc.constantFrom(commissioner, awardApprover, awardApprover, secondCommissioner, evaluatorA);
const done = carriedOut();
const day = fc.constantFrom('2027-02-01', '2027-02-11', '2027-02-11', '2027-02-11').map(localDate);
const text = fc.constantFrom('', 'Because.', 'Because.');
const reserved = aReservedBook(anAwardThatIs('proposed'));

test('whatever commands come, an award keeps to its table: nothing is signed that was not approved by somebody else and stood still', () => {
  expect(Object.keys(awardMachine.states)).toEqual([...awardStatuses]);
  const asks = holdsForAllStories(
    awardMachine,
    decideAward,
    {
      commands: {
        'import-award': fc.constantFrom(importAward(), importAward(), importAward({ lots: [] })),
        'propose-award': fc.constantFrom(proposeAward(), proposeAward({ lotKeys: ['AP-2027-2'] })),
        'record-exclusion-check': fc.record({
          by,
          outcome: fc.constantFrom('clear' as const, 'clear' as const, 'self-cleaned' as const, 'excluded' as const),
          debarmentListCheckedOn: fc.constantFrom('2027-01-20', '2027-01-27', '2027-02-01').map(localDate),
          reason: text,
        }),
        'approve-award': fc.record({ by, comment: text }),
        'reject-award': fc.record({ by, reason: fc.constantFrom('', '', 'No.') }),
        'begin-standstill': fc.record({ by, noticePublishedOn: fc.constantFrom('2027-02-01', '2027-02-01', '2027-02-12').map(localDate) }),
        'note-standstill-over': fc.record({ by }),
        'send-agreement': fc.record({
          by,
          documentUrl: fc.constantFrom('https://council.example/a', 'https://council.example/a', 'https://council.example/a', 'a'),
          sentOn: day,
        }),
        'record-signature': fc.record({
          by,
          signedOn: day,
          signatory: fc.constant({ name: 'Ada', position: 'Director' }),
          signedUrl: fc.constant('https://council.example/b'),
        }),
        countersign: fc.record({ by }),
        'confirm-in-force': fc.record({ by }),
        'set-aside-award': fc.record({ by, reason: fc.constantFrom('', '', '', '', '', 'Challenged.') }),
      },
      facts: fc
        .record({
          roles: anyRoles,
          isCarriedOut: fc.boolean(),
          status: fc.constantFrom('pending' as const, 'standstill' as const, 'standstill' as const, 'expired' as const),
        })
        .map(({ roles, isCarriedOut, status }) => {
          const facts = awardFacts({ roles, book: reserved, ...withFramework({ status }) });
          return isCarriedOut ? { ...facts, ...done, book: reserved } : facts;
        }),
      now: fc.constantFrom(noticeDay, afterStandstill, afterStandstill, afterStandstill),
    },
    {
      holds: (state, before) => {
        if (['agreement-sent', 'signed', 'countersigned', 'in-force'].includes(state.status)) {
          expect(state.exclusionCheck).toBeDefined();
          expect((state.agreement?.sentOn ?? '') > (state.standstill?.lastDay ?? '9')).toBe(true);
        }
        if (state.status === 'countersigned' && before?.status === 'signed') expect(state.exclusionCheck?.outcome).not.toBe('excluded');
        const approved = state.history.find(({ what }) => what === 'Approved');
        if (approved) expect([commissioner.name, evaluatorA.name]).not.toContain(approved.by);
      },
      numRuns: 100,
      maxCommands: 80,
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'record-exclusion-check': ['ask-award-approval'],
    'approve-award': ['note-outcomes', 'refresh-award-cards', 'tell commissioners'],
    'reject-award': ['note-outcomes', 'refresh-award-cards', 'tell commissioners'],
    'begin-standstill': ['tell all-applicants', 'tell provider'],
    'note-standstill-over': ['tell commissioners'],
    'send-agreement': ['send-agreement'],
    'record-signature': ['tell commissioners'],
    countersign: ['admit-provider', 'confirm-in-force', 'confirm-prices', 'enter-services', 'tell provider'],
    'confirm-in-force': ['tell commissioners'],
    'set-aside-award': ['note-outcomes', 'release-prices', 'tell provider'],
  });
});
