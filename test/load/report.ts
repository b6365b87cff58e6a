import type { ActFigures } from './samples.ts';
import type { DayOutcome } from './school-day.ts';
import type { Stage } from './stage.ts';
import { busiestMinute, byMinute, memoryGrowth, type Sighting } from './watch.ts';

/** What the smallest tenant gives one application in a minute. */
const unitsOfAMinute = 1_250;
/** Memory that grows by less than this over half of the run counts as flat. */
const flat = 1.25;
/** Before so many seconds a process that has just started still grows. */
const warm = 300;
/** How many kinds of call the report names. */
const dearest = 30;

interface Phase {
  readonly outcomes: readonly DayOutcome[];
  readonly figures: readonly ActFigures[];
}

interface Called {
  readonly what: string;
  readonly count: number;
  readonly units: number;
}

export interface LoadRun {
  readonly asked: { readonly schools: number; readonly minutes: number; readonly outage: number };
  readonly sightings: readonly Sighting[];
  readonly afterRush: Sighting;
  /** What the rush asked of Graph, dearest first. */
  readonly byCall: readonly Called[];
  /** What a minute cost in which nobody did anything. */
  readonly idle: { readonly units: number; readonly byCall: readonly Called[] };
  /** When Graph was back. */
  readonly back: Sighting;
  /** When nothing waited any more, or patience ended. */
  readonly drained: Sighting;
  readonly rush: Phase;
  readonly outage: Phase;
  readonly statuses: ReadonlyMap<number, number>;
  /** Requests that were accepted and are not in the register as they should be. */
  readonly missing: readonly string[];
}

/** What was accepted and cannot be found in the register, or stands otherwise than its people were told. */
export const lost = async ({ editor }: Pick<Stage, 'editor'>, outcomes: readonly DayOutcome[]): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const { accepted, ordered } of outcomes) {
    if (accepted === undefined) continue;
    const [row, ...others] = await editor.rows('CallOffs', accepted);
    if (!row || others.length > 0) wrong.push(`${accepted}: ${row ? 'twice' : 'not'} in the register`);
    else if (ordered && row.fields.Status !== 'ordered') wrong.push(`${accepted}: told as ordered, but ${row.fields.Status}`);
  }
  return wrong;
};

const table = (figures: readonly ActFigures[]): readonly string[] => [
  '| act | done | p50 ms | p95 ms | p99 ms | most ms | refused |',
  '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
  ...figures.map(
    ({ act, done, p50, p95, p99, most, refused }) =>
      `| ${[act, done, p50, p95, p99, most, [...refused].map(([what, times]) => `${what}: ${times}`).join(', ')].join(' | ')} |`,
  ),
];

/** Calls over all lists by their kind, as `GET delta 42`. */
const kindsOf = (calls: readonly Called[]): string => {
  const kinds = new Map<string, number>();
  for (const { what, units } of calls) {
    const kind = what.replace(/^(\w+) \w+ items/, '$1');
    kinds.set(kind, (kinds.get(kind) ?? 0) + units);
  }
  return [...kinds].map(([kind, units]) => `${kind} ${units}`).join(', ');
};

/** The report in Markdown, and what of it is a fault of the product. */
export const reportOf = (run: LoadRun): { readonly text: string; readonly faults: readonly string[] } => {
  const { sightings, afterRush, back, drained, rush, outage, statuses } = run;
  const between = (from: number, to: number) => sightings.filter(({ at }) => at >= from && at <= to);
  const inRush = between(0, afterRush.at);
  const inDrain = between(back.at, drained.at);
  const acts = rush.figures.reduce((sum, { done }) => sum + done, 0);
  const seconds = Math.max(1, afterRush.at);
  const growth = memoryGrowth(sightings);
  const count = (outcomes: readonly DayOutcome[]) =>
    `${outcomes.length} schools, ${outcomes.filter(({ accepted }) => accepted).length} requests accepted, ${outcomes.filter(({ ordered }) => ordered).length} ordered`;
  const errors = [...statuses].filter(([status]) => status >= 500 && status !== 503);
  const faults = [
    ...run.missing,
    ...errors.map(([status, times]) => `the API answered ${status} ${times} times`),
    ...(drained.queued > 0 || drained.expected > 0 ? [`${drained.queued} messages and ${drained.expected} effects still wait`] : []),
    ...(run.asked.outage > 0 && busiestMinute(inDrain) > unitsOfAMinute ? ['the backlog was sent faster than the quota allows'] : []),
    ...(afterRush.at >= warm && growth > flat ? [`memory grew to ${growth} times`] : []),
  ];
  const text = [
    `\n## The rush\n\n${count(rush.outcomes)}. ${(acts / seconds).toFixed(1)} acts a second.\n`,
    ...table(rush.figures),
    `\n${afterRush.units} resource units, ${(afterRush.units / Math.max(1, rush.outcomes.filter(({ accepted }) => accepted).length)).toFixed(0)} for each request; the busiest minute ${busiestMinute(inRush)} of ${unitsOfAMinute}. Oldest message ${Math.max(0, ...inRush.map(({ oldest }) => oldest))} s.`,
    '\n| what the rush asked of Graph | calls | units |',
    '| --- | ---: | ---: |',
    ...run.byCall.slice(0, dearest).map(({ what, count, units }) => `| ${what} | ${count} | ${units} |`),
    `\nA minute in which nobody does anything: ${run.idle.units} units, ${kindsOf(run.idle.byCall)}.`,
    `\nUnits in each minute: ${byMinute(sightings).join(', ')}.`,
    ...(run.asked.outage === 0
      ? []
      : [
          `\n## While Graph was away, and after\n\n${count(outage.outcomes)}.\n`,
          ...table(outage.figures),
          `\n${back.units - afterRush.units} units were asked of a Graph that was away. When it was back ${back.queued} messages waited, the oldest for ${back.oldest} s, and ${back.expected} effects; all were gone ${drained.at - back.at} s later, with ${busiestMinute(inDrain)} units in the busiest minute.`,
        ]),
    `\nMemory of the host: ${sightings[0]?.memory} MB at first, at most ${Math.max(0, ...sightings.map(({ memory }) => memory))} MB, ${sightings.at(-1)?.memory} MB at last; ${growth} times from the second quarter to the last.`,
    `Answers of the API: ${[...statuses].map(([status, times]) => `${status}: ${times}`).join(', ')}.`,
    faults.length === 0 ? '\nNothing was lost.' : `\nWrong:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  ].join('\n');
  return { text, faults };
};
