import type { BlockReply } from '@ap/shared/contract/block-purchases';
import type { BlockPurchase, UnusedRule } from '@ap/shared/domain/block-purchases/block-purchase';
import { aFramework, aListing, aRate, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { takenOf } from '@ap/shared/domain/ledgers/ledger';
import { pence } from '@ap/shared/domain/money/money';
import { blockClock } from '../../functions/src/block-purchases/block-clock.ts';
import { answerBlockOffer } from '../../functions/src/block-purchases/block-offer.ts';
import { commandBlock, draftBlock } from '../../functions/src/block-purchases/block-purchases.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import { memoryWorld, type World } from './memory-world.ts';
import { callerOf, key } from './people.ts';
import { drain } from './worker.ts';

/** The one school that buys. */
export const buyerRef = '113800';
const closesAt = '2026-12-11T17:00:00Z';

/** A day on which its units can be used. */
export const whileUsable = '2027-02-01T09:00:00Z';
const allocated = 1_000_000;

/** A service that is cheaper from fifty units on, and a school with that budget, in pence. */
export const worldWithBands = (budget = allocated): World => {
  const world = memoryWorld();
  const rates = [aRate({ volumeBands: [{ fromUnits: 50, unitPrice: pence(7_500) }] })];
  world.facts.listing = aListing({ rates, framework: aFramework({ maxValue: pence(1_200_000) }) });
  for (const year of ['2026-27', '2027-28']) world.facts.budgets.set(`${buyerRef} ${year}`, pence(budget));
  return world;
};

let keys = 0;

/** A key that nobody has used. */
export const aKey = (): string => {
  keys += 1;
  return key(`money-${keys}`);
};

type Act = Parameters<ReturnType<typeof commandBlock>>[0]['body'];

/** Somebody gives a command about a purchase. */
export const gives = (world: World, ref: string, by: typeof senco, body: Act): Promise<BlockReply> =>
  commandBlock(world.ports)({ caller: callerOf(by), params: { ref }, query: undefined, body, key: aKey() } as never);

/** A purchase of one school that is open for its pledge; its reference. */
export const anOpenBlock = async (world: World, unused: UnusedRule = 'pay'): Promise<string> => {
  const plan = { minimumUnits: 1, closesAt, usableFrom: localDate('2027-01-04'), usableTo: localDate('2027-07-16'), unused };
  const body = { purchase: 'individual' as const, leadBuyerRef: buyerRef, serviceRef: 'S-00001', plan };
  const { purchase } = await draftBlock(world.ports)({
    caller: callerOf(senco),
    params: undefined,
    query: undefined,
    body,
    key: aKey(),
  } as never);
  await gives(world, purchase.ref, senco, { kind: 'open-block' });
  return purchase.ref;
};

/** The purchase as it is stored. */
export const blockOf = async (world: World, ref: string): Promise<BlockPurchase> => {
  const found = await world.ports.blockPurchases.find(ref);
  if (!found) throw new Error(ref);
  return found.state;
};

/** The school pledges units, at no more than so many pence. */
export const pledges = (world: World, ref: string, units: number, cap = 8_000) =>
  gives(world, ref, senco, { kind: 'pledge', buyerRef, units, cap: pence(cap) });

/** The head teacher approves the pledge. */
export const approves = async (world: World, ref: string) => {
  const round = (await blockOf(world, ref)).pledges[0]?.round ?? 1;
  return gives(world, ref, head, { kind: 'approve-pledge', buyerRef, round });
};

type Answer = { readonly kind: 'accept' } | { readonly kind: 'decline'; readonly reason: string };

/** The provider answers by the link in its mail. */
export const answersOffer = async (world: World, ref: string, answer: Answer = { kind: 'accept' }): Promise<void> => {
  const mail = world.mails.find(({ subject }) => subject.includes('waits for your answer') && subject.includes(ref));
  const link = linkInMail(mail?.html ?? '', 'block-offer');
  const body = { link, answerer: { name: 'Pat Lee', position: 'Manager' }, answer };
  await answerBlockOffer(world.ports)({ body, key: link.linkId } as never);
  await settled(world);
};

/** The purchase closes, the provider accepts, and its units can be used. */
export const inUse = async (world: World, ref: string): Promise<void> => {
  world.clock.now = '2026-12-11T17:00:01Z';
  await blockClock(world.ports)();
  await settled(world);
  await answersOffer(world, ref);
  await settled(world);
  world.clock.now = whileUsable;
};

/** Everything that waits in queues is performed, and what follows from it. */
export const settled = async (world: World): Promise<void> => {
  while (world.effects.queue.length > 0) await drain(world);
};

const takenIn = async (world: World, ref: string): Promise<number> => {
  const ledger = (await world.ports.ledgers.find(ref))?.state;
  return ledger ? takenOf(ledger) : 0;
};

/** What purchases and call-offs have taken of the framework and of the budget, in pence. */
export const taken = async (world: World) => ({
  value: await takenIn(world, 'FV-AP-2026'),
  budget: (await takenIn(world, `BU-${buyerRef}-2026-27`)) + (await takenIn(world, `BU-${buyerRef}-2027-28`)),
});
