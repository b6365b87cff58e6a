import type { CallOff } from '@ap/shared/domain/call-off';
import type { Ended, Invariant } from './invariant.ts';

/** States of an order in which its money is spoken for. */
const holding = ['awaiting-provider', 'accepted', 'active', 'paused', 'notice-given'];
const held = ({ status, order, price }: CallOff): number =>
  status === 'ordered' && order && holding.includes(order.state) ? price.net : 0;
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);
const latest = ({ stored }: Ended): ReadonlyMap<string, CallOff> => new Map(stored.writes.map(({ ref, state }) => [ref, state]));

/** Promises about money: no limit is passed at any moment, and in the end the ledgers say what the orders say. */
export const limitInvariants: Readonly<Record<string, Invariant>> = {
  I6: async ({ stored }) => {
    const { budget } = stored;
    if (budget === undefined) return [];
    const present = new Map<string, number>();
    return stored.writes.flatMap(({ ref, state }) => {
      present.set(ref, held(state));
      const spent = sum(present.values());
      return spent > budget ? [`${spent} pence are ordered of a budget of ${budget}, with ${ref} v${state.version}`] : [];
    });
  },
  I7: async (ended) => {
    const expected = sum([...latest(ended).values()].map(held));
    const wrong: string[] = [];
    for (const ref of ['FV-AP-2026', ...(ended.stored.budget === undefined ? [] : ['BU-113800-2026-27'])]) {
      const ledger = (await ended.stored.world.ports.ledgers.find(ref))?.state;
      if (!ledger) {
        if (expected > 0) wrong.push(`${ref} was never begun, and ${expected} pence are ordered`);
        continue;
      }
      const counted = ledger.finished + sum(ledger.shares.map(({ amount }) => amount));
      if (counted !== expected) wrong.push(`${ref} counts ${counted} pence where ${expected} are ordered`);
      const open = ledger.shares.filter(({ state }) => state === 'open');
      if (open.length > 0) wrong.push(`${ref} still reserves for ${open.map(({ subject }) => subject).join(', ')}`);
    }
    return wrong;
  },
};
