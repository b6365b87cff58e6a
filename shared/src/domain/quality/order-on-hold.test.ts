import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aMembership, head, schoolMembers, senco, stranger } from '../call-off/call-off.fixture.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { type Person, samePerson, theProduct } from '../people/person.ts';
import { answerBy } from './answer-deadline.ts';
import { decideOrderOnHold } from './decide-order-on-hold.ts';
import { type Machine, rowsOf, runMachine } from './machine.fixture.ts';
import { orderHoldStates } from './order-hold.ts';
import {
  type OrderHoldCommand,
  type OrderHoldCommandKind,
  type OrderHoldFacts,
  type OrderOnHold,
  orderHoldCommands,
  orderHoldTable,
  runningOrder,
} from './order-on-hold.ts';
import { ada, byClock, byHand, refusalOf, stateAfter, worksOf } from './quality.fixture.ts';

const facts = (told: Partial<OrderHoldFacts> = {}): OrderHoldFacts => ({
  openHolds: ['P-0001-H1'],
  buyerMembers: schoolMembers,
  termDates: sampleTermDates,
  ...told,
});
const order = runningOrder('CO-7K3M-9QXT', '113800', senco);
const put = (present = order, holdRef = 'P-0001-H1', told: Partial<OrderHoldFacts> = {}) =>
  decideOrderOnHold(present, { ...byClock(), kind: 'put-on-hold', holdRef }, facts(told));
const asked = () => stateAfter(put());
const answer = (present: OrderOnHold, by: Person, kind: 'continue' | 'pause' | 'end' | 'resume', reason = 'The pupil is settled.') =>
  decideOrderOnHold(present, { ...byHand(by), kind, reason }, facts());
const release = (present: OrderOnHold, openHolds: readonly string[] = []) =>
  decideOrderOnHold(present, { ...byClock(), kind: 'release' }, facts({ openHolds }));

describe('R43: until when a school has to answer', () => {
  test.each([
    ['a Tuesday in term', '2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z'],
    ['early on a school day', '2026-11-24T03:00:00Z', '2026-11-25T10:00:00Z'],
    ['a Friday', '2026-11-27T16:00:00Z', '2026-11-30T10:00:00Z'],
    ['the last day of term', '2026-12-18T15:00:00Z', '2027-01-05T10:00:00Z'],
    ['in summer time', '2027-06-08T12:00:00Z', '2027-06-09T09:00:00Z'],
    ['shortly before midnight in summer', '2027-06-08T23:30:00Z', '2027-06-10T09:00:00Z'],
    ['before half-term', '2027-02-12T12:00:00Z', '2027-02-22T10:00:00Z'],
  ])('%s', (_what, now, expected) => {
    expect(answerBy(now, sampleTermDates)).toBe(expected);
  });

  test('where no term dates are known, the next working day will do', () => {
    expect(answerBy('2026-12-24T12:00:00Z', [])).toBe('2026-12-29T10:00:00Z');
    expect(answerBy('2036-12-26T12:00:00Z', [])).toBe('2036-12-29T10:00:00Z');
  });
});

