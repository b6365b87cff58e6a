import type { Machine } from '../machine/machine.ts';
import { personKey } from '../people/person.ts';
import { unwritten } from './aggregate.ts';
import { aCommand, head, now } from './call-off.fixture.ts';
import { stateRoom } from './call-off-room.ts';
import { type AuditWork, deciderOf, type GivenCommand, type Moves, type MovingRecord } from './decider.ts';

type Work = AuditWork<string> | { readonly kind: 'ring' };
interface Door extends MovingRecord<Work> {
  readonly status: 'open' | 'closed' | 'gone';
  readonly paint?: string;
}
interface Make extends GivenCommand {
  readonly kind: 'make';
}
interface Move extends GivenCommand {
  readonly kind: 'close' | 'paint' | 'rescue' | 'remove' | 'stray' | 'swap' | 'burn';
  readonly paint?: string;
}
const row = (command: Make['kind'] | Move['kind'], from: 'none' | 'open', to: 'open' | 'closed' | 'gone') =>
  ({ command, does: `${command} it`, from: [from], to: [to], by: ['keeper'], guard: '', audit: `door-${command}` }) as const;
const table: Machine<Door['status'], Make['kind'] | Move['kind'], 'keeper'> = {
  subject: 'the door',
  states: { open: 'open', closed: 'closed', gone: 'gone' },
  ends: ['gone'],
  moves: [
    row('make', 'none', 'open'),
    row('close', 'open', 'closed'),
    row('paint', 'open', 'open'),
    row('rescue', 'open', 'open'),
    row('remove', 'open', 'gone'),
    row('stray', 'open', 'closed'),
    row('swap', 'open', 'open'),
    row('burn', 'open', 'gone'),
  ],
};
interface Facts {
  readonly roles: readonly 'keeper'[];
}
interface Locked {
  readonly ok: false;
  readonly code: 'locked';
}
/** Nothing decides `burn`: a fault that the types would not let pass. */
const moves: Omit<Moves<Door, Move, Facts, Work, Locked>, 'burn'> = {
  close: (present, { paint }) =>
    paint === 'wet'
      ? { ok: false, code: 'locked' }
      : { state: { ...present, status: 'closed' }, what: 'Closed', works: [{ kind: 'ring' }] },
  paint: (present, { paint = '' }) => ({ state: { ...present, paint }, what: 'Painted', comment: 'As asked.' }),
  rescue: (present, { paint = '' }) => ({ state: { ...present, paint }, what: 'Rescued', protects: true }),
  remove: (present) => ({ state: { ...present, status: 'gone' }, what: 'Removed' }),
  stray: (present) => ({ state: { ...present, status: 'gone' }, what: 'Strayed' }),
  swap: (present) => ({ state: { ...present, ref: 'D-2' }, what: 'Swapped' }),
};
const decide = deciderOf<Door, Make, Move, 'keeper', string, Facts, Work, Locked>(
  table,
  { keeper: 'the keeper' },
  { make: () => ({ state: { ref: 'D-1', status: 'open' }, what: 'Made' }) },
  moves as Moves<Door, Move, Facts, Work, Locked>,
);

const keeper = { roles: ['keeper' as const] };
const given = (kind: Make['kind'] | Move['kind'], paint?: string) =>
  ({ ...aCommand(head), kind, ...(paint === undefined ? {} : { paint }) }) as Make | Move;
const told = (present: Door | undefined, command: Make | Move, facts: Facts = keeper) => decide(present, command, facts, now);
const stateAfter = (present: Door | undefined, command: Make | Move): Door => {
  const decision = told(present, command);
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
const open = (): Door => stateAfter(undefined, given('make'));

describe('a command about a record that moves along a table', () => {
  test('makes the record: one version, one line, one audit event first', () => {
    const command = given('make');
    const audit = { kind: 'record-audit', action: 'door-make', actor: personKey(head), id: 'D-1-v1-0', version: 1, madeAt: now };
    expect(told(undefined, command)).toEqual({
      ok: true,
      state: {
        ref: 'D-1',
        status: 'open',
        version: 1,
        history: [{ at: now, by: head.name, what: 'Made' }],
        lastCommands: [{ id: command.id, version: 1 }],
        outbox: [audit],
      },
      effects: [audit],
    });
  });

  test('moves it, with what else is asked of the world after the audit event', () => {
    const decision = told(open(), given('close'));
    expect(decision).toMatchObject({ ok: true, state: { status: 'closed', version: 2 } });
    expect(decision.ok && decision.effects.map(({ kind }) => kind)).toEqual(['record-audit', 'ring']);
    expect(stateAfter(open(), given('paint', 'blue')).history.at(-1)).toMatchObject({ what: 'Painted', comment: 'As asked.' });
  });

  test('that comes again gets its first outcome, whoever may give it by then and wherever the record stands', () => {
    const command = given('close');
    const closed = stateAfter(open(), command);
    expect(told(closed, command, { roles: [] })).toEqual({ ok: true, state: closed, effects: [], replay: { version: 2 } });
  });

  test('is refused by the table first, then by its own guard', () => {
    expect(told(open(), given('close', 'wet'), { roles: [] })).toMatchObject({ code: 'not-your-role' });
    expect(told(undefined, given('close'))).toMatchObject({ code: 'not-in-this-state' });
    expect(told(open(), given('make'))).toMatchObject({ code: 'already-made' });
    expect(told(open(), given('close', 'wet'))).toEqual({ ok: false, code: 'locked' });
  });

  test('is not taken for one about another record', () => {
    expect(told(open(), given('swap'))).toEqual({
      ok: false,
      code: 'another-record',
      detail: 'You cannot swap it here: this is D-1, and that would be another one.',
    });
  });

  test('that leads where the table does not say, or that nothing decides, is a fault of the code', () => {
    expect(() => told(open(), given('stray'))).toThrow(new RangeError('the door: stray leads to gone, which its table does not list'));
    expect(() => told(open(), given('burn'))).toThrow(new RangeError('the door: nothing decides burn'));
  });
});

describe('a record that is full', () => {
  const full = (): Door => ({ ...unwritten, ref: 'D-1', status: 'open', version: 1, paint: 'x'.repeat(stateRoom - 6_000) });

  test('refuses what does not end it', () => {
    expect(told(full(), given('close'))).toEqual({
      ok: false,
      code: 'record-full',
      detail: 'There is no room left in this record to close it. Shorten what it holds.',
    });
  });

  test('can be ended, or given what protects a child', () => {
    expect(told(full(), given('remove'))).toMatchObject({ ok: true, state: { status: 'gone' } });
    expect(told(full(), given('rescue', 'x'.repeat(stateRoom - 6_000)))).toMatchObject({ ok: true, state: { status: 'open' } });
  });
});
