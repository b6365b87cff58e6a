import assert from 'node:assert/strict';
import fc from 'fast-check';
import { senco } from '../call-off/call-off.fixture.ts';
import { addDays } from '../days/local-date.ts';
import { samePerson, theProduct } from '../people/person.ts';
import {
  type Concern,
  type ConcernCommand,
  type ConcernCommandKind,
  type ConcernFacts,
  concernCommands,
  concernOutcomes,
  concernTable,
} from './concern.ts';
import { concernCategories } from './concern-category.ts';
import { concernStatuses } from './concern-status.ts';
import { decideConcern } from './decide-concern.ts';
import { type Machine, rowsOf, runMachine } from './machine.fixture.ts';
import { ada, ben, byHand, commissioners, cyd, everybody, now, stateAfter, today } from './quality.fixture.ts';
import { reportConcern } from './report-concern.ts';

const reported = (category: Concern['category']): Concern =>
  stateAfter(
    reportConcern(
      {
        ...byHand(senco),
        ref: 'C-00002',
        providerRef: 'P-0001',
        ringFirstRead: true,
        rung: ['999', 'mash', 'lado'],
        category,
        severity: 'serious',
        text: 'A door to the road was left open.',
      },
      { others: [] },
    ),
  );

const byTheProduct: readonly ConcernCommandKind[] = ['join', 'take-in', 'close-joined', 'part'];
const tries = fc
  .record({
    kind: fc.constantFrom<ConcernCommandKind>(...concernCommands),
    trusted: fc.boolean(),
    by: fc.constantFrom(...everybody, ada, ben, cyd),
    channel: fc.constantFrom('page' as const, 'card' as const, 'page' as const, 'link' as const, 'clock' as const),
    outcome: fc.constantFrom(...concernOutcomes),
    text: fc.constantFrom('Good ending.', 'Good ending.', '', 'Jack Smith said so.'),
    ahead: fc.constantFrom(-1, 0, 1),
    lead: fc.constantFrom('none' as const, 'open' as const, 'closed' as const, 'closed-with' as const),
    joining: fc.boolean(),
  })
  .map((told) => (_present: Concern, id: string): { command: ConcernCommand; facts: ConcernFacts } => {
    const isClockwork = told.trusted && byTheProduct.includes(told.kind);
    const command = {
      id,
      by: isClockwork ? theProduct : told.by,
      channel: isClockwork ? 'clock' : told.channel,
      now,
      receipted: new Set<string>(),
      kind: told.kind,
      on: addDays(today, told.ahead),
      outcome: told.outcome,
      text: told.text,
      joinedRef: 'C-00003',
    } as ConcernCommand;
    const lead = {
      ref: 'C-00001',
      providerRef: 'P-0001',
      reportedAt: '2026-11-20T09:00:00Z',
      status: told.lead === 'open' ? ('open' as const) : ('closed' as const),
      ...(told.lead === 'open' ? {} : { outcome: told.outcome, closedBy: ben }),
      joined: told.lead === 'closed-with' ? ['C-00002'] : [],
    };
    const later = {
      ref: 'C-00003',
      providerRef: 'P-0001',
      status: 'joined' as const,
      reportedAt: '2026-11-25T09:00:00Z',
      leadRef: 'C-00002',
    };
    const others = [...(told.lead === 'none' ? [] : [lead]), ...(told.joining ? [later] : [])];
    return { command, facts: { councilMembers: commissioners, others } };
  });

const machine = (category: Concern['category']): Machine<Concern, ConcernCommand, ConcernFacts> => ({
  start: () => reported(category),
  decide: decideConcern,
  stateOf: ({ status }) => status,
  states: concernStatuses,
  table: concernTable,
  tries,
  holds: (before, command, after) => {
    assert.deepEqual(after.reportedBy, before.reportedBy);
    assert.equal(after.text, before.text);
    assert.equal(after.status === 'joined' || after.status === 'closed' || after.leadRef === undefined, true);
    if (after.status === 'closed') {
      expect(after.outcome).toBeDefined();
      assert.equal(
        commissioners.some(({ person }) => after.closedBy && samePerson(person, after.closedBy)),
        true,
      );
      if (category === 'adult-may-have-harmed') expect(after.ladoReferral).toBeDefined();
    }
    // A pause is a person's, once, and no later command takes it away.
    if (before.pausedBy) assert.deepEqual(after.pausedBy, before.pausedBy);
    else if (after.pausedBy) expect(after.pausedBy).toEqual(command.by);
  },
});

test.each(concernCategories)('random commands to a concern (%s) reach no state beside the table', (category) => {
  runMachine(machine(category), { runs: 60 });
});

test('these commands take every way of the table', () => {
  const taken = runMachine(machine('other'), { runs: 500, seed: 20261126 });
  expect(rowsOf(concernTable).filter((row) => !taken.has(row))).toEqual([]);
});
