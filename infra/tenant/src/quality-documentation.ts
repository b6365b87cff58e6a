import type { QualityMachine } from '@ap/shared/domain/quality/machines';

/** Mermaid takes no hyphen in the name of a state. */
const node = (state: string): string => state.replaceAll('-', '_');
const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const sectionOf = ({ subject, starts, table }: QualityMachine): readonly string[] => {
  const states = [...new Set([...starts, ...table.flatMap(({ from, to }) => [from, ...to])])];
  return [
    `## ${subject}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.filter((state) => state.includes('-')).map((state) => `  state "${state}" as ${node(state)}`),
    ...starts.map((state) => `  [*] --> ${node(state)}`),
    // What leaves a state as it is would only clutter the drawing: the table has it.
    ...table.flatMap(({ from, command, to }) =>
      to.filter((state) => state !== from).map((state) => `  ${node(from)} --> ${node(state)}: ${command}`),
    ),
    ...states.filter((state) => !table.some(({ from }) => from === state)).map((state) => `  ${node(state)} --> [*]`),
    '```',
    '',
    '| from | command | to |',
    '| --- | --- | --- |',
    ...table.map(({ from, command, to }) => `| \`${from}\` | \`${command}\` | ${code(to)} |`),
    '',
  ];
};

/** The state machines of quality in Markdown: a drawing and a table each. */
export const qualityDocumentation = (machines: readonly QualityMachine[]): string =>
  [
    '# How quality is kept',
    '',
    'Generated from the tables in `shared/src/domain/quality` by `npm run docs`. Do not edit: change the table, then generate it again.',
    '',
    'Decisions obey these tables: any pair of state and command that is not listed is refused. Each accepted command is one version of its record and one event of the audit chain.',
    '',
    ...machines.flatMap(sectionOf),
  ].join('\n');
