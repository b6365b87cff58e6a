import { blockActions } from './block-action.ts';
import { blockMachine } from './block-machine.ts';

const { states, ends, moves } = blockMachine;

test('the table of the block purchase is whole', () => {
  const known = Object.keys(states);
  expect(new Set(moves.flatMap(({ to }) => to))).toEqual(new Set(known));
  const left = new Set<string>(moves.flatMap(({ from }) => from));
  expect(known.filter((state) => !left.has(state)).sort()).toEqual([...ends].sort());
  const pairs = moves.flatMap(({ command, from }) => from.map((state) => `${state} ${command}`));
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('each command is one action of the audit chain, and each action is of one command', () => {
  expect([...new Set(moves.map(({ audit }) => audit))]).toEqual([...blockActions]);
  expect(new Set(moves.map(({ command, audit }) => `${command} ${audit}`)).size).toBe(blockActions.length);
});
