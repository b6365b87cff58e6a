import type { Row } from './difference.ts';
import { type OpenQuestion, openQuestions, webhookQuestion } from './open-questions.ts';

/** What a probe found out. */
export interface Findings {
  readonly rows: readonly Row[];
  /** What the service said to the product's app; absent where it was not asked. */
  readonly webhook?: string;
}

/** 0 where everything that the reference holds as documented or seen in the field is as the local tenant has it. */
export const exitCodeOf = ({ rows }: Findings): 0 | 1 => (rows.some(({ binding }) => binding) ? 1 : 0);

const rowLines = ({ section, marks, step, says, local, real, differs, binding }: Row): readonly string[] => {
  const head = `§${section} [${marks}] ${step}`;
  if (differs.length === 0) return [`=  ${head}: ${real}`];
  return [
    `${binding ? '!! DIFFERENT' : '?  DIFFERENT, but not established'}  ${head} (${differs.join(', ')})`,
    `     reference: ${says}`,
    `     local:     ${local}`,
    `     real:      ${real}`,
  ];
};

const questionLine = (rows: readonly Row[], open: OpenQuestion): string => {
  if ('why' in open) return `-  ${open.question}: not tried (${open.why})`;
  const found = rows.filter(({ step }) => open.steps.includes(step));
  const verdict = found.every(({ differs }) => differs.length === 0) ? 'as the local tenant' : 'NOT as the local tenant';
  return `${verdict === 'as the local tenant' ? '=' : '?'}  ${open.question}: ${found.map(({ real }) => real).join(' | ')} (${verdict})`;
};

/** The findings in lines for a person. */
export const reportLines = ({ rows, webhook }: Findings): readonly string[] => {
  const equal = rows.filter(({ differs }) => differs.length === 0).length;
  const binding = rows.filter((row) => row.binding).length;
  return [
    'Each step: the section of the reference, how certain it is of status/code/content (D documented, F seen in the field, U not established).',
    ...rows.flatMap(rowLines),
    '',
    'What the reference leaves open:',
    ...openQuestions.map((open) => questionLine(rows, open)),
    webhook === undefined ? `-  ${webhookQuestion}: not tried (only with --webhook-url)` : `*  ${webhookQuestion}: ${webhook}`,
    '',
    `${rows.length} steps: ${equal} equal, ${rows.length - equal} different, ${binding} of these against something that is documented or seen in the field.`,
  ];
};
