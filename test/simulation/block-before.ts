import { aRate } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import { blockClock } from '../../functions/src/block-purchases/block-clock.ts';
import { answerBlockOffer } from '../../functions/src/block-purchases/block-offer.ts';
import { commandBlock, draftBlock } from '../../functions/src/block-purchases/block-purchases.ts';
import type { World } from '../ports/memory-world.ts';
import { drain } from '../ports/worker.ts';
import { linkTo } from './mailed-link.ts';
import type { Dice } from './seeded.ts';
import type { StoredState } from './stored-state.ts';
import { callerFrom, firstSchool, type SchoolPeople, secondSchool } from './two-schools.ts';

type Act = Parameters<ReturnType<typeof commandBlock>>[0]['body'];

const hour = 3_600_000;
const before = (instant: string, hours: number): string => new Date(Date.parse(instant) - hours * hour).toISOString();
/** £80 a day, £75 from 50 days on. */
export const prices = { alone: 8_000, together: 7_500 };

/**
 * A joint purchase as it is when a history begins, by the real use cases on a day on which nothing goes wrong: in use by both schools, who have few days;
 * closed or offered to its provider a moment ago, so that nothing of what follows is done; or open for pledges, which close within the history. Answers with its reference.
 */
export const aBlockBefore = async (dice: Dice, { world, ports, budget }: StoredState, startsAt: string): Promise<string> => {
  world.facts.listing = { ...world.facts.listing, rates: [aRate({ volumeBands: [{ fromUnits: 50, unitPrice: pence(prices.together) }] })] };
  const quiet: World = { ...world, ports: { ...world.ports, secrets: ports.secrets } };
  const begins = dice.pick(['in use', 'in use', 'in use', 'closed', 'offered', 'open', 'open'] as const);
  const closesAt = before(startsAt, begins === 'open' ? -dice.int(2, 16) : 24);
  let given = 0;
  const key = (): string => {
    given += 1;
    return `before-key-${String(given).padStart(12, '0')}`;
  };
  const plan = {
    minimumUnits: 1,
    closesAt,
    usableFrom: localDate('2027-01-04'),
    usableTo: localDate('2027-03-31'),
    unused: dice.pick(['pay', 'lapse'] as const),
  };
  world.clock.now = before(startsAt, 72);
  const caller = callerFrom(firstSchool.asks);
  const body = { purchase: 'joint' as const, leadBuyerRef: firstSchool.ref, serviceRef: 'S-00001', plan };
  const { purchase } = await draftBlock(quiet.ports)({ caller, params: undefined, query: undefined, body, key: key() } as never);
  const { ref } = purchase;
  const gives = (by: Person, act: Act) =>
    commandBlock(quiet.ports)({ caller: callerFrom(by), params: { ref }, query: undefined, body: act, key: key() } as never);
  const pledges = async ({ ref: buyerRef, asks, approvers }: SchoolPeople, units: number): Promise<void> => {
    await gives(asks, { kind: 'pledge', buyerRef, units, cap: pence(prices.alone) });
    await gives(approvers[0], { kind: 'approve-pledge', buyerRef, round: 1 });
  };
  await gives(firstSchool.asks, { kind: 'open-block' });
  if (begins !== 'open') {
    // Room for one order or for two; what the other school has is passed on.
    const most = budget === undefined ? 38 : Math.floor(budget / prices.alone);
    await pledges(firstSchool, Math.min(most, dice.pick([18, 20, 36, 38])));
    await pledges(secondSchool, dice.int(5, 40));
    while (world.effects.queue.length > 0) await drain(quiet);
    world.clock.now = before(closesAt, -1);
    await blockClock(quiet.ports)();
  }
  // Its messages are lost: the sweep of the history finds what is to follow.
  if (begins === 'offered') await drain(quiet);
  if (begins === 'closed' || begins === 'offered') world.effects.queue.splice(0);
  while (world.effects.queue.length > 0) await drain(quiet);
  const link = world.mails.map(({ html }) => linkTo('block-offer', html)).find(Boolean);
  if (link) {
    const answer = { link, answerer: { name: 'Pat Lane', position: 'Manager' }, answer: { kind: 'accept' as const } };
    await answerBlockOffer(quiet.ports)({ body: answer, key: link.linkId } as never);
    while (world.effects.queue.length > 0) await drain(quiet);
  }
  world.clock.now = startsAt;
  return ref;
};
