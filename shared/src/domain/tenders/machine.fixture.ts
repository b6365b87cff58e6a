import fc from 'fast-check';
import type { Decide, TenderAccepted, TenderCommand, TenderDecision, TenderFacts } from './decider.ts';
import { type Machine, moveOf } from './machine.ts';
import type { TenderRecord } from './record.ts';
import type { TenderRefusal } from './refusal.ts';
import { type TenderRole, tenderRoles } from './role.ts';

/** One try: a command with facts and a time, whether or not it fits the state it meets. */
export interface Try<C extends TenderCommand, F extends TenderFacts> {
  readonly command: C;
  readonly facts: F;
  readonly now: string;
}

interface Model {
  version: number;
  /** Every audit event so far. */
  readonly audits: Set<string>;
}
interface Real<S extends TenderRecord> {
  state: S | undefined;
}

/** What every state machine of a tender promises, whatever commands come, whatever the facts. */
class TryCommand<S extends TenderRecord, C extends TenderCommand, F extends TenderFacts> implements fc.Command<Model, Real<S>> {
  private readonly about: Story<S, C, F>;
  private readonly tried: Try<C, F>;

  constructor(about: Story<S, C, F>, tried: Try<C, F>) {
    this.about = about;
    this.tried = tried;
  }

  check = (): boolean => true;
  toString = (): string => `${this.tried.command.kind} as ${this.tried.facts.roles.join('+')} at ${this.tried.now}`;

  run(model: Model, real: Real<S>): void {
    const { machine, decide, seen, holds } = this.about;
    const { command, facts, now } = this.tried;
    const before = real.state;
    const asItWas = JSON.stringify(before);
    const decision = decide(before, command, facts, now);
    expect(JSON.stringify(before)).toBe(asItWas);
    if (!decision.ok) {
      seen.add(`refused ${decision.code}`);
      expect(decision.detail).toMatch(/^[A-Z0-9].*[.]$/su);
      return;
    }
    expect(decision.repeated).toBe(false);
    // The step is in the table, and given by someone who may.
    const move = moveOf(machine, command.kind);
    expect(move.from).toContain(before?.status ?? 'none');
    expect(move.to).toContain(decision.state.status);
    expect(move.by.some((role) => facts.roles.includes(role))).toBe(true);
    // One version, one line, exactly one audit event with an id never seen before.
    model.version += 1;
    expect(decision.state.version).toBe(model.version);
    const audits = decision.effects.filter(({ kind }) => kind === 'record-audit');
    expect(audits).toEqual([expect.objectContaining({ action: move.audit, version: model.version })]);
    expect(model.audits.has(audits[0]?.id ?? '')).toBe(false);
    model.audits.add(audits[0]?.id ?? '');
    expect(decision.state.outbox).toEqual(expect.arrayContaining([...decision.effects]));
    // The same command again: its first outcome, at any later time and from whoever's hands.
    const again = decide(decision.state, command, { ...facts, roles: [] }, now);
    expect(again).toEqual({ ok: true, state: decision.state, version: decision.version, effects: decision.effects, repeated: true });
    holds?.(decision.state, before);
    seen.add(`${before?.status ?? 'none'} ${command.kind} ${decision.state.status}`);
    real.state = decision.state;
  }
}

interface Story<S extends TenderRecord, C extends TenderCommand, F extends TenderFacts> {
  readonly machine: Machine<S['status'], C['kind']>;
  readonly decide: Decide<S, C, F>;
  /** What must hold of every state that is reached. */
  readonly holds?: (state: S, before: S | undefined) => void;
  readonly seen: Set<string>;
}

/**
 * Tries random sequences of commands. Fails when a state is reached that the table does not list, a refused command changes something, an accepted one
 * makes other than one audit event, or a repeated one gets another answer; and when some row of the table is never walked: tries that are all refused
 * prove nothing.
 */
export const holdsForAllStories = <S extends TenderRecord, C extends TenderCommand, F extends TenderFacts>(
  machine: Machine<S['status'], C['kind']>,
  decide: Decide<S, C, F>,
  tries: fc.Arbitrary<Omit<Try<C, F>, 'command'> & { readonly command: Omit<C, 'id' | 'receipted'> }>,
  told: { readonly holds?: (state: S, before: S | undefined) => void; readonly numRuns?: number; readonly maxCommands?: number } = {},
): void => {
  const seen = new Set<string>();
  let ids = 0;
  const command = tries.map((tried) => {
    ids += 1;
    const given = { ...tried.command, id: `command-${ids}`, receipted: new Set<string>() } as unknown as C;
    return new TryCommand<S, C, F>({ machine, decide, seen, ...(told.holds && { holds: told.holds }) }, { ...tried, command: given });
  });
  fc.assert(
    fc.property(fc.commands([command], { maxCommands: told.maxCommands ?? 40, size: 'max' }), (commands) => {
      fc.modelRun(() => ({ model: { version: 0, audits: new Set<string>() }, real: { state: undefined } as Real<S> }), commands);
    }),
    { numRuns: told.numRuns ?? 300, seed: 20261126 },
  );
  const walked = new Set([...seen].map((step) => step.split(' ')[1]));
  expect(machine.moves.map(({ command: name }) => name).filter((name) => !walked.has(name))).toEqual([]);
  expect([...seen].some((step) => step.startsWith('refused'))).toBe(true);
};

/** Mostly the roles that a command needs, sometimes others. */
export const anyRoles: fc.Arbitrary<readonly TenderRole[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(tenderRoles) },
  { weight: 1, arbitrary: fc.subarray([...tenderRoles]) },
);

/** The accepted decision; throws with the refusal where there is none. */
export const acceptedTender = <S extends TenderRecord>(decision: TenderDecision<S>): TenderAccepted<S> => {
  if (decision.ok) return decision;
  throw new Error(`Refused: ${decision.code} ${decision.field ?? ''} ${decision.detail}`);
};

/** The refusal; throws where the command was accepted. */
export const refusedTender = <S extends TenderRecord>(decision: TenderDecision<S>): TenderRefusal => {
  if (!decision.ok) return decision;
  throw new Error(`Accepted at version ${decision.version}`);
};
