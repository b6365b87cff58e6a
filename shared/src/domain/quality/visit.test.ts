import assert from 'node:assert/strict';
import fc from 'fast-check';
import { senco } from '../call-off/call-off.fixture.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { decideVisit } from './decide-visit.ts';
import { type Machine, rowsOf, runMachine } from './machine.fixture.ts';
import { ada, ben, byHand, commissioners, cyd, everybody, now, refusalOf, stateAfter, today } from './quality.fixture.ts';
import {
  nextVisitDue,
  planVisit,
  type Visit,
  type VisitCommand,
  type VisitCommandKind,
  type VisitFacts,
  visitCommands,
  visitStatuses,
  visitTable,
} from './visit.ts';
import { defaultVisitQuestions } from './visit-questions.ts';

const facts: VisitFacts = { councilMembers: commissioners };
const plan = (plannedFor = today, by = ada) => planVisit({ ...byHand(by), ref: 'V-00001', providerRef: 'P-0001', plannedFor }, facts);
const decide = (present: Visit, command: VisitCommand) => decideVisit(present, command, facts);
const held = (): Visit =>
  stateAfter(
    decide(stateAfter(plan()), { ...byHand(ada), kind: 'record', heldOn: today, findings: 'Calm rooms, two doors without closers.' }),
  );
const acting = (): Visit =>
  stateAfter(decide(held(), { ...byHand(ada), kind: 'add-action', text: 'Put closers on the doors.', dueOn: localDate('2026-12-01') }));

describe('R21: what every visit looks at', () => {
  test('is the four default questions: an illegal school, communication, impact and safety', () => {
    expect(defaultVisitQuestions.map(({ key }) => key)).toEqual(['not-an-illegal-school', 'communication', 'impact', 'safety']);
    for (const { question } of defaultVisitQuestions) expect(question).toMatch(/[?]$/);
  });
});

describe('a visit', () => {
  test('is planned by a commissioner for a day to come, and recorded when it was held', () => {
    expect(refusalOf(plan(today, senco)).code).toBe('not-a-commissioner');
    expect(refusalOf(plan(localDate('2026-11-23'))).field).toBe('/plannedFor');
    expect(held()).toMatchObject({ status: 'held', heldBy: ada, heldOn: today });
    const early = { ...byHand(ada), kind: 'record', heldOn: localDate('2026-11-25'), findings: 'All well.' } as const;
    expect(refusalOf(decide(stateAfter(plan()), early)).field).toBe('/heldOn');
    expect(refusalOf(decide(stateAfter(plan()), { ...early, heldOn: today, findings: 'Met Jack Smith.' })).code).toBe('text-names-a-pupil');
  });

  test('leaves actions with a due date; one is done when a commissioner says so', () => {
    const [action] = acting().actions;
    expect(action).toEqual({ ref: 'V-00001-A1', text: 'Put closers on the doors.', dueOn: '2026-12-01' });
    const close = { ...byHand(ada), kind: 'close' } as const;
    expect(refusalOf(decide(acting(), close)).code).toBe('actions-open');
    const evidenced = stateAfter(decide(acting(), { ...byHand(ada), kind: 'evidence-action', actionRef: 'V-00001-A1' }));
    expect(refusalOf(decide(evidenced, close)).code).toBe('actions-open');
    const done = stateAfter(decide(evidenced, { ...byHand(ben), kind: 'finish-action', actionRef: 'V-00001-A1' }));
    expect(done.actions[0]).toMatchObject({ doneBy: ben, evidence: { recordedBy: ada } });
    expect(stateAfter(decide(done, close)).status).toBe('closed');
    expect(refusalOf(decide(done, { ...byHand(ben), kind: 'finish-action', actionRef: 'V-00001-A1' })).code).toBe('already-recorded');
    expect(refusalOf(decide(done, { ...byHand(ben), kind: 'finish-action', actionRef: 'V-00001-A2' })).code).toBe('action-not-found');
  });

  test('is due again so many months after the last that was held', () => {
    expect(nextVisitDue([{ ...held(), heldOn: localDate('2025-03-31') }, held()], 'P-0001', 12)).toBe('2027-11-24');
    expect(nextVisitDue([held(), stateAfter(plan())], 'P-0002', 12)).toBeUndefined();
    expect(nextVisitDue([stateAfter(plan())], 'P-0001', 12)).toBeUndefined();
  });
});

const tries = fc
  .record({
    kind: fc.constantFrom<VisitCommandKind>(...visitCommands),
    by: fc.constantFrom(...everybody, ada, ben, cyd, ada, ben, cyd),
    channel: fc.constantFrom('page' as const, 'card' as const, 'page' as const, 'link' as const),
    ahead: fc.constantFrom(-1, 0, 0, 1),
    text: fc.constantFrom('Good reason.', 'Good reason.', '', 'Jack Smith said so.'),
    action: fc.integer({ min: 1, max: 3 }),
    link: fc.constantFrom(undefined, 'https://council.example/e', 'ftp://x'),
  })
  .map((told) => (present: Visit, id: string): { command: VisitCommand; facts: VisitFacts } => {
    const on = addDays(today, told.ahead);
    const command = {
      id,
      by: told.by,
      channel: told.channel,
      now,
      receipted: new Set<string>(),
      kind: told.kind,
      plannedFor: on,
      heldOn: on,
      dueOn: on,
      findings: told.text,
      reason: told.text,
      text: told.text,
      actionRef: `${present.ref}-A${told.action}`,
      link: told.link,
    } as VisitCommand;
    return { command, facts };
  });

const machine: Machine<Visit, VisitCommand, VisitFacts> = {
  start: () => stateAfter(plan()),
  decide: decideVisit,
  stateOf: ({ status }) => status,
  states: visitStatuses,
  table: visitTable,
  tries,
  holds: (before, _command, after) => {
    assert.ok(after.actions.length >= before.actions.length);
    assert.equal(after.heldOn !== undefined, after.status === 'held' || after.status === 'closed');
    if (after.status === 'closed') for (const { doneBy } of after.actions) expect(doneBy).toBeDefined();
  },
};

test('random commands to a visit reach no state beside the table, and take every way of it', () => {
  const taken = runMachine(machine, { runs: 300, seed: 20261126 });
  expect(rowsOf(visitTable).filter((row) => !taken.has(row))).toEqual([]);
});
