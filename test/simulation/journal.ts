/** How a command ended for whoever gave it. `unknown`: no answer came, so that it is applied wholly or not at all. */
export type Outcome =
  | { readonly how: 'ok'; readonly ref: string }
  | { readonly how: 'refused'; readonly code: string }
  | { readonly how: 'unknown' };

/** One try of a command. Tries of the same command have the same key. */
export interface Entry {
  readonly kind: string;
  readonly key: string;
  /** Who gave it under which key, as the row remembers it: the hash of both. */
  readonly owner: string;
  /** The person, as `tenant/object id`. */
  readonly by: string;
  /** What it was about; absent for a command that makes its subject. */
  readonly ref?: string | undefined;
  /** The round and step that a decision was about. */
  readonly seen?: { readonly round: number; readonly step: number } | undefined;
  /** When it was given, in turns. */
  readonly begun: number;
  /** When it last looked for what it was about. */
  lookedAt: number;
  outcome: Outcome;
}

/** One message that left for a person, and for which effect. */
export interface Sent {
  readonly by: 'mail' | 'card';
  readonly to: string;
  readonly title: string;
  readonly effectId: string | undefined;
  readonly at: string;
  /** When the work began that sent it, and when it was sent, in turns. */
  readonly begun: number;
  readonly turn: number;
  readonly html: string;
}

/** One performance of an effect by a worker, in turns. It has no end when its host died, or when it failed. */
export interface Performance {
  readonly effectId: string;
  readonly begun: number;
  ended: number | undefined;
}

export interface Journal {
  readonly entries: Entry[];
  readonly sent: Sent[];
  readonly performances: Performance[];
  /** Why a task had to write again, by its number. */
  readonly repeatedWrites: Map<number, string>;
  /** What processes wrote to their logs that nobody may read there. */
  readonly leaks: string[];
  /** Errors that nobody foresaw. */
  readonly broken: string[];
  /** How often a thing was seen that every run should see. */
  readonly marks: Partial<Record<Mark, number>>;
}

/** What a run that is large enough must have seen: otherwise it does not reach what it is meant to test. */
export const marks = {
  'conflict, same decision': 'a write met a rival, was decided again and made',
  'conflict, other decision': 'a write met a rival, was decided again and refused',
  'unanswered, found': 'a write without an answer was found, not made again',
  repeated: 'a command was given again and answered as before',
  'duplicate swallowed': 'a message of an effect that was performed did nothing',
  'hold beat order': 'an order was made, and a hold kept it from leaving',
  'offer lapsed': 'a provider said nothing in its time, and the clock ended its offer',
  'provider reminded': 'a provider was reminded to answer',
  superseded: 'an effect was overtaken and left nothing',
  'given up, repaired': 'a message was given up, and the sweep brought its effect all the same',
  'host died': 'a host died at its work',
  'timer failed': 'a run of a timer failed half way',
  'pledge approved': 'a pledge to buy days together was approved',
  'pledge over budget': 'a pledge was not approved, for the budget would not bear it',
  'purchase confirmed': 'a provider accepted days that were bought together',
  'days drawn': 'an order drew days that were bought together',
  'days given back': 'days that no order takes any more were given back',
  'days passed on': 'a school took over days of another',
  'too few days': 'an order was refused, for the days were drawn by others',
  'decided by card': 'an approver decided by two clicks on a card',
  'waited, done': 'a command waited for a busy register, and was done',
  'waited, refused': 'a command waited for a busy register, and was refused',
  'waited, told by mail': 'whoever had to wait and asked no more was told by mail that it could not be done',
  'too new to read': 'a host of the release before dropped a message that it did not know',
  'not theirs': 'people of another school tried, and it was as if there were nothing',
  'summer time ended': 'a history passed the hour that comes twice',
} as const;
export type Mark = keyof typeof marks;

export const mark = ({ marks: seen }: Pick<Journal, 'marks'>, what: Mark): void => {
  seen[what] = (seen[what] ?? 0) + 1;
};

export const newJournal = (): Journal => ({
  entries: [],
  sent: [],
  performances: [],
  repeatedWrites: new Map(),
  leaks: [],
  broken: [],
  marks: {},
});
