import { tenderActions } from './action.ts';
import { applicationMachine } from './application/application-machine.ts';
import { awardMachine } from './award/award-machine.ts';
import { clarificationMachine } from './clarification/clarification-machine.ts';
import { lotApplicationMachine } from './evaluation/lot-application-machine.ts';
import { rankingMachine } from './evaluation/ranking-machine.ts';
import { scoreSheetMachine } from './evaluation/score-sheet-machine.ts';
import { frameworkMachine } from './framework/framework-machine.ts';
import type { Machine } from './machine.ts';
import { priceBookMachine } from './prices/price-book-machine.ts';
import { roundMachine } from './round/round-machine.ts';

const machines: readonly Machine<string, string>[] = [
  frameworkMachine,
  roundMachine,
  clarificationMachine,
  applicationMachine,
  scoreSheetMachine,
  lotApplicationMachine,
  rankingMachine,
  awardMachine,
  priceBookMachine,
];

test.each(machines.map((machine) => [machine.subject, machine] as const))(
  'the table of %s is whole',
  (_subject, { states, ends, moves }) => {
    const known = Object.keys(states);
    // Every state can be reached, and left unless it is an end; no command has two rows.
    expect(new Set(moves.flatMap(({ to }) => to))).toEqual(new Set(known));
    const left = new Set(moves.flatMap(({ from }) => from));
    expect(known.filter((state) => !left.has(state))).toEqual(ends);
    expect(new Set(moves.map(({ command }) => command)).size).toBe(moves.length);
  },
);

test('each command is one action of the audit chain, and each action is of one command', () => {
  expect(machines.flatMap(({ moves }) => moves.map(({ audit }) => audit))).toEqual([...tenderActions]);
});
