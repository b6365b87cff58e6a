import { allOf, oneOf } from '../texts/one-of.ts';
import { type Machine, moveOf, tableRefuses, targetsOf } from './machine.ts';

type State = 'open' | 'closed';
type Role = 'keeper' | 'guest';

/** A door: made once, closed by its keeper or a guest, opened by its keeper; looking at it changes nothing. */
const door: Machine<State, 'make' | 'close' | 'open' | 'look', Role> = {
  subject: 'the door',
  states: { open: 'open', closed: 'closed' },
  ends: [],
  moves: [
    { command: 'make', does: 'make a door', from: ['none'], to: ['open'], by: ['keeper'], guard: '', audit: 'made' },
    { command: 'close', does: 'close it', from: ['open'], to: ['closed'], by: ['keeper', 'guest'], guard: '', audit: 'closed' },
    { command: 'open', does: 'open it', from: ['closed'], to: ['open'], by: ['keeper'], guard: '', audit: 'opened' },
    { command: 'look', does: 'look at it', from: ['open'], to: ['same'], by: ['guest'], guard: '', audit: 'looked' },
    { command: 'look', does: 'look at it closed', from: ['closed'], to: ['same', 'open'], by: ['keeper'], guard: '', audit: 'looked' },
  ],
};
const names: Readonly<Record<Role, string>> = { keeper: 'the keeper', guest: 'a guest' };
const refuses = (command: 'make' | 'close' | 'open' | 'look', from: State | 'none', ...roles: readonly Role[]) => {
  const refusal = tableRefuses(door, moveOf(door, command, from), from, roles, names);
  return refusal && `${refusal.code}: ${refusal.detail}`;
};

describe('a table of states', () => {
  test('lets a command that it lists through, to whoever may give it', () => {
    expect(refuses('make', 'none', 'keeper')).toBeUndefined();
    expect(refuses('close', 'open', 'guest')).toBeUndefined();
    expect(refuses('look', 'closed', 'keeper')).toBeUndefined();
  });

  test('refuses everybody else first, and says who may', () => {
    expect(refuses('close', 'closed')).toBe('not-your-role: Only the keeper or a guest can close it.');
    expect(refuses('open', 'closed', 'guest')).toBe('not-your-role: Only the keeper can open it.');
    expect(refuses('look', 'closed', 'guest')).toBe('not-your-role: Only the keeper can look at it closed.');
  });

  test('refuses what the state does not allow, what there is not yet, and what there is already', () => {
    expect(refuses('open', 'open', 'keeper')).toBe('not-in-this-state: You cannot open it: the door is open.');
    expect(refuses('open', 'none', 'keeper')).toBe('not-in-this-state: You cannot open it: there is no such record yet.');
    expect(refuses('make', 'open', 'keeper')).toBe('already-made: You cannot make a door: it was made before.');
  });

  test('says where a command leads: nowhere from a state that is not listed', () => {
    const [made, , , , looked] = door.moves;
    if (!made || !looked) throw new Error('The door has five rows.');
    expect(targetsOf(made, 'none')).toEqual(['open']);
    expect(targetsOf(made, 'open')).toEqual([]);
    expect(targetsOf(looked, 'closed')).toEqual(['closed', 'open']);
  });

  test('has the row of a state before any other of the command, and knows no command that it does not list', () => {
    expect([moveOf(door, 'look', 'open'), moveOf(door, 'look', 'closed'), moveOf(door, 'look', 'none')]).toEqual([
      door.moves[3],
      door.moves[4],
      door.moves[3],
    ]);
    expect(() => moveOf(door, 'burn' as 'look', 'open')).toThrow(new RangeError('the door has no command burn'));
  });
});

test('names are joined as people say them', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(oneOf)).toEqual(['', 'A', 'A or B', 'A, B or C']);
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(allOf)).toEqual(['', 'A', 'A and B', 'A, B and C']);
});
