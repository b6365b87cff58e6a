/**
 * Why something is stuck. `delayed`: tried for an hour and more. `too-old`: waited for 14 days, and goes out by nobody but a person. `not-done`: it was looked at
 * and cannot be done as things stand. `poisoned`: the host gave its message up. `row-unreadable`: its row says what the product cannot read.
 * `message-unreadable`: a message that is none of ours. `command-given-up`: a command that waited for an hour; whoever gave it was told.
 */
export const stuckReasons = [
  'delayed',
  'too-old',
  'not-done',
  'poisoned',
  'row-unreadable',
  'message-unreadable',
  'command-given-up',
] as const;
export type StuckReason = (typeof stuckReasons)[number];

/** Why an operator sets something aside. Words of their own might name somebody, and would be kept for years. */
export const setAsideReasons = ['told-otherwise', 'no-longer-needed', 'cannot-be-done'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** One thing that does not go on by itself: ids and enums only. */
export interface Stuck {
  readonly id: string;
  readonly why: StuckReason;
  /** Since when (ISO instant). */
  readonly since: string;
  /** What it does, as the outbox calls it: 'send-approval-card'. */
  readonly kind?: string | undefined;
  /** The record whose effect it is. */
  readonly ref?: string | undefined;
  readonly list?: string | undefined;
  readonly tries?: number | undefined;
  /** What may be done about it. */
  readonly mayReplay: boolean;
  readonly maySetAside: boolean;
}
