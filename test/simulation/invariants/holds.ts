import { personKey } from '@ap/shared/domain/people/person';
import { helen, omar } from '../stored-state.ts';
import type { Ended, Invariant } from './invariant.ts';

const commissioners = [helen, omar].map(personKey);
const isHeld = ({ state }: Ended['stored']['standings'][number]): boolean => state.holds.some(({ lifted }) => lifted === undefined);

/** Whether the provider was held all the time from one turn to another. */
const heldThroughout = ({ stored }: Ended, from: number, to: number): boolean => {
  const before = stored.standings.filter(({ turn }) => turn < from).at(-1);
  const between = stored.standings.filter(({ turn }) => turn >= from && turn <= to);
  return before !== undefined && isHeld(before) && between.every(isHeld);
};
/** What is sent to a provider about an order that it is to take. */
const ofAnOrder = /^(Waiting for your answer: order|Order) AP-|^A block purchase waits for your answer/;

/** Promises about holds, which protect children: what is decided or on its way stops. */
export const holdInvariants: Readonly<Record<string, Invariant>> = {
  I14: async (ended) => {
    const left = ended.journal.sent.flatMap(({ by, to, title, effectId, begun, turn }) => {
      if (by !== 'mail' || !to.startsWith('orders@') || !ofAnOrder.test(title)) return [];
      return heldThroughout(ended, begun, turn) ? [`'${title}' left for a provider that was held (${effectId})`] : [];
    });
    const made = ended.stored.writes.flatMap(({ ref, state, over, begun, turn }) => {
      if (state.version === over || state.status !== 'ordered' || state.order?.state !== 'awaiting-provider') return [];
      const before = ended.stored.writes.find((write) => write.ref === ref && write.state.version === over);
      if (before?.state.order !== undefined) return [];
      return heldThroughout(ended, begun, turn) ? [`${ref} was ordered from a provider that was held`] : [];
    });
    return [...left, ...made];
  },
  I16: async ({ stored }) =>
    stored.standings.flatMap(({ state }) =>
      state.holds.flatMap(({ ref, lifted, placedBy }) => {
        if (!lifted) return [];
        const isDue = commissioners.includes(personKey(lifted.by)) && personKey(lifted.by) !== personKey(placedBy) && lifted.reason !== '';
        return isDue ? [] : [`${ref} was lifted by ${lifted.by.name}, who had placed it, has no such role or gave no reason`];
      }),
    ),
  I17: async ({ stored }) =>
    stored.standings.flatMap(({ state }, at) => {
      const before = new Set(stored.standings[at - 1]?.state.holds.flatMap(({ ref, lifted }) => (lifted ? [ref] : [])) ?? []);
      const lifted = state.holds.filter((hold) => hold.lifted && !before.has(hold.ref));
      return lifted.length > 1 ? [`${lifted.map(({ ref }) => ref).join(' and ')} were lifted at once`] : [];
    }),
};
