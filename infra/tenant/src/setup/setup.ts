import { administratorGraph } from '../graph/graph.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { carryOut, carryOutStep, type Patience, usualPatience } from './carry-out.ts';
import type { Judgement, Step, Workshop } from './step.ts';
import { byHand, everyStep } from './steps.ts';
import type { Wanted } from './wanted.ts';

export interface SetupOptions {
  readonly settings: TenantSettings;
  readonly wanted: Wanted;
  readonly say: (line: string) => void;
  /** Asked once, after the plan was shown: whether to carry it out. Absent: the plan is shown and nothing is done. */
  readonly confirm?: (question: string) => Promise<boolean>;
  readonly steps?: readonly Step[];
  readonly patience?: Patience;
}

export type SetupOutcome = 'nothing-to-do' | 'planned' | 'done' | 'declined';

/** What a step would do, as lines. */
const describe = ({ name, needs }: Step, { changes, waits, refused, byHand: own = [] }: Judgement): readonly string[] => {
  const lines = [
    ...changes.map(({ say }) => `  ${say}`),
    ...(waits === undefined ? [] : [`  WAITS ${waits}`]),
    ...(refused === undefined ? [] : [`  REFUSED ${refused}`]),
    ...own.map((line) => `  BY HAND ${line}`),
  ];
  return lines.length === 0 ? [`${name}: as it must be.`] : [`${name} (${needs}):`, ...lines];
};

const workshopOf = ({ settings, wanted }: SetupOptions): Workshop => ({ graph: administratorGraph(settings), settings, wanted });

/**
 * Brings a tenant to what the product needs of it: shows what each step would do, asks, and does it. What is there already is left; run again after any failure it
 * goes on where it stopped. Throws a sentence for what is refused.
 */
export const setUp = async (options: SetupOptions): Promise<SetupOutcome> => {
  const { say, confirm, steps = everyStep, patience = usualPatience } = options;
  const workshop = workshopOf(options);
  const refused: string[] = [];
  let changes = 0;
  for (const step of steps) {
    const judgement = await step.forward(workshop);
    describe(step, judgement).forEach(say);
    changes += judgement.changes.length;
    if (judgement.refused !== undefined) refused.push(step.name);
  }
  if (refused.length > 0) throw new Error(`Nothing was changed: ${refused.join(', ')} must be settled first (REFUSED above).`);
  if (changes === 0) {
    say('Nothing to do.');
    return 'nothing-to-do';
  }
  if (!confirm) {
    say('Nothing was changed. --apply carries this out.');
    return 'planned';
  }
  if (!(await confirm('Carry this out?'))) return 'declined';
  for (const step of steps) {
    say(`${step.name}…`);
    await carryOutStep(workshop, step, { patience, say });
  }
  say('Done, and read back: every step is as it must be.');
  for (const line of byHand) say(`BY HAND ${line}`);
  return 'done';
};

export interface UndoOptions extends SetupOptions {
  /** Lists that have rows are deleted, too. */
  readonly withRows: boolean;
}

/** Takes back what `setUp` made, the last step first. What it did not make stays, and is named. */
export const undo = async (options: UndoOptions): Promise<SetupOutcome> => {
  const { say, confirm, steps = everyStep, patience = usualPatience, withRows } = options;
  const workshop = workshopOf(options);
  const reversed = [...steps].reverse();
  let changes = 0;
  for (const step of reversed) {
    const judgement = await step.backward(workshop, withRows);
    changes += judgement.changes.length;
    if (judgement.changes.length + (judgement.byHand?.length ?? 0) > 0) describe(step, judgement).forEach(say);
  }
  if (changes === 0) {
    say('Nothing to take back.');
    return 'nothing-to-do';
  }
  if (!confirm) {
    say('Nothing was changed. --undo --apply carries this out.');
    return 'planned';
  }
  if (!(await confirm('Take all of this back?'))) return 'declined';
  for (const step of reversed)
    for (const change of (await step.backward(workshop, withRows)).changes) await carryOut(workshop, change, patience);
  say('Taken back.');
  return 'done';
};
