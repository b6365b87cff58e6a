import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsForAllStories } from '../machine/machine.fixture.ts';
import { pence } from '../money/money.ts';
import { timesUnits, vatOf } from '../money/rounding.ts';
import { theProduct } from '../people/person.ts';
import { balanceOf } from './balance.ts';
import {
  aBlockInUse,
  aCallOff,
  after,
  afterClosing,
  afterUse,
  aGathering,
  asks,
  asksAndApproves,
  beforeClosing,
  byProduct,
  closed,
  confirmed,
  drawn,
  fourSchools,
  given,
  head,
  members,
  offered,
  over,
  type Pledging,
  pledged,
  product,
  respondBy,
  schools,
  shortlyBeforeClosing,
  theFacts,
  thePlan,
  theTerms,
  whileUsable,
  withPledges,
} from './block.fixture.ts';
import type { BlockCommand, BlockFacts, DraftBlock } from './block-command.ts';
import { blockMachine } from './block-machine.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { blockRoles } from './block-role.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { bandOf, unitsOf } from './pricing.ts';
import { maximumCost, totalsOf } from './shares.ts';

const school = fc.constantFrom(...schools);
/** Mostly small numbers, so that two transfers or a whole purchase may be used up. */
const units = fc.integer({ min: 1, max: 60 });
const somebody = fc.constantFrom(asksAndApproves, ...schools.flatMap((each) => [asks(each), head(each)]), theProduct);
const reason = fc.constantFrom('As agreed.', 'As agreed.', '', 'For Jack Smith.');
const asked = school.map((buyerRef) => ({ buyerRef, by: asks(buyerRef) }));
const approving = school.map((buyerRef) => ({ buyerRef, by: head(buyerRef) }));
const transfer = fc.record({ by: somebody, transfer: fc.integer({ min: 1, max: 3 }) });
const plan = fc
  .record({ minimumUnits: fc.constantFrom(1, 1, 30, 90), unused: fc.constantFrom('pay' as const, 'lapse' as const) })
  .map((told) => thePlan(told));
const lead = fc.constantFrom(asks('ASH'), asks('ASH'), asksAndApproves, head('ASH'));
const orders = fc
  .subarray([...schools], { minLength: 1 })
  .map((some) => some.map((buyerRef) => ({ buyerRef, orderRef: `PO-${buyerRef}` })));

const commands = {
  'draft-block': fc.record({
    by: lead,
    ref: fc.constant('BP-0001'),
    purchase: fc.constantFrom('joint' as const, 'joint' as const, 'individual' as const),
    leadBuyerRef: fc.constant('ASH'),
    plan,
  }),
  'amend-block': fc.record({ by: lead, plan }),
  'open-block': fc.record({ by: lead }),
  pledge: fc
    .tuple(asked, units, fc.integer({ min: 3_990, max: 4_510 }))
    .map(([who, many, cap]) => ({ ...who, units: many, cap: pence(cap) })),
  'approve-pledge': fc.tuple(approving, fc.constantFrom(1, 1, 2, 3)).map(([who, round]) => ({ ...who, round })),
  'refuse-pledge': fc.tuple(approving, fc.constantFrom(1, 1, 1, 2), reason).map(([who, round, why]) => ({ ...who, round, reason: why })),
  'withdraw-pledge': fc.oneof(asked, approving),
  'remind-of-pledge': school.map((buyerRef) => ({ by: theProduct, buyerRef })),
  'cancel-block': fc.record({ by: lead, reason: fc.constantFrom('', '', '', 'No longer needed.') }),
  'close-block': fc.record({ by: fc.constant(theProduct) }),
  'offer-block': fc.record({ by: fc.constant(theProduct), respondBy: fc.constant(respondBy) }),
  'accept-offer': fc.record({ by: somebody }),
  'decline-offer': fc.record({ by: somebody, reason }),
  'lapse-offer': fc.record({ by: fc.constant(theProduct) }),
  'stop-offer': fc.record({ by: somebody, reason }),
  'note-orders': fc.record({ by: fc.constant(theProduct), orders }),
  draw: school.map((buyerRef) => ({ by: theProduct, buyerRef, callOffRef: `CO-${buyerRef}`, over })),
  'return-draw': fc.record({
    by: fc.constant(theProduct),
    callOffRef: school.map((each) => `CO-${each}`),
    units: fc.integer({ min: 0, max: 100 }).map((quarters) => quarters / 4),
  }),
  'offer-transfer': fc.tuple(school, school, units).map(([giver, taker, many]) => ({ by: asks(giver), giver, taker, units: many })),
  'accept-transfer': transfer,
  'refuse-transfer': transfer,
  'withdraw-transfer': transfer,
  'expire-block': fc.record({ by: fc.constant(theProduct) }),
  'settle-block': fc.record({ by: fc.constant(theProduct) }),
} as const;

