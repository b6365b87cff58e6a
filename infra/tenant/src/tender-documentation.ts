import { type Machine, targetsOf } from '@ap/shared/domain/tenders/machine';
import { tenderRoleNames } from '@ap/shared/domain/tenders/role';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** Mermaid takes no hyphen in the name of a state. */
const node = (state: string): string => (state === 'none' ? '[*]' : state.replaceAll('-', '_'));

/** A command that leaves a state as it is would only clutter the drawing: the table has it. */
const arrowsOf = ({ moves }: Machine<string, string>): readonly string[] =>
  moves.flatMap((move) =>
    move.from.flatMap((start) =>
      targetsOf(move, start)
        .filter((end) => end !== start)
        .map((end) => `  ${node(start)} --> ${node(end)}: ${move.command}`),
    ),
  );

const sectionOf = (machine: Machine<string, string>): readonly string[] => [
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
      `| \`${command}\` | ${[code(from), code(to), by.map((role) => tenderRoleNames[role]).join(', '), guard].map(cell).join(' | ')} | \`${audit}\` |`,
  ),
  '',
];

/** The state machines in Markdown: a drawing and a table each. */
export const tenderDocumentation = (machines: readonly Machine<string, string>[]): string =>
  [
    '# How a provider gets onto the framework',
    '',
    'Generated from the tables in `shared/src/domain/tenders` by `npm run docs`. Do not edit: change the table, then generate it again.',
    '',
    'Decisions obey these tables: any pair of state and command that is not listed is refused. `none` is a record that does not exist yet, `same` the state as it was.',
    'Rules (R) and rows are those of the domain page. Each accepted command is one version of its record and one event of the audit chain.',
    '',
    ...machines.flatMap(sectionOf),
  ].join('\n');
