import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Ended, Invariant } from './invariant.ts';

/** States of an order in which its money is spoken for. */
const holding = ['awaiting-provider', 'accepted', 'active', 'paused', 'notice-given'];
/** Whoever draws on a block purchase owes nothing a second time. */
const held = ({ status, order, price, request }: CallOff): number =>
  status === 'ordered' && order && holding.includes(order.state) && request.blockRef === undefined ? price.net : 0;
/** What a school owes of a block purchase: the most that its approved pledge may cost, and from closing on its days at the one price. */
const owed = ({ status, pledges, shares, unitPrice }: BlockPurchase, buyerRef?: string): number => {
  const own = <T extends { readonly buyerRef: string }>(each: readonly T[]): readonly T[] =>
    each.filter((one) => buyerRef === undefined || one.buyerRef === buyerRef);
  if (status === 'gathering') return sum(own(pledges).map(({ state, units, cap }) => (state === 'approved' ? units * cap : 0)));
  return ['declined', 'lapsed', 'cancelled', 'draft'].includes(status) ? 0 : sum(own(shares).map(({ units }) => units * (unitPrice ?? 0)));
};
/** Whose budget it is. */
const buyerRef = '113800';
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);
const latest = ({ stored }: Ended): ReadonlyMap<string, CallOff> => new Map(stored.writes.map(({ ref, state }) => [ref, state]));

/** Promises about money: no limit is passed at any moment, and in the end the ledgers say what the orders say. */
export const limitInvariants: Readonly<Record<string, Invariant>> = {
  I6: async ({ stored, bought }) => {
    const { budget } = stored;
    if (budget === undefined) return [];
    const present = new Map<string, number>(bought ? [[bought.ref, owed(bought, buyerRef)]] : []);
    const writes = [
      ...stored.writes.flatMap(({ state, turn }) =>
        state.request.buyerRef === buyerRef ? [{ ref: state.ref, version: state.version, turn, takes: held(state) }] : [],
      ),
      ...stored.blockWrites.map(({ state, turn }) => ({ ref: state.ref, version: state.version, turn, takes: owed(state, buyerRef) })),
    ].sort((a, b) => a.turn - b.turn);
    return writes.flatMap(({ ref, version, takes }) => {
      present.set(ref, takes);
      const spent = sum(present.values());
      return spent > budget ? [`${spent} pence are owed of a budget of ${budget}, with ${ref} v${version}`] : [];
    });
  },
  I7: async (ended) => {
    const { stored, bought } = ended;
    const orders = [...latest(ended).values()];
    const block = stored.blockWrites.at(-1)?.state ?? bought;
    const expectedOf = (ref: string): number =>
      ref.startsWith('FV')
        ? sum(orders.map(held)) + (block ? owed(block) : 0)
        : sum(orders.filter(({ request }) => request.buyerRef === buyerRef).map(held)) + (block ? owed(block, buyerRef) : 0);
    const wrong: string[] = [];
    for (const ref of ['FV-AP-2026', ...(ended.stored.budget === undefined ? [] : ['BU-113800-2026-27'])]) {
      const expected = expectedOf(ref);
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
