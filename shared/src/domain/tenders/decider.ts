import { type Aggregate, replayOf, type Sealed, seal, unwritten } from '../aggregate.ts';
import type { Command } from '../decision.ts';
import { personKey } from '../person.ts';
import type { TenderWork } from './effect.ts';
import { type Machine, type Move, moveOf, tableRefuses, targetsOf } from './machine.ts';
import type { Bookkeeping, TenderRecord } from './record.ts';
import { refuse, type TenderRefusal } from './refusal.ts';
import type { TenderRole } from './role.ts';

/** A command as it is given. The time is not its own: whoever decides says what time it is. */
export interface TenderCommand extends Omit<Command, 'now'> {
  readonly kind: string;
}

/** What every decision is told: in which roles the giver of the command acts here. */
export interface TenderFacts {
  readonly roles: readonly TenderRole[];
}

/** A command that was accepted, now or before (`replay`), or why it is refused. */
export type TenderDecision<S extends TenderRecord> = Sealed<S, TenderWork> | TenderRefusal;

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
    const first = present && replayOf<S, TenderWork>(present, { ...command, now });
    if (first) return first;
    const status: S['status'] | 'none' = present?.status ?? 'none';
    const move = moveOf(machine, command.kind as B['kind'] | C['kind'], status);
    const refusal = tableRefuses(machine, move, status, facts.roles);
    if (refusal) return refusal;
    const change = present
      ? moving[command.kind]?.(present, command as C, facts, now)
      : beginning[command.kind]?.(command as B, facts, now);
    if (!change) throw new RangeError(`${machine.subject}: nothing decides ${command.kind}`);
    return 'ok' in change ? change : sealed(machine, move, present, change, { ...command, now });
  };
};

/** Kept free for the commands that end a record: whatever lies in it, it can be ended. */
const keptForEnding = 8_000;

const sealed = <S extends TenderRecord>(
  machine: Machine<S['status'], string>,
  move: Move<S['status'], string>,
  present: S | undefined,
  { state, what, comment, works = [] }: Change<S>,
  command: Command,
): TenderDecision<S> => {
  const { version, history, outbox, lastCommands }: Omit<Aggregate<TenderWork>, 'ref'> = present ?? unwritten;
  // What the change leaves out and what is kept of the record make it whole again.
  const changed = { ...state, version, history, outbox, lastCommands } as unknown as S;
  const status: S['status'] = changed.status;
  if (!targetsOf(move, present?.status ?? 'none').includes(status))
    throw new RangeError(`${machine.subject}: ${move.command} leads to ${status}, which its table does not list`);
  if (present && changed.ref !== present.ref)
    return refuse('another-record', `You cannot ${move.does} here: this is ${present.ref}, and that would be another one.`);
  const audit: TenderWork = { kind: 'record-audit', action: move.audit, actor: personKey(command.by) };
  return (
    seal<S, TenderWork>(
      { state: changed, what, comment, works: [audit, ...works], protects: machine.ends.includes(status) },
      command,
      keptForEnding,
    ) ?? refuse('record-full', `There is no room left in this record to ${move.does}. Shorten what it holds.`)
  );
};
