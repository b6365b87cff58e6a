import fc from 'fast-check';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { aPublishedRound, closesAt, whileOpen } from '../round/round.fixture.ts';
import { applicant, commissioner, given, tenderNow } from '../tender.fixture.ts';
import { type Clarification, clarificationStatuses, visibleTo } from './clarification.ts';
import type { AskClarification, ClarificationCommand } from './clarification-command.ts';
import { clarificationMachine } from './clarification-machine.ts';
import { decideClarification } from './decide-clarification.ts';

const round = aPublishedRound();
const names = ['Blackmore Vale Provision Limited', 'Blackmore Vale'];
const ask = (ref = 'CQ-1', question = 'May a satellite site of Blackmore Vale be named later?'): AskClarification => ({
  ...given(applicant),
  kind: 'ask-clarification',
  ref,
  roundRef: 'RD-2027',
  askedBy: 'P-0042',
  question,
});
const answer = (told: object = {}) =>
  ({
    ...given(commissioner),
    kind: 'answer-clarification',
    question: 'May a satellite site be named later?',
    answer: 'Yes, before it is used.',
    ...told,
  }) as const;
const attempt = (present: Clarification | undefined, command: AskClarification | ClarificationCommand, now = whileOpen) =>
  decideClarification(present, command, { roles: tenderRoles, round, askerNames: names }, now);
const asked = acceptedTender(attempt(undefined, ask())).state;

describe('row 12: a question is answered to all applicants, and nobody learns who asked', () => {
  test('row 12: what they see holds no trace of the asker', () => {
    const { state, effects } = acceptedTender(attempt(asked, answer()));
    const seen = JSON.stringify(visibleTo([state], 'P-0099'));
    expect(seen).toContain('May a satellite site be named later?');
    for (const trace of ['P-0042', 'Blackmore', applicant.name, applicant.objectId, 'CQ-1']) expect(seen).not.toContain(trace);
    expect(effects).toMatchObject([{ kind: 'record-audit' }, { kind: 'tell', audience: 'all-applicants' }]);
  });

  test('row 12: a text that names the asker is not published', () => {
    for (const told of [{ question: 'May BLACKMORE VALE name a site later?' }, { answer: 'Yes, Blackmore Vale may.' }])
      expect(refusedTender(attempt(asked, answer(told)))).toMatchObject({ code: 'names-the-asker', field: `/${Object.keys(told)[0]}` });
  });

  test('row 12: the asker sees their own question while it waits, others do not', () => {
    expect(visibleTo([asked], 'P-0042').own).toEqual([{ ref: 'CQ-1', question: asked.question }]);
    expect(visibleTo([asked], 'P-0099')).toEqual({ answered: [], own: [] });
  });

  test('row 12: questions end at their own time, answers at the close', () => {
    expect(attempt(undefined, ask(), tenderNow).ok).toBe(true);
    expect(refusedTender(attempt(undefined, ask(), '2026-12-18T17:00:00Z')).code).toBe('round-late');
    expect(attempt(asked, answer(), '2026-12-31T11:59:00Z').ok).toBe(true);
    expect(refusedTender(attempt(asked, answer(), closesAt)).code).toBe('round-late');
  });

  test('row 12: why a question was declined is told to the asker only', () => {
    const { state, effects } = acceptedTender(
      attempt(asked, { ...given(commissioner), kind: 'decline-clarification', reason: 'It is about another framework.' }),
    );
    expect(visibleTo([state], 'P-0099').answered).toEqual([]);
    expect(effects).toMatchObject([{ kind: 'record-audit' }, { kind: 'tell', audience: 'applicant' }]);
  });
});

const by = fc.constant(commissioner);
const words = fc.constantFrom('', 'May we?', 'May Blackmore Vale?', 'Born on 3 April 2014');

test('whatever commands come, a question keeps to its table', () => {
  expect(Object.keys(clarificationMachine.states)).toEqual([...clarificationStatuses]);
  const asks = holdsForAllStories(
    clarificationMachine,
    decideClarification,
    {
      commands: {
        'ask-clarification': fc.record({
          by,
          ref: fc.constant('CQ-1'),
          roundRef: fc.constant('RD-2027'),
          askedBy: fc.constant('P-0042'),
          question: words,
        }),
        'answer-clarification': fc.record({ by, question: words, answer: words }),
        'decline-clarification': fc.record({ by, reason: words }),
        'withdraw-clarification': fc.record({ by }),
      },
      facts: fc.record({ roles: anyRoles, round: fc.constant(round), askerNames: fc.constant(names) }),
      now: fc.constantFrom(tenderNow, whileOpen, closesAt),
    },
    {
      holds: (state) => {
        expect(state.published === undefined).toBe(state.status !== 'answered');
        expect(JSON.stringify(state.published ?? '')).not.toMatch(/blackmore vale/iu);
      },
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'ask-clarification': ['tell commissioners'],
    'answer-clarification': ['tell all-applicants'],
    'decline-clarification': ['tell applicant'],
  });
});
