import {
  aGathering,
  closed,
  confirmed,
  inUse,
  offered,
  type Pledging,
  thePlan,
  theTerms,
  withPledges,
} from '@ap/shared/domain/block-purchases/block.fixture';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { World } from './memory-world.ts';

/** A block purchase in use by the school of these tests, which leads, and another one: days of the one service at £42.00, with VAT. */
export const aBlockOnHand = async (world: World, days = 40, plan = thePlan({ minimumUnits: 1 })): Promise<BlockPurchase> => {
  const pledges: Pledging = [
    ['ASH', days, 4_500],
    ['BEECH', 40, 4_500],
  ];
  const begun = withPledges(aGathering(plan, 'joint', theTerms({ unit: 'day', lotKey: 'AP-2026-1' })), pledges);
  const block = JSON.parse(JSON.stringify(inUse(confirmed(offered(closed(begun))))).replaceAll('"ASH"', '"113800"')) as BlockPurchase;
  const added = await world.ports.blockPurchases.add({ ...block, outbox: [] });
  if (!added.ok) throw new Error(added.why);
  return added.stored.state;
};
