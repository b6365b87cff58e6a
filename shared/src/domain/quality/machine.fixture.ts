import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Aggregate } from '../call-off/aggregate.ts';
import { leadsTo, type Transition } from '../machine/transition.ts';
import type { QualityCommand, QualityDecision } from './quality-decision.ts';

/** A state machine under test: random commands are given to its decisions, and what holds for every machine is looked at after each. */
export interface Machine<S extends Aggregate<{ readonly kind: string }>, C extends QualityCommand & { readonly kind: string }, F> {
  readonly start: () => S;
  readonly decide: (present: S, command: C, facts: F) => QualityDecision<S, { readonly kind: string }>;
  readonly stateOf: (record: S) => string;
  readonly states: readonly string[];
  readonly table: readonly Transition<string, string>[];
  /** What a person or the clock may try, given the record at the time and an id of its own. */
  readonly tries: fc.Arbitrary<(present: S, id: string) => { readonly command: C; readonly facts: F }>;
  /** What else must hold after a command that was accepted. */
  readonly holds?: (before: S, command: C, after: S, facts: F) => void;
}

interface Model {
  state: string;
  version: number;
  commands: number;
}
interface Real<S, C, F> {
  record: S;
  readonly audits: Set<string>;
  /** Each accepted command of the last 20, to be tried again. */
  accepted: { readonly command: C; readonly facts: F; readonly version: number }[];
  readonly seen: (row: string) => void;
}

const rowOf = (from: string, kind: string, to: string): string => `${from} --${kind}--> ${to}`;

const attempt = <S extends Aggregate<{ readonly kind: string }>, C extends QualityCommand & { readonly kind: string }, F>(
  machine: Machine<S, C, F>,
  model: Model,
  real: Real<S, C, F>,
  make: (present: S, id: string) => { readonly command: C; readonly facts: F },
): void => {
  model.commands += 1;
  const before = real.record;
  const untouched = JSON.stringify(before);
  const { command, facts } = make(before, `command-${model.commands}`);
  const from = machine.stateOf(before);
  const allowed = leadsTo(machine.table, from, command.kind);
  const decision = machine.decide(before, command, facts);
  assert.equal(JSON.stringify(before), untouched);
  if (!decision.ok) {
    assert.match(decision.detail, /[.]$/);
    assert.deepEqual(machine.decide(before, command, facts), decision);
    return;
  }
  const { state, effects } = decision;
  const to = machine.stateOf(state);
  assert.equal(decision.replay, undefined);
  assert.ok(machine.states.includes(to), String(to));
  assert.ok(allowed.includes(to), String(to));
  assert.equal(state.version, model.version + 1);
  expect(state.history.at(-1)).toMatchObject({ at: command.now, by: command.by.name });
  const audits = effects.filter(({ kind }) => kind === 'record-audit');
  assert.equal(audits.length, 1);
  for (const { id } of audits) {
    assert.equal(real.audits.has(id), false);
    real.audits.add(id);
  }
  const outbox = JSON.stringify(effects);
  assert.doesNotMatch(outbox, /@|Marsh|Brook|because/);
  machine.holds?.(before, command, state, facts);
  real.record = state;
  real.seen(rowOf(from, command.kind, to));
  real.accepted = [...real.accepted, { command, facts, version: state.version }].slice(-20);
  model.state = to;
  model.version += 1;
};

const replay = <S extends Aggregate<{ readonly kind: string }>, C extends QualityCommand & { readonly kind: string }, F>(
  machine: Machine<S, C, F>,
  real: Real<S, C, F>,
  at: number,
): void => {
  const earlier = real.accepted[at % Math.max(1, real.accepted.length)];
  if (!earlier) return;
  const decision = machine.decide(real.record, earlier.command, earlier.facts);
  assert.deepEqual(decision, { ok: true, state: real.record, effects: [], replay: { version: earlier.version } });
};

/** Runs random sequences of commands and repetitions. Returns the transitions that were taken, as 'from --command--> to'. */
export const runMachine = <S extends Aggregate<{ readonly kind: string }>, C extends QualityCommand & { readonly kind: string }, F>(
  machine: Machine<S, C, F>,
  { runs, seed }: { readonly runs: number; readonly seed?: number },
): ReadonlySet<string> => {
  const taken = new Set<string>();
  type Step = fc.Command<Model, Real<S, C, F>>;
  const tries = machine.tries.map(
    (make): Step => ({
      check: () => true,
      run: (model, real) => attempt(machine, model, real, make),
      toString: () => `try ${fc.stringify(make(machine.start(), '?').command)}`,
    }),
  );
  const replays = fc
    .nat(19)
    .map(
      (at): Step => ({ check: ({ version }) => version > 0, run: (_model, real) => replay(machine, real, at), toString: () => 'again' }),
    );
  const commands = fc.commands([tries, tries, tries, replays], { maxCommands: 40, size: 'max' });
  fc.assert(
    fc.property(commands, (steps) => {
      const setup = () => {
        const record = machine.start();
        const model: Model = { state: machine.stateOf(record), version: record.version, commands: 0 };
        return { model, real: { record, audits: new Set<string>(), accepted: [], seen: (row: string) => taken.add(row) } };
      };
      fc.modelRun(setup, steps);
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
  return taken;
};

/** Every row of a table, each with each state it may lead to, as `runMachine` names them. */
export const rowsOf = (table: readonly Transition<string, string>[]): readonly string[] =>
  table.flatMap(({ from, command, to }) => to.map((state) => rowOf(from, command, state)));
