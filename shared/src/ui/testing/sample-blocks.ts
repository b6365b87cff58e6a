import type { BlockReply } from '../../contract/block-purchases.ts';
import type { MembershipReply } from '../../contract/me.ts';
import {
  aBlockInUse,
  aDraft,
  after,
  afterUse,
  aGathering,
  asks,
  asksAndApproves,
  beforeClosing,
  byProduct,
  closed,
  drawn,
  fourSchools,
  given,
  head,
  offered,
  pledged,
  product,
  type School,
  schools,
  theFacts,
  thePlan,
  whileUsable,
  withPledges,
} from '../../domain/block-purchases/block.fixture.ts';
import { blockActsOf } from '../../domain/block-purchases/block-acts.ts';
import type { BlockPurchase } from '../../domain/block-purchases/block-purchase.ts';
import { blockPurchaseFor } from '../../domain/block-purchases/block-purchase-view.ts';
import type { BlockRole } from '../../domain/block-purchases/block-role.ts';
import { membership, oakfield } from '../forms/testing/samples.ts';

const schoolNames: Readonly<Record<School, string>> = {
  ASH: 'Ash Lane School',
  BEECH: 'Beech Grove Academy',
  CEDAR: 'Cedar Hill School',
  DOGWOOD: 'Dogwood Park School',
};

/** Somebody with these roles at one of the four schools. */
export const memberOf = (school: School, ...roles: MembershipReply['roles']): MembershipReply =>
  membership({ buyer: { ...oakfield, ref: school, name: schoolNames[school] }, roles });

interface Viewing {
  /** Absent for a commissioner. */
  readonly school?: School;
  readonly roles?: readonly BlockRole[];
  readonly pledgesClosed?: boolean;
}

/** What the service says about a purchase, by the real decisions and the real view of it. */
export const blockReply = (block: BlockPurchase, { school, roles = [], pledgesClosed = false }: Viewing): BlockReply => {
  const purchase = blockPurchaseFor(block, school === undefined ? { kind: 'commissioner' } : { kind: 'buyer', buyerRef: school });
  if (!purchase) throw new Error('It is not shown to them');
  const shown = new Set<string>([block.leadBuyerRef, ...(purchase.shares ?? []).map(({ buyerRef }) => buyerRef)]);
  return JSON.parse(
    JSON.stringify({
      ...(school === undefined ? {} : { buyerRef: school }),
      serviceName: 'Forest learning',
      providerName: 'Greenway Learning',
      names: schools.filter((ref) => shown.has(ref)).map((ref) => ({ ref, name: schoolNames[ref] })),
      purchase,
      pledgesClosed,
      may: blockActsOf(block, asksAndApproves, school, roles, pledgesClosed ? block.statement.closesAt : beforeClosing),
    }),
  ) as BlockReply;
};

export const asker = ['requester'] as const satisfies readonly BlockRole[];
export const leader = ['requester', 'lead'] as const satisfies readonly BlockRole[];
export const approver = ['approver'] as const satisfies readonly BlockRole[];
export const commissioner = ['commissioner'] as const satisfies readonly BlockRole[];

const draft = aDraft();
const gathering = pledged(withPledges(aGathering(), [['ASH', 40, 4_500]]), 'BEECH', 30, 4_200);
const priced = closed(withPledges(aGathering(), fourSchools));
const used = drawn(aBlockInUse(), 'ASH', 12.5);
const promised = after(
  used,
  { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'BEECH', units: 10 },
  theFacts('ASH'),
  whileUsable,
);
const settled = after(
  after(used, { ...byProduct(), kind: 'expire-block' }, product(), afterUse),
  { ...byProduct(), kind: 'settle-block' },
  product(),
  afterUse,
);
const cancelled = after(
  gathering,
  { ...given(head('ASH')), kind: 'cancel-block', reason: 'The provider moves.' },
  theFacts('ASH', { roles: ['commissioner'] }),
);

/** One purchase of four schools in each of its states. */
export const sampleBlocks = {
  draft,
  gathering,
  /** Closed where two totals differ: one school dropped out at its cap. */
  priced,
  offered: offered(priced),
  lapsed: closed(withPledges(aGathering(thePlan({ minimumUnits: 60 })), [['ASH', 40, 4_500]])),
  used,
  promised,
  settled,
  cancelled,
};
