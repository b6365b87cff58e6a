import { foldHistory, stateRoom } from '../call-off-room.ts';
import { type Person, personKey } from '../person.ts';
import { numberTenderEffects, type TenderEffect, type TenderWork } from './effect.ts';
import { type Machine, type Move, moveOf, tableRefuses } from './machine.ts';
import { type Bookkeeping, rememberApplied, type TenderRecord } from './record.ts';
import { refuse, type TenderRefusal } from './refusal.ts';
import type { TenderRole } from './role.ts';

/** What every command carries: its own id (an idempotency key), who gives it, and the effects whose receipt the edge has read. */
export interface TenderCommand {
  readonly kind: string;
  readonly id: string;
  readonly by: Person;
  readonly receipted: ReadonlySet<string>;
}

/** What every decision is told: in which roles the giver of the command acts here. */
export interface TenderFacts {
  readonly roles: readonly TenderRole[];
}

/** An accepted command. `repeated`: it was applied before, made `version` then, and changes nothing now. */
export interface TenderAccepted<S extends TenderRecord> {
  readonly ok: true;
  readonly state: S;
  readonly version: number;
  /** New effects; of a repeated command those that are still in the outbox. */
  readonly effects: readonly TenderEffect[];
  readonly repeated: boolean;
}
export type TenderDecision<S extends TenderRecord> = TenderAccepted<S> | TenderRefusal;

/** What a command does to a record, before it is sealed. */
export interface Change<S extends TenderRecord> {
  readonly state: Omit<S, Bookkeeping>;
  /** For people, in the history. */
  readonly what: string;
  readonly comment?: string | undefined;
  readonly works?: readonly TenderWork[];
}

type Named<C extends TenderCommand, K extends C['kind']> = Extract<C, { readonly kind: K }>;

/** The commands that make a record. */
export type Begins<S extends TenderRecord, C extends TenderCommand, F> = {
  readonly [K in C['kind']]: (command: Named<C, K>, facts: F, now: string) => Change<S> | TenderRefusal;
};
/** The commands that change one. */
export type Moves<S extends TenderRecord, C extends TenderCommand, F> = {
  readonly [K in C['kind']]: (present: S, command: Named<C, K>, facts: F, now: string) => Change<S> | TenderRefusal;
};

/** Decides one command: the same one again gets its first outcome, the table is asked, then the command's own guard. `now` is an ISO instant. */
export type Decide<S extends TenderRecord, C extends TenderCommand, F> = (
  present: S | undefined,
  command: C,
  facts: F,
  now: string,
) => TenderDecision<S>;

/**
 * Makes the decision function of one state machine. A refusal changes nothing. An accepted command makes version +1, one line of history and exactly
 * one audit event, its first effect. Throws RangeError when a command leads where the table does not say: that is a fault of the code.
 */
export const decider = <S extends TenderRecord, B extends TenderCommand, C extends TenderCommand, F extends TenderFacts>(
  machine: Machine<S['status'], B['kind'] | C['kind']>,
  begins: Begins<S, B, F>,
  moves: Moves<S, C, F>,
): Decide<S, B | C, F> => {
  // A command's kind picks the function of that kind, which the types cannot follow.
  const beginning = begins as unknown as Readonly<
    Record<string, ((command: B, facts: F, now: string) => Change<S> | TenderRefusal) | undefined>
  >;
  const moving = moves as unknown as Readonly<
    Record<string, ((present: S, command: C, facts: F, now: string) => Change<S> | TenderRefusal) | undefined>
  >;
  return (present, command, facts, now) => {
    const first = present && firstOutcome(present, command.id);
    if (first) return first;
    const move = moveOf(machine, command.kind as B['kind'] | C['kind']);
    const refusal = tableRefuses(machine, move, present?.status ?? 'none', facts.roles);
    if (refusal) return refusal;
    const change = present
      ? moving[command.kind]?.(present, command as C, facts, now)
      : beginning[command.kind]?.(command as B, facts, now);
    if (!change) throw new RangeError(`${machine.subject}: nothing decides ${command.kind}`);
    return 'ok' in change ? change : seal(machine, move, present, change, command, now);
  };
};

const firstOutcome = <S extends TenderRecord>(present: S, commandId: string): TenderAccepted<S> | undefined => {
  const applied = present.lastCommands.find(({ id }) => id === commandId);
  if (!applied) return undefined;
  const effects = present.outbox.filter(({ version }) => version === applied.version);
  return { ok: true, state: present, version: applied.version, effects, repeated: true };
};

/** Kept free for the commands that end a record: whatever lies in it, it can be ended. */
const keptForEnding = 8_000;

const seal = <S extends TenderRecord>(
  machine: Machine<S['status'], string>,
  move: Move<S['status'], string>,
  present: S | undefined,
  { state, what, comment, works = [] }: Change<S>,
  command: TenderCommand,
  now: string,
): TenderDecision<S> => {
  const status = (state as unknown as S).status as S['status'];
  if (!move.to.includes(status))
    throw new RangeError(`${machine.subject}: ${move.command} leads to ${status}, which its table does not list`);
  if (present && (state as unknown as S).ref !== present.ref)
    throw new RangeError(`${present.ref}: ${move.command} would make it another record`);
  const version = (present?.version ?? 0) + 1;
  const audit: TenderWork = { kind: 'record-audit', action: move.audit, actor: personKey(command.by) };
  const effects = numberTenderEffects((state as unknown as S).ref, version, now, [audit, ...works]);
  const line = { at: now, by: command.by.name, what };
  const sealed = {
    ...state,
    version,
    history: [...(present?.history ?? []), comment === undefined ? line : { ...line, comment }],
    outbox: [...(present?.outbox ?? []).filter(({ id }) => !command.receipted.has(id)), ...effects],
    lastCommands: rememberApplied(present?.lastCommands ?? [], { id: command.id, version }),
  } as unknown as S;
  const fitting = foldHistory(sealed, machine.ends.includes(status) ? stateRoom : stateRoom - keptForEnding);
  return fitting
    ? { ok: true, state: fitting, version, effects, repeated: false }
    : refuse('record-full', `There is no room left in this record to ${move.does}. Shorten what it holds.`);
};
