import {
  aBlockInUse,
  accepted,
  aDraft,
  after,
  afterUse,
  aGathering,
  asks,
  byProduct,
  closed,
  drawn,
  fourSchools,
  given,
  pledged,
  product,
  theFacts,
  thePlan,
  whileUsable,
  withPledges,
} from '../domain/block-purchases/block.fixture.ts';
import type { BlockPurchase } from '../domain/block-purchases/block-purchase.ts';
import { decideBlockPurchase } from '../domain/block-purchases/decide-block-purchase.ts';
import { blockPurchases, fromBlockPurchase } from './block-purchases.ts';
import { decodeFields, encodeFields } from './codec.ts';

/** What a create sends, as JSON. */
const sent = (block: BlockPurchase): Record<string, unknown> =>
  JSON.parse(JSON.stringify(encodeFields(blockPurchases, fromBlockPurchase(block), 'create'))) as Record<string, unknown>;

const used = drawn(aBlockInUse(thePlan({ unused: 'lapse' })), 'CEDAR', 7.5);
const offering = accepted(
  decideBlockPurchase(
    used,
    { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'BEECH', units: 4 },
    theFacts('ASH'),
    whileUsable,
  ),
).state;
const expired = after(used, { ...byProduct(), kind: 'expire-block' }, product(), afterUse);

test.each<[string, BlockPurchase]>([
  ['a draft', aDraft()],
  ['one with pledges', pledged(withPledges(aGathering(), fourSchools), 'ASH', 41, 4_500)],
  ['a closed one', closed(withPledges(aGathering(), fourSchools))],
  ['one with draws and a transfer that waits', offering],
  ['a settled one', after(expired, { ...byProduct(), kind: 'settle-block' }, product(), afterUse)],
])('%s is read as it was written, and one with a field of newer code is set aside', (_what, block) => {
  const row = sent(block);
  expect(decodeFields(blockPurchases, row)).toMatchObject({ ok: true, fields: { State: JSON.parse(JSON.stringify(block)) } });
  const newer = { ...row, State: JSON.stringify({ ...block, newer: true }) };
  expect(decodeFields(blockPurchases, newer)).toMatchObject({ ok: false, issues: [{ column: 'State' }] });
});

test('the columns say what the record says: units approved, then bought, the price and what was used', () => {
  expect(sent(withPledges(aGathering(), fourSchools))).toMatchObject({ Status: 'gathering', Units: 92 });
  expect(sent(withPledges(aGathering(), fourSchools))).not.toHaveProperty('UnitPrice');
  expect(sent(used)).toMatchObject({ Status: 'drawing', Units: 82, UnitPrice: 42, UsedUnits: 7.5, UsableTo: '2027-07-16T12:00:00Z' });
});

test('row 52: nobody may open the list, for its state says what each buyer would pay at most', () => {
  expect(blockPurchases.restricted).toBe('to-nobody');
  const { State: _state, ...columns } = sent(withPledges(aGathering(), [['BEECH', 60, 4_321]]));
  expect(JSON.stringify(columns)).not.toMatch(/4321|43\.21|BEECH/u);
});
