import { type Machine, targetsOf } from '@ap/shared/domain/machine/machine';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** Mermaid takes no hyphen in the name of a state. */
const node = (state: string): string => (state === 'none' ? '[*]' : state.replaceAll('-', '_'));

/** A command that leaves a state as it is would only clutter the drawing: the table has it. */
const arrowsOf = ({ moves }: Machine): readonly string[] =>
  moves.flatMap((move) =>
    move.from.flatMap((start) =>
      targetsOf(move, start)
        .filter((end) => end !== start)
        .map((end) => `  ${node(start)} --> ${node(end)}: ${move.command}`),
    ),
  );

/** One state machine in Markdown: a drawing and a table. `roleNames`: each role in words. */
export const machineSection = <Role extends string>(
  machine: Machine<string, string, Role>,
  roleNames: Readonly<Record<Role, string>>,
): readonly string[] => [
  `## ${capital(machine.subject)}`,
  '',
  '```mermaid',
  'stateDiagram-v2',
  ...Object.keys(machine.states)
    .filter((state) => state.includes('-'))
    .map((state) => `  state "${state}" as ${node(state)}`),
  ...arrowsOf(machine),
  ...machine.ends.map((state) => `  ${node(state)} --> [*]`),
  '```',
  '',
  '| command | from | to | given by | only when | audit |',
  '| --- | --- | --- | --- | --- | --- |',
  ...machine.moves.map(
    ({ command, from, to, by, guard, audit }) =>
      `| \`${command}\` | ${[code(from), code(to), by.map((role) => roleNames[role]).join(', '), guard].map(cell).join(' | ')} | \`${audit}\` |`,
  ),
  '',
];
