import { allFaultKinds, type FaultKind } from './fault-kinds.ts';
import { allScenes, type Scene } from './scenes.ts';

/** What holds nothing lost when something goes wrong: each can be switched off in the simulated ports, to see that the invariants notice. */
export const nets = {
  etag: 'If-Match: a write over a state that somebody else has moved is refused',
  'command-ring': 'the ids of the last commands in the row: a repeat is known',
  'unique-key': 'the unique column of the caller’s key: one request for each',
  receipts: 'receipts: an effect that was performed is not performed again',
  audit: 'the audit log knows the events it has',
  'effect-ids': 'an effect keeps the id under which it was recorded',
  outbox: 'effects are recorded in the write that makes them',
  sweep: 'the sweep sends again what the queue lost',
  retry: 'a failed message is sent again with a delay',
  reservations: 'shares of a limit are taken before the write that is to hold them',
  'waiting-sweep': 'the sweep tries commands again whose message was lost, and tells whoever has left',
  draws: 'days of a block purchase are drawn before the order is written that is to have them',
  approvers: 'only those whom the row names decide',
  'frozen-request': 'what is asked stands still while it is approved',
  'fresh-facts': 'facts that protect a child are read from the lists at that moment',
  'late-delete': 'a message leaves the queue only when its work is done',
} as const;

export type Net = keyof typeof nets;
export const allNets = Object.keys(nets) as readonly Net[];

/** Everything that one history depends on. */
export interface Options {
  readonly seed: number;
  /** Kinds of faults that may happen; each history arms some of them. */
  readonly kinds: readonly FaultKind[];
  /** All of them are armed, not some by chance. */
  readonly arm: 'some' | 'all';
  readonly without: readonly Net[];
  /** What may be played beside the requests of one school; each history plays some of them. */
  readonly scenes: readonly Scene[];
  /** All of them are played, not some by chance. */
  readonly play: 'some' | 'all';
  /** Hosts die only while they do work whose name begins so. */
  readonly dyingOnly: string;
  /** Processes that work side by side. */
  readonly hosts: number;
  /** Steps of people before faults stop. */
  readonly steps: number;
  /** Whether every turn is written down, to be compared or read. */
  readonly trace: boolean;
}

export const usualOptions = (seed: number, told: Partial<Options> = {}): Options => ({
  seed,
  kinds: allFaultKinds,
  arm: 'some',
  without: [],
  scenes: allScenes,
  play: 'some',
  dyingOnly: '',
  hosts: 2,
  steps: 40,
  trace: false,
  ...told,
});