/** For whichever buyer the command acts: a wrong one is refused. */
const facts: fc.Arbitrary<BlockFacts> = fc.record({
  roles: fc.oneof({ weight: 6, arbitrary: fc.constant(blockRoles) }, { weight: 1, arbitrary: fc.subarray([...blockRoles]) }),
  members: fc.constant(members),
  buyer: school.map((ref) => ({ ref, name: `${ref} School`, mayBuy: true })),
  terms: fc.constantFrom(theTerms(), theTerms(), theTerms(), theTerms(), theTerms({ orderable: false })),
  callOff: fc
    .tuple(school, fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(8)))
    .map(([buyerRef, quarters]) => aCallOff(buyerRef, quarters / 4)),
  liveCallOffs: fc.constantFrom([], [], ['CO-ASH']),
});
const now = fc.constantFrom(
  beforeClosing,
  beforeClosing,
  beforeClosing,
  shortlyBeforeClosing,
  afterClosing,
  afterClosing,
  whileUsable,
  whileUsable,
  afterUse,
);

const idsAndEnums = 'kind action actor audience news to buyerRef round transfer giver taker id version madeAt'.split(' ');

/** What holds of every block purchase at every time. */
const holds = (block: BlockPurchase, before: BlockPurchase | undefined): void => {
  const { shares, draws, unitPrice, statement, pledges } = block;
  // The price is set once, and the statement stands from opening on.
  if (before?.unitPrice !== undefined) assert.equal(unitPrice, before.unitPrice);
  if (before && before.status !== 'draft') assert.deepEqual(statement, before.statement);
  // Whoever was approved stays so after closing, and nobody comes or goes.
  if (before && before.status !== 'draft' && before.status !== 'gathering') assert.deepEqual(pledges, before.pledges);
  for (const pledge of pledges) if (pledge.state === 'approved') expect(pledge.decidedBy?.objectId).not.toBe(pledge.pledgedBy.objectId);
  // Ids and enums only wait in an outbox: no cap, no number of units, no name.
  for (const effect of block.outbox) expect(Object.keys(effect).filter((key) => !idsAndEnums.includes(key))).toEqual([]);
  if (unitPrice === undefined) {
    assert.deepEqual(shares, []);
    return;
  }
  // Everybody pays the one price of the band that all units reach, to the penny, and nobody more than the cap that its approver approved.
  const totals = totalsOf(shares);
  assert.equal(unitPrice, bandOf(statement.bands, totals.units).unitPrice);
  assert.deepEqual([totals.net, totals.vat], [unitPrice * totals.units, vatOf(totals.net, statement.vatBasisPoints)]);
  for (const { buyerRef } of shares) expect(pledges.find((pledge) => pledge.buyerRef === buyerRef)).toMatchObject({ state: 'approved' });
  if (block.status === 'closed')
    for (const share of shares) {
      const pledge = pledges.find(({ buyerRef }) => buyerRef === share.buyerRef);
      assert.equal(pledge?.units, share.units);
      assert.ok(unitPrice <= (pledge?.cap ?? 0));
      assert.ok(share.gross <= maximumCost(share.units, pledge?.cap ?? pence(0), statement.vatBasisPoints).gross);
    }
  // Transfers make no unit and no penny; nobody draws what it does not have.
  if (before?.unitPrice !== undefined) assert.deepEqual(totals, totalsOf(before.shares));
  for (const { buyerRef } of shares) {
    const { bought, used, promised, free } = balanceOf(block, buyerRef);
    assert.equal(used + promised + free, bought);
    assert.ok(Math.min(used, promised, free) >= 0);
  }
  assert.equal(block.status === 'exhausted', block.status !== 'settled' && unitsOf(draws) === totals.units && block.status !== 'expired');
  if (block.settlement) {
    const owed = totalsOf(block.settlement);
    const paid = statement.unused === 'pay' ? totals.units : unitsOf(draws);
    assert.deepEqual([owed.units, owed.net, owed.vat], [paid, timesUnits(unitPrice, paid), vatOf(owed.net, statement.vatBasisPoints)]);
  }
};

