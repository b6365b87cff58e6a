import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, localDate } from '../days/local-date.ts';
import { personKey, samePerson, theProduct } from '../people/person.ts';
import type { CheckCommand } from './check-command.ts';
import { qaOutcomes } from './check-outcome.ts';
import { type CheckCommandKind, type CheckFacts, type CheckRecord, checkCommands, checkTable } from './check-record.ts';
import { decideCheck } from './decide-check.ts';
import { type Machine, rowsOf, runMachine } from './machine.fixture.ts';
import { holdsUntil } from './qa-check.ts';
import {
  afterCommands,
  aPass,
  aPassedCheck,
  aScheduledCheck,
  byClock,
  checkFacts,
  commissioners,
  everybody,
  today,
} from './quality.fixture.ts';
import { neverWaived, type QaStandard } from './standard.ts';

const likelyNext = (present: CheckRecord): readonly CheckCommandKind[] =>
  checkTable.filter(({ from }) => from === present.outcome).map(({ command }) => command);

const tries = fc
  .record({
    kind: fc.constantFrom<CheckCommandKind>(...checkCommands),
    /** Most tries are among those that the table allows from here. */
    likely: fc.option(fc.nat(20), { freq: 5 }),
    by: fc.constantFrom(...everybody, ...everybody.slice(0, 3), ...everybody.slice(0, 3)),
    channel: fc.constantFrom('page' as const, 'page' as const, 'page' as const, 'card' as const, 'link' as const, 'clock' as const),
    fits: fc.boolean(),
    /** Days since the last thing that happened: time only goes on. */
    later: fc.constantFrom(0, 0, 0, 0, 0, 1, 6, 40, 81),
    ahead: fc.constantFrom(-1, 0, 5, 5, 80, 281),
    text: fc.constantFrom('Good reason.', 'Good reason.', '', 'Jack Smith said so.'),
    safeguardingPause: fc.constantFrom(false, false, false, true),
  })
  .map((told) => (present: CheckRecord, id: string): { command: CheckCommand; facts: CheckFacts } => {
    const likely = likelyNext(present);
    const kind = told.likely === null ? told.kind : (likely[told.likely % Math.max(1, likely.length)] ?? told.kind);
    const isClockwork = ['miss-action', 'become-due', 'remind', 'lapse', 'end-waiver'].includes(kind);
    const date = addDays(localDate(present.history.at(-1)?.at.slice(0, 10) ?? today), told.later);
    const base = {
      id,
      by: isClockwork && told.fits ? theProduct : told.by,
      channel: isClockwork && told.fits ? ('clock' as const) : told.channel,
      now: `${date}T12:00:00Z`,
      receipted: new Set<string>(),
    };
    const on = addDays(date, told.ahead);
    const command = {
      ...aPass(present, { checkedOn: date, expiresOn: on, restsOn: date, confirmation: told.text }),
      ...base,
      kind,
      dueOn: on,
      until: on,
      reason: told.text,
      action: told.text,
    } as CheckCommand;
    return { command, facts: checkFacts({ safeguardingPause: told.safeguardingPause }) };
  });

const machine = (standard: QaStandard, start = () => aScheduledCheck(standard)): Machine<CheckRecord, CheckCommand, CheckFacts> => ({
  start,
  decide: decideCheck,
  stateOf: ({ outcome }) => outcome,
  states: qaOutcomes,
  table: checkTable,
  tries,
  holds: (before, command, after, facts) => {
    // By a commissioner or by the clock, never by anybody else.
    const isCommissioner = commissioners.some(({ person }) => samePerson(person, command.by));
    assert.equal(isCommissioner || (samePerson(command.by, theProduct) && command.channel === 'clock'), true);
    // A waiver has two people behind it, and never covers what is never waived.
    if (after.waivedUntil !== undefined) {
      assert.ok(!neverWaived.includes(after.standard), String(after.standard));
      expect(after.waiver?.decidedBy).toBeDefined();
      expect(personKey(after.waiver?.requestedBy ?? theProduct)).not.toBe(personKey(after.waiver?.decidedBy ?? theProduct));
    }
    if (command.kind.endsWith('waiver') && command.kind !== 'end-waiver' && command.kind !== 'refuse-waiver')
      assert.equal(facts.safeguardingPause, false);
    // Nothing holds but a pass that a commissioner gave, or an approved waiver.
    if (holdsUntil(after) !== undefined && holdsUntil(before) === undefined)
      assert.ok(['pass', 'approve-waiver'].includes(command.kind), String(command.kind));
    // A mandatory check that stops holding always asks for a hold.
    if (after.mandatory && after.outcome === 'failed' && before.outcome !== 'failed')
      assert.equal(
        after.outbox.some((effect) => effect.kind === 'place-hold' && effect.version === after.version),
        true,
      );
  },
});

test.each<QaStandard>(['policies', 'insurance', 'admissions'])(
  'random commands to a check of %s reach no state beside the table',
  (standard) => {
    runMachine(machine(standard), { runs: 150 });
  },
);

test('these commands take every way of the table', () => {
  const aDueCheck = () => afterCommands(aPassedCheck(), { ...byClock('2027-08-20T12:00:00Z'), kind: 'become-due' });
  const taken = new Set([
    ...runMachine(machine('policies'), { runs: 300, seed: 20261126 }),
    ...runMachine(machine('policies', aDueCheck), { runs: 300, seed: 20261126 }),
  ]);
  expect(rowsOf(checkTable).filter((row) => !taken.has(row))).toEqual([]);
});
