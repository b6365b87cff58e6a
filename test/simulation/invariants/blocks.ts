import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Ended, Invariant } from './invariant.ts';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const overIn = ['declined-by-provider', 'declined', 'lapsed', 'unfilled', 'cancelled', 'withdrawn'];
/** Days that an order takes of a purchase. */
const takes = ({ status, order, request, price }: CallOff): number =>
  status === 'ordered' && order && request.blockRef !== undefined && !overIn.includes(order.state) ? price.units : 0;

/** Days that are spoken for twice: more drawn or promised than a school bought, or the same request twice. */
const oversold = ({ ref, version, shares, draws, transfers }: BlockPurchase): readonly string[] => {
  const wrong = shares.flatMap(({ buyerRef, units }) => {
    const drawn = sum(draws.filter((draw) => draw.buyerRef === buyerRef).map((draw) => draw.units));
    const promised = sum(transfers.filter(({ giver }) => giver === buyerRef).map((transfer) => transfer.units));
    return drawn + promised > units
      ? [`${ref} v${version}: ${buyerRef} draws ${drawn} days and promises ${promised} of the ${units} that it has`]
      : [];
  });
  const strangers = draws.filter(({ buyerRef }) => !shares.some((share) => share.buyerRef === buyerRef));
  const twice = new Set(draws.map(({ callOffRef }) => callOffRef)).size < draws.length;
  return [
    ...wrong,
    ...(strangers.length > 0 ? [`${ref} v${version}: somebody draws who is no member`] : []),
    ...(twice ? [`${ref} v${version}: one request draws twice`] : []),
  ];
};

/** What was bought at closing: by approved pledges alone, at no more than each would pay; and as many days as then, however they are passed on. */
const bought = (blocks: readonly BlockPurchase[]): readonly string[] => {
  let days: number | undefined;
  return blocks.flatMap(({ ref, version, status, pledges, shares, unitPrice: price }) => {
    const unitPrice: number = price ?? 0;
    if (shares.length === 0) return [];
    const wrong: string[] = [];
    for (const { buyerRef } of shares) {
      const pledge = pledges.find((each) => each.buyerRef === buyerRef);
      if (pledge?.state !== 'approved' || pledge.cap < unitPrice)
        wrong.push(`${ref} v${version} ${status}: ${buyerRef} buys what it did not approve at ${unitPrice}`);
    }
    const total = sum(shares.map(({ units }) => units));
    days ??= sum(pledges.filter(({ state, cap }) => state === 'approved' && cap >= unitPrice).map(({ units }) => units));
    if (total !== days) wrong.push(`${ref} v${version}: ${total} days are owned of ${days} that were bought`);
    return wrong;
  });
};

/** Whenever an order is written that draws, its days lie in the purchase already. */
const orderedWithoutDays = ({ stored, bought: begins }: Ended): readonly string[] =>
  stored.writes.flatMap(({ state, turn, over }) => {
    const needed = takes(state);
    if (needed === 0 || state.version === over) return [];
    const block = stored.blockWrites.filter((write) => write.turn <= turn).at(-1)?.state ?? begins;
    const drawn = block?.draws.find(({ callOffRef }) => callOffRef === state.ref)?.units ?? 0;
    return drawn < needed ? [`${state.ref} v${state.version} is taught ${needed} days and draws ${drawn}`] : [];
  });

/** In the end a purchase holds for each order what it takes, and nothing for anything else. */
const drawnInTheEnd = ({ stored, bought: begins }: Ended): readonly string[] => {
  const block = stored.blockWrites.at(-1)?.state ?? begins;
  if (!block) return [];
  const last = new Map(stored.writes.map(({ ref, state }) => [ref, state]));
  const refs = new Set([...last.keys(), ...block.draws.map(({ callOffRef }) => callOffRef)]);
  return [...refs].flatMap((ref) => {
    const callOff = last.get(ref);
    const needed = callOff ? takes(callOff) : 0;
    const drawn = block.draws.find(({ callOffRef }) => callOffRef === ref)?.units ?? 0;
    return needed === drawn ? [] : [`${ref} takes ${needed} days in the end, and ${block.ref} counts ${drawn}`];
  });
};

/** Promises about days that are bought together. */
export const blockInvariants: Readonly<Record<string, Invariant>> = {
  I12: async (ended) => {
    const states = [...(ended.bought ? [ended.bought] : []), ...ended.stored.blockWrites.map(({ state }) => state)];
    return [...states.flatMap(oversold), ...bought(states), ...orderedWithoutDays(ended), ...drawnInTheEnd(ended)];
  },
  'I29 of a purchase': async ({ stored, bought: begins, endedAt }) => {
    const states = [...(begins ? [begins] : []), ...stored.blockWrites.map(({ state }) => state)];
    const closings = states.filter(({ status }, at) => status === 'closed' && states[at - 1]?.status === 'gathering').length;
    const late = states.slice(-1).filter(({ status, statement }) => status === 'gathering' && statement.closesAt < endedAt);
    return [
      ...late.map(({ ref, statement }) => `${ref} was to close at ${statement.closesAt}`),
      ...(closings > 1 ? [`pledges were closed ${closings} times`] : []),
    ];
  },
};
