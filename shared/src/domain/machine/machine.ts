import { oneOf } from '../texts/one-of.ts';

/** A row of a state machine: a command, from where it may be given, where it leads, who may give it, and what else must hold. */
export interface Move<Status extends string, Command extends string, Role extends string, Action extends string> {
  readonly command: Command;
  /** What the command does, after 'you cannot'. */
  readonly does: string;
  /** `none`: the command makes the record. */
  readonly from: readonly (Status | 'none')[];
  /** Each of these may follow each of `from`; `same`: the state stays. A command that leads elsewhere from another state has another row. */
  readonly to: readonly (Status | 'same')[];
  readonly by: readonly Role[];
  /** What else must hold, with the rule it comes from. For people: the decision is the truth. */
  readonly guard: string;
  /** What the command is called in the audit chain. */
  readonly audit: Action;
}

/** A state machine as a table: decisions obey it, screens and docs show it. Any pair of state and command that is not listed is refused. */
export interface Machine<
  Status extends string = string,
  Command extends string = string,
  Role extends string = string,
  Action extends string = string,
> {
  /** What moves, such as 'the round'. */
  readonly subject: string;
  /** Each state as it stands in a sentence: 'the round is ...'. */
  readonly states: Readonly<Record<Status, string>>;
  /** States that nothing leads out of. */
  readonly ends: readonly Status[];
  /**
   * How many of its accepted commands a record knows again, where 20 are too few: whoever had to wait, or got no answer, sends the same command again within minutes,
   * and it must not be given a second time because a crowd came between.
   */
  readonly remembers?: number;
  readonly moves: readonly Move<Status, Command, Role, Action>[];
}

/** Where a command may lead from a state: nowhere when the pair is not listed. */
export const targetsOf = <S extends string>(
  { from, to }: { readonly from: readonly (S | 'none')[]; readonly to: readonly (S | 'same')[] },
  state: S | 'none',
): readonly (S | 'none')[] => (from.includes(state) ? to.map((target) => (target === 'same' ? state : target)) : []);

/** The row of a command in a state; where there is none, another of its rows. Throws RangeError for a command that the machine does not know. */
export const moveOf = <S extends string, C extends string, R extends string, A extends string>(
  machine: Machine<S, C, R, A>,
  command: C,
  state: S | 'none',
): Move<S, C, R, A> => {
  const rows = machine.moves.filter((each) => each.command === command);
  const move = rows.find(({ from }) => from.includes(state)) ?? rows[0];
  if (!move) throw new RangeError(`${machine.subject} has no command ${command}`);
  return move;
};

/** Why a table refuses a command. */
export interface TableRefusal {
  readonly ok: false;
  readonly code: 'not-your-role' | 'not-in-this-state' | 'already-made';
  readonly detail: string;
}

/** Why the table refuses a command from this state and these roles; `undefined` when it allows it. */
export const tableRefuses = <S extends string, C extends string, R extends string, A extends string>(
  machine: Machine<S, C, R, A>,
  move: Move<S, C, R, A>,
  from: S | 'none',
  roles: readonly R[],
  roleNames: Readonly<Record<R, string>>,
): TableRefusal | undefined => {
  const refuse = (code: TableRefusal['code'], detail: string): TableRefusal => ({ ok: false, code, detail });
  if (!move.by.some((role) => roles.includes(role)))
    return refuse('not-your-role', `Only ${oneOf(move.by.map((role) => roleNames[role]))} can ${move.does}.`);
  if (move.from.includes(from)) return undefined;
  if (from === 'none') return refuse('not-in-this-state', `You cannot ${move.does}: there is no such record yet.`);
  return machine.moves.some(({ command, from: starts }) => command === move.command && starts.includes('none'))
    ? refuse('already-made', `You cannot ${move.does}: it was made before.`)
    : refuse('not-in-this-state', `You cannot ${move.does}: ${machine.subject} is ${machine.states[from]}.`);
};