describe('R19: a live order whose provider is held', () => {
  test('is on hold, and its buyer is asked once for each hold', () => {
    expect(asked()).toMatchObject({ state: 'asked', answerBy: '2026-11-25T10:00:00Z' });
    expect(worksOf(put())).toContainEqual({ kind: 'ask-buyer-about-order', holdRef: 'P-0001-H1' });
    expect(refusalOf(put(asked())).code).toBe('hold-already-placed');
    expect(refusalOf(put(order, 'P-0001-H1', { openHolds: [] })).code).toBe('hold-not-found');
  });

  test('goes on only with a reason that names no pupil', () => {
    expect(refusalOf(answer(asked(), senco, 'continue', ''))).toMatchObject({ code: 'reason-required', field: '/reason' });
    expect(refusalOf(answer(asked(), senco, 'continue', 'Jack Smith is settled.')).code).toBe('text-names-a-pupil');
    expect(stateAfter(answer(asked(), senco, 'continue'))).toMatchObject({ state: 'continued', answeredBy: senco });
  });

  test.each(['pause', 'end'] as const)('the school may %s it without saying why; the provider is told', (kind) => {
    expect(worksOf(answer(asked(), head, kind, ''))[0]).toMatchObject({ kind: 'tell-provider-of-answer' });
  });

  test('is decided by the school that made it, by nobody else', () => {
    for (const by of [stranger, ada, theProduct]) expect(answer(asked(), by, 'end').ok).toBe(false);
    const elsewhere = [aMembership(senco, ['approver'], { buyerRef: '113801' })];
    const command = { ...byHand(senco), kind: 'end' } as const;
    expect(refusalOf(decideOrderOnHold(asked(), command, facts({ buyerMembers: elsewhere }))).code).toBe('not-your-order');
    const left = [aMembership(senco, ['requester'], { status: 'removed' })];
    expect(refusalOf(decideOrderOnHold(asked(), command, facts({ buyerMembers: left }))).code).toBe('not-your-order');
    expect(refusalOf(decideOrderOnHold(asked(), { ...command, channel: 'link' }, facts())).code).toBe('not-a-person');
  });

  test('is neither kept nor ended by silence: the head and the commissioner are told, and the school can still answer', () => {
    const miss = (now: string) => decideOrderOnHold(asked(), { ...byClock(now), kind: 'miss-answer' }, facts());
    expect(refusalOf(miss('2026-11-25T09:59:59Z')).code).toBe('not-yet-due');
    const silent = miss('2026-11-25T10:00:00Z');
    expect(stateAfter(silent).state).toBe('unanswered');
    expect(worksOf(silent).slice(0, 2)).toEqual([{ kind: 'tell-head' }, { kind: 'tell-commissioners', news: 'order-unanswered' }]);
    expect(stateAfter(answer(stateAfter(silent), head, 'end')).state).toBe('ended');
  });

  test('is asked about again when another hold is placed, whatever was answered', () => {
    const continued = stateAfter(answer(asked(), senco, 'continue'));
    const again = stateAfter(put(continued, 'P-0001-H2', { openHolds: ['P-0001-H1', 'P-0001-H2'] }));
    expect(again).toMatchObject({ state: 'asked', holdRef: 'P-0001-H2', answeredBy: undefined, reason: undefined });
  });

  test('that was paused stays paused when the hold is gone, until the school takes it up again', () => {
    const paused = stateAfter(answer(asked(), senco, 'pause'));
    expect(refusalOf(answer(paused, senco, 'resume')).code).toBe('provider-held');
    expect(refusalOf(release(paused, ['P-0001-H2'])).code).toBe('provider-held');
    const released = stateAfter(release(paused));
    expect(released.state).toBe('paused');
    expect(refusalOf(release(released)).code).toBe('already-recorded');
    expect(stateAfter(answer(released, senco, 'resume')).state).toBe('running');
    expect(stateAfter(release(asked())).state).toBe('running');
  });
});

const tries = fc
  .record({
    kind: fc.constantFrom<OrderHoldCommandKind>(...orderHoldCommands),
    by: fc.constantFrom(senco, senco, head, stranger, ada, theProduct),
    trusted: fc.boolean(),
    channel: fc.constantFrom('page' as const, 'card' as const, 'page' as const, 'link' as const, 'clock' as const),
    later: fc.constantFrom(0, 0, 60_000, 86_400_000),
    text: fc.constantFrom('Good reason.', 'Good reason.', '', 'Jack Smith said so.'),
    openHolds: fc.constantFrom([], ['P-0001-H1'], ['P-0001-H1', 'P-0001-H2']),
    hold: fc.constantFrom('P-0001-H1', 'P-0001-H2'),
  })
  .map((told) => (present: OrderOnHold, id: string): { command: OrderHoldCommand; facts: OrderHoldFacts } => {
    const isClockwork = told.trusted && ['put-on-hold', 'miss-answer', 'release'].includes(told.kind);
    const command = {
      id,
      by: isClockwork ? theProduct : told.by,
      channel: isClockwork ? 'clock' : told.channel,
      now: new Date(Date.parse(present.history.at(-1)?.at ?? '2026-11-24T10:00:00Z') + told.later).toISOString(),
      receipted: new Set<string>(),
      kind: told.kind,
      reason: told.text,
      holdRef: told.hold,
    } as OrderHoldCommand;
    return { command, facts: facts({ openHolds: told.openHolds }) };
  });

const machine: Machine<OrderOnHold, OrderHoldCommand, OrderHoldFacts> = {
  start: () => order,
  decide: decideOrderOnHold,
  stateOf: ({ state }) => state,
  states: orderHoldStates,
  table: orderHoldTable,
  tries,
  holds: (before, command, after, { openHolds }) => {
    const isSchool = schoolMembers.some(({ person }) => samePerson(person, command.by));
    // Only the school goes on, pauses, ends or takes up again; time and holds never do.
    if (['continued', 'paused', 'ended'].includes(after.state) && after.state !== before.state) assert.equal(isSchool, true);
    if (after.state === 'running') assert.equal(isSchool || (command.kind === 'release' && openHolds.length === 0), true);
    if (after.state === 'continued') expect(after.reason).toBeTruthy();
    assert.equal(after.answerBy !== undefined, after.state === 'asked' || after.state === 'unanswered');
  },
};

test('random commands to a live order reach no state beside the table, and take every way of it', () => {
  const taken = runMachine(machine, { runs: 800, seed: 20261126 });
  expect(rowsOf(orderHoldTable).filter((row) => !taken.has(row))).toEqual([]);
});
