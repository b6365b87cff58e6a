import type { OutboxList, PendingEffect, Subject } from '../ports/effects.ts';
import type { Performed } from './performed.ts';

/** One item as the queue and the sweep see it: what waits in its outbox, and how that is performed and told of. */
export interface OutboxItem {
  readonly subject: Subject;
  readonly pending: readonly PendingEffect[];
  /** Performs one of the pending effects. Throws: try again later. */
  readonly perform: (effectId: string) => Promise<Performed>;
  /** It has failed for an hour: people who work with the item should know. */
  readonly noteDelayed: (effectId: string) => Promise<void>;
  /** One was performed: what was noted of delays may be out of date. */
  readonly noteCaughtUp: () => Promise<void>;
}

/** A list whose items carry outboxes. Each feature that has one makes its own; they meet in app.ts. */
export interface Outbox {
  readonly list: OutboxList;
  readonly get: (itemId: number) => Promise<OutboxItem | undefined>;
  /** Items changed since a cursor; no cursor reads everything. */
  readonly changes: (cursor: string | undefined) => Promise<{ readonly changed: readonly OutboxItem[]; readonly cursor: string }>;
  /** It has waited too long and will not go out any more: the item says so. */
  readonly noteNeverSent: (itemId: number, effectId: string) => Promise<void>;
}

/** The outbox of a list; every list that may carry one is joined in app.ts. */
export const outboxOf = (outboxes: readonly Outbox[], list: OutboxList): Outbox => {
  const found = outboxes.find((outbox) => outbox.list === list);
  if (!found) throw new Error(`Nothing performs the effects of ${list}`);
  return found;
};
