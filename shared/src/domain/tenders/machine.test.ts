import { tenderActions } from './action.ts';
import { tenderMachines } from './machines.ts';

test.each(tenderMachines.map((machine) => [machine.subject, machine] as const))(
  'the table of %s is whole',
  (_subject, { states, ends, moves }) => {
    const known = Object.keys(states);
    // Every state can be reached, and left unless it is an end; no pair of state and command has two rows, and nothing stays that is not there.
    expect(new Set(moves.flatMap(({ to }) => to.filter((state) => state !== 'same')))).toEqual(new Set(known));
    const left = new Set(moves.flatMap(({ from }) => from));
    expect(known.filter((state) => !left.has(state))).toEqual(ends);
    const pairs = moves.flatMap(({ command, from }) => from.map((state) => `${state} ${command}`));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(moves.filter(({ from, to }) => from.includes('none') && to.includes('same'))).toEqual([]);
  },
);

test('each command is one action of the audit chain, and each action is of one command', () => {
  expect(tenderMachines.flatMap(({ moves }) => [...new Set(moves.map(({ audit }) => audit))])).toEqual([...tenderActions]);
  for (const { moves } of tenderMachines)
    expect(new Set(moves.map(({ command, audit }) => `${command} ${audit}`)).size).toBe(new Set(moves.map(({ command }) => command)).size);
});
