import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Decide, GivenCommand, MovingRecord } from '../call-off/decider.ts';
import { type Machine, moveOf, targetsOf } from './machine.ts';

type AnyRecord = MovingRecord<{ readonly kind: string }>;
interface RoleFacts {
  readonly roles: readonly string[];
}
interface AnyRefusal {
  readonly ok: false;
  readonly code: string;
  readonly detail: string;
}
/** The decision function of any record: its work is what the record's outbox holds. */
type AnyDecide<S extends AnyRecord, C extends GivenCommand, F> = Decide<S, C, F, { readonly kind: string }, AnyRefusal>;

/** What a command carries besides its kind and its id. */
type Given<C extends GivenCommand, K extends C['kind']> = Omit<Extract<C, { readonly kind: K }>, 'kind' | 'id' | 'receipted'>;

/** How commands of each kind, facts and times are made. */
interface Tries<C extends GivenCommand, F extends RoleFacts> {
  readonly commands: { readonly [K in C['kind']]: fc.Arbitrary<Given<C, K>> };
  readonly facts: fc.Arbitrary<F>;
  readonly now: fc.Arbitrary<string>;
}

/** One try: a command of every kind, of which one is given, with facts and a time. */
interface Try<F extends RoleFacts> {
  readonly commands: Readonly<Record<string, object>>;
  readonly id: string;
  /** Which command: one that the table allows here, or any whatever. */
  readonly pick: number;
  readonly fits: boolean;
  readonly facts: F;
  readonly now: string;
}

interface Model {
  version: number;
  /** Every audit event so far. */
  readonly audits: Set<string>;
}
interface Real<S extends AnyRecord> {
  state: S | undefined;
}

/** What every state machine promises, whatever commands come, whatever the facts. */
class TryCommand<S extends AnyRecord, C extends GivenCommand, F extends RoleFacts> implements fc.Command<Model, Real<S>> {
  private readonly about: Story<S, C, F>;
  private readonly tried: Try<F>;
  private given: string | undefined;

  constructor(about: Story<S, C, F>, tried: Try<F>) {
    this.about = about;
    this.tried = tried;
  }

  check = (): boolean => true;
  toString = (): string => `${this.given ?? 'nothing'} as ${this.tried.facts.roles.join('+')} at ${this.tried.now}`;

  private choose(status: S['status'] | 'none'): C {
    const { commands, fits, pick, id } = this.tried;
    const { moves } = this.about.machine;
    const fitting = fits ? moves.filter(({ from }) => from.includes(status)) : moves;
    const among = fitting.length > 0 ? fitting : moves;
    const kind = among[pick % among.length]?.command ?? '';
    return { ...commands[kind], kind, id, receipted: new Set<string>() } as unknown as C;
  }

  run(model: Model, real: Real<S>): void {
    const { machine, decide, seen, asks, holds } = this.about;
    const { facts, now } = this.tried;
    const before = real.state;
    const command = this.choose(before?.status ?? 'none');
    this.given = command.kind;
    const asItWas = JSON.stringify(before);
    const decision = decide(before, command, facts, now);
    assert.equal(JSON.stringify(before), asItWas);
    if (!decision.ok) {
      seen.add(`refused ${decision.code}`);
      assert.match(decision.detail, /^[A-Z0-9].*[.?]$/su);
      return;
    }
    assert.equal(decision.replay, undefined);
    // The step is in the table, and given by someone who may.
    const from = before?.status ?? 'none';
    const move = moveOf(machine, command.kind, from);
    assert.ok(targetsOf(move, from).includes(decision.state.status), String(decision.state.status));
    assert.equal(
      move.by.some((role) => facts.roles.includes(role)),
      true,
    );
    // One version, one line, exactly one audit event with an id never seen before.
    model.version += 1;
    assert.equal(decision.state.version, model.version);
    const audits = decision.effects.filter(({ kind }) => kind === 'record-audit');
    expect(audits).toEqual([expect.objectContaining({ action: move.audit, version: model.version })]);
    assert.equal(model.audits.has(audits[0]?.id ?? ''), false);
    model.audits.add(audits[0]?.id ?? '');
    expect(decision.state.outbox).toEqual(expect.arrayContaining([...decision.effects]));
    // The same command again: its first outcome, at any later time and from whoever's hands.
    const again = decide(decision.state, command, { ...facts, roles: [] }, now);
    assert.deepEqual(again, { ok: true, state: decision.state, effects: [], replay: { version: model.version } });
    const asked = asks.get(command.kind) ?? new Set<string>();
    for (const effect of decision.effects.slice(1))
      asked.add('audience' in effect ? `${effect.kind} ${String(effect.audience)}` : effect.kind);
    asks.set(command.kind, asked);
    holds?.(decision.state, before);
    seen.add(`${before?.status ?? 'none'} ${command.kind} ${decision.state.status}`);
    real.state = decision.state;
  }
}

