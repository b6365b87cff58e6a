import type { Aggregate } from '@ap/shared/domain/call-off/aggregate';
import type { Numbering } from '@ap/shared/domain/effect';
import type { RecordHome } from '../commands/run-record.ts';
import type { Log } from '../ports/clock.ts';
import type { Stored } from '../ports/records.ts';
import type { Outbox, OutboxItem } from './outbox.ts';
import type { Performed } from './performed.ts';

/** One performer for each kind of work of a record. */
export type RecordPerformers<State, Work extends { readonly kind: string }> = {
  readonly [K in Work['kind']]: (stored: Stored<State>, effect: Extract<Work, { kind: K }> & Numbering) => Promise<Performed>;
};

/** The outboxes of a list of records. What is late or lost is told to the operator by the log. */
export const recordOutbox = <Work extends { readonly kind: string }, State extends Aggregate<Work>>(
  { list, register }: RecordHome<State>,
  performers: RecordPerformers<State, Work>,
  log: Log,
): Outbox => {
  const item = (stored: Stored<State>): OutboxItem => {
    const { ref, outbox } = stored.state;
    const tell = (name: string, effectId: string): void => log.event('warning', name, { ref, effectId });
    return {
      subject: { list, itemId: stored.itemId, ref },
      pending: outbox,
      perform: async (effectId) => {
        const effect = outbox.find(({ id }) => id === effectId);
        if (!effect) throw new Error(`${effectId} is not in the outbox of ${ref}`);
        // The kind of an effect picks the performer of that kind, which the types cannot follow.
        const perform = performers[effect.kind as Work['kind']] as
          | ((stored: Stored<State>, effect: Work & Numbering) => Promise<Performed>)
          | undefined;
        if (!perform) throw new Error(`Nothing performs ${effect.kind} of ${list}`);
        return perform(stored, effect);
      },
      noteDelayed: async (effectId) => tell('effect-late', effectId),
      noteCaughtUp: async () => undefined,
    };
  };
  return {
    list,
    get: async (itemId) => {
      const stored = await register.get(itemId);
      return stored && item(stored);
    },
    changes: async (from) => {
      const { changed, cursor } = await register.changes(from);
      // A row about which nothing was decided yet owes nothing.
      return { changed: changed.filter(({ state }) => state.version > 0).map(item), cursor };
    },
    noteNeverSent: async (itemId, effectId) => log.event('error', 'effect-never-sent', { list, itemId, effectId }),
  };
};