const few: Pledging = [
  ['ASH', 2, 4_500],
  ['BEECH', 6, 4_500],
  ['CEDAR', 2, 4_500],
];
const smallest = thePlan({ minimumUnits: 1, unused: 'lapse' });
const almostUsedUp = drawn(drawn(aBlockInUse(smallest, few), 'BEECH', 6), 'CEDAR', 2);
const starts = [
  schools.reduce((block, school) => pledged(block, school, 20, 4_500), aGathering()),
  pledged(pledged(aGathering(), 'ASH', 50, 4_500), 'BEECH', 50, 4_200),
  withPledges(aGathering(), fourSchools),
  closed(withPledges(aGathering(), fourSchools)),
  offered(closed(withPledges(aGathering(), fourSchools))),
  confirmed(offered(closed(withPledges(aGathering(smallest), few)))),
  aBlockInUse(),
  after(
    aBlockInUse(),
    { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 8 },
    theFacts('ASH'),
    whileUsable,
  ),
  almostUsedUp,
  drawn(almostUsedUp, 'ASH', 2),
  after(almostUsedUp, { ...byProduct(), kind: 'expire-block' }, product(), afterUse),
];

test('rows 51-54: no story of a block purchase leads anywhere but where its table says', () => {
  const asks = holdsForAllStories<BlockPurchase, BlockCommand | DraftBlock, BlockFacts>(
    blockMachine,
    decideBlockPurchase,
    { commands, facts, now },
    { holds, numRuns: 400, maxCommands: 40, starts },
  );
  expect(asks).toMatchInlineSnapshot(`
{
  "accept-offer": [
    "make-orders",
    "tell buyers",
  ],
  "accept-transfer": [
    "settle-ledgers",
    "tell provider",
    "tell-buyer",
  ],
  "approve-pledge": [
    "settle-ledgers",
    "tell-buyer",
  ],
  "cancel-block": [
    "settle-ledgers",
    "tell buyers",
  ],
  "close-block": [
    "offer-to-provider",
    "settle-ledgers",
    "tell buyers",
    "tell lead",
  ],
  "decline-offer": [
    "settle-ledgers",
    "tell buyers",
    "tell commissioners",
  ],
  "draw": [
    "tell buyers",
  ],
  "expire-block": [
    "tell buyers",
  ],
  "lapse-offer": [
    "settle-ledgers",
    "tell buyers",
    "tell commissioners",
  ],
  "note-orders": [
    "tell buyers",
  ],
  "offer-block": [
    "tell provider",
  ],
  "offer-transfer": [
    "ask-transfer-approval",
  ],
  "open-block": [
    "tell commissioners",
  ],
  "pledge": [
    "ask-pledge-approval",
    "settle-ledgers",
  ],
  "refuse-pledge": [
    "tell-buyer",
  ],
  "refuse-transfer": [
    "tell-buyer",
  ],
  "remind-of-pledge": [
    "ask-pledge-approval",
  ],
  "return-draw": [
    "tell-buyer",
  ],
  "settle-block": [
    "settle-ledgers",
    "tell buyers",
    "tell provider",
  ],
  "stop-offer": [
    "settle-ledgers",
    "tell buyers",
    "tell provider",
  ],
  "withdraw-pledge": [
    "settle-ledgers",
    "tell-buyer",
  ],
  "withdraw-transfer": [
    "tell-buyer",
  ],
}
`);
});
