/** One row of a state machine: which command leads from where to where. A row with several `to` says that facts choose among them. */
export interface Transition<State extends string, Kind extends string> {
  readonly from: State;
  readonly command: Kind;
  readonly to: readonly State[];
}

/** Where a command may lead from a state, by the table; nothing when the pair is not listed, and what is not listed is refused. */
export const leadsTo = <State extends string, Kind extends string>(
  table: readonly Transition<State, Kind>[],
  from: State,
  command: Kind,
): readonly State[] => table.find((row) => row.from === from && row.command === command)?.to ?? [];
