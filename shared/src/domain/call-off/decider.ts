import { type Machine, type Move, moveOf, type TableRefusal, tableRefuses, targetsOf } from '../machine/machine.ts';
import { type PersonKey, personKey } from '../people/person.ts';
import { type Aggregate, replayOf, type Sealed, seal, unwritten } from './aggregate.ts';
import type { Command } from './decision.ts';

/** A command as it is given. The time is not its own: whoever decides says what time it is. */
export interface GivenCommand extends Omit<Command, 'now'> {
  readonly kind: string;
}

/** One list item that moves along a state machine, whose state, history and outbox change in one conditional write. */
export interface MovingRecord<Work extends object> extends Aggregate<Work> {
  readonly status: string;
}

/** The parts that only a decider writes. */
export type Bookkeeping = Exclude<keyof Aggregate<object>, 'ref'>;

/** The one event of the audit chain that every accepted command makes. */
export interface AuditWork<Action extends string> {
  readonly kind: 'record-audit';
  readonly action: Action;
  readonly actor: PersonKey;
}

/** What a command does to a record, before it is sealed. */
export interface Change<S extends object, Work extends object> {
  readonly state: Omit<S, Bookkeeping>;
  /** For people, in the history. */
  readonly what: string;
  readonly comment?: string | undefined;
  readonly works?: readonly Work[];
  /** It must find room in a record that is full to others: it leads to an end, or gives room back. */
  readonly protects?: boolean;
}

/** Why a decider itself refuses, before or after the command's own guard. */
export type DeciderRefusal =
  | TableRefusal
  | { readonly ok: false; readonly code: 'another-record' | 'record-full'; readonly detail: string };

type Named<C extends GivenCommand, K extends C['kind']> = Extract<C, { readonly kind: K }>;

/** What each command that makes a record does. */
export type Begins<S extends object, C extends GivenCommand, F, Work extends object, Refusal> = {
  readonly [K in C['kind']]: (command: Named<C, K>, facts: F, now: string) => Change<S, Work> | Refusal;
};
/** What each command that changes one does. */
export type Moves<S extends object, C extends GivenCommand, F, Work extends object, Refusal> = {
  readonly [K in C['kind']]: (present: S, command: Named<C, K>, facts: F, now: string) => Change<S, Work> | Refusal;
};

/** Decides one command: the same one again gets its first outcome, the table is asked, then the command's own guard. `now` is an ISO instant. */
export type Decide<S, C extends GivenCommand, F, Work extends object, Refusal> = (
  present: S | undefined,
  command: C,
  facts: F,
  now: string,
) => Sealed<S, Work> | Refusal;

/** Kept free for the commands that end a record, or must come before its end: whatever lies in it, it can be ended. */
const keptForEnding = 8_000;

/**
 * Makes the decision function of one state machine. A refusal changes nothing. An accepted command makes version +1, one line of history and exactly
 * one audit event, its first effect. Throws RangeError when a command leads where the table does not say: that is a fault of the code.
 */
export const deciderOf = <
  S extends MovingRecord<Work>,
  B extends GivenCommand,
  C extends GivenCommand,
  Role extends string,
  Action extends string,
  F extends { readonly roles: readonly Role[] },
  Work extends object,
  Refusal extends { readonly ok: false },
>(
  machine: Machine<S['status'], B['kind'] | C['kind'], Role, Action>,
  roleNames: Readonly<Record<Role, string>>,
  begins: Begins<S, B, F, Work, Refusal>,
  moves: Moves<S, C, F, Work, Refusal>,
): Decide<S, B | C, F, Work, Refusal | DeciderRefusal> => {
  type Outcome = Change<S, Work> | Refusal;
  // A command's kind picks the function of that kind, which the types cannot follow.
  const beginning = begins as unknown as Readonly<Record<string, ((command: B, facts: F, now: string) => Outcome) | undefined>>;
  const moving = moves as unknown as Readonly<Record<string, ((present: S, command: C, facts: F, now: string) => Outcome) | undefined>>;
  return (present, command, facts, now) => {
    const first = present && replayOf<S, Work>(present, { ...command, now });
    if (first) return first;
    const status: S['status'] | 'none' = present?.status ?? 'none';
    const move = moveOf(machine, command.kind as B['kind'] | C['kind'], status);
    const refusal = tableRefuses(machine, move, status, facts.roles, roleNames);
    if (refusal) return refusal;
    const change = present
      ? moving[command.kind]?.(present, command as C, facts, now)
      : beginning[command.kind]?.(command as B, facts, now);
    if (!change) throw new RangeError(`${machine.subject}: nothing decides ${command.kind}`);
    return 'ok' in change ? change : sealed<S, Action, Work>(machine, move, present, change, { ...command, now });
  };
};

const sealed = <S extends MovingRecord<Work>, Action extends string, Work extends object>(
  machine: Machine<S['status'], string, string, Action>,
  move: Move<S['status'], string, string, Action>,
  present: S | undefined,
  { state, what, comment, works = [], protects = false }: Change<S, Work>,
  command: Command,
): Sealed<S, Work> | DeciderRefusal => {
  const { version, history, outbox, lastCommands }: Omit<Aggregate<Work>, 'ref'> = present ?? unwritten;
  // What the change leaves out and what is kept of the record make it whole again.
  const changed = { ...state, version, history, outbox, lastCommands } as unknown as S;
  const status: S['status'] = changed.status;
  if (!targetsOf(move, present?.status ?? 'none').includes(status))
    throw new RangeError(`${machine.subject}: ${move.command} leads to ${status}, which its table does not list`);
  if (present && changed.ref !== present.ref)
    return {
      ok: false,
      code: 'another-record',
      detail: `You cannot ${move.does} here: this is ${present.ref}, and that would be another one.`,
    };
  const audit: AuditWork<Action> = { kind: 'record-audit', action: move.audit, actor: personKey(command.by) };
  return (
    seal<S, Work>(
      // The work of every record that moves along a machine has its audit events among it.
      { state: changed, what, comment, works: [audit as unknown as Work, ...works], protects: protects || machine.ends.includes(status) },
      command,
      keptForEnding,
      machine.remembers,
    ) ?? {
      ok: false,
      code: 'record-full',
      detail: `There is no room left in this record to ${move.does}. Shorten what it holds.`,
    }
  );
};