interface Story<S extends AnyRecord, C extends GivenCommand, F extends RoleFacts> {
  readonly machine: Machine<S['status'], C['kind']>;
  readonly decide: AnyDecide<S, C, F>;
  /** What must hold of every state that is reached. */
  readonly holds?: (state: S, before: S | undefined) => void;
  readonly seen: Set<string>;
  /** What each command asked of the world, beside its audit event. */
  readonly asks: Map<string, Set<string>>;
}

/**
 * Tries random sequences of commands. Fails when a state is reached that the table does not list, a refused command changes something, an accepted one
 * makes other than one audit event, or a repeated one gets another answer; and when some row of the table is never walked: tries that are all refused
 * prove nothing. Tells what each command asked of the world, where it asked anything.
 */
export const holdsForAllStories = <S extends AnyRecord, C extends GivenCommand, F extends RoleFacts>(
  machine: Machine<S['status'], C['kind']>,
  decide: AnyDecide<S, C, F>,
  tries: Tries<C, F>,
  told: {
    readonly holds?: (state: S, before: S | undefined) => void;
    readonly numRuns?: number;
    readonly maxCommands?: number;
    /** Records with which stories begin, besides none: where the end of the table is too far from its beginning to be found by chance. */
    readonly starts?: readonly S[];
  } = {},
): Readonly<Record<string, readonly string[]>> => {
  const seen = new Set<string>();
  const asks = new Map<string, Set<string>>();
  let ids = 0;
  const command = fc
    .record({
      commands: fc.record(tries.commands as Record<string, fc.Arbitrary<object>>),
      pick: fc.nat(),
      fits: fc.constantFrom(true, true, true, false),
      facts: tries.facts,
      now: tries.now,
    })
    .map((tried) => {
      ids += 1;
      return new TryCommand<S, C, F>(
        { machine, decide, seen, asks, ...(told.holds && { holds: told.holds }) },
        { ...tried, id: `command-${ids}` },
      );
    });
  const starts = fc.constantFrom(undefined, ...(told.starts ?? []));
  fc.assert(
    fc.property(starts, fc.commands([command], { maxCommands: told.maxCommands ?? 30, size: 'max' }), (state, commands) => {
      fc.modelRun(() => ({ model: { version: state?.version ?? 0, audits: new Set<string>() }, real: { state } as Real<S> }), commands);
    }),
    { numRuns: told.numRuns ?? 200, seed: 20261126 },
  );
  const rows = machine.moves.map(({ command: name, from }) => from.map((state) => `${state} ${name} `));
  expect(rows.filter((starts) => ![...seen].some((step) => starts.some((start) => step.startsWith(start))))).toEqual([]);
  expect([...seen].some((step) => step.startsWith('refused'))).toBe(true);
  return Object.fromEntries([...asks].filter(([, asked]) => asked.size > 0).map(([command, asked]) => [command, [...asked].sort()]));
};
