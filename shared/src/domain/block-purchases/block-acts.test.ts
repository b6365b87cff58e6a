import {
  aBlockInUse,
  aDraft,
  after,
  afterClosing,
  aGathering,
  approved,
  asks,
  beforeClosing,
  byProduct,
  closed,
  closesAt,
  fourSchools,
  given,
  head,
  offered,
  pledged,
  product,
  type School,
  theFacts,
  thePlan,
  whileUsable,
  withPledges,
} from './block.fixture.ts';
import { blockActsOf } from './block-acts.ts';
import type { BlockPurchase } from './block-purchase.ts';
import type { BlockRole } from './block-role.ts';

const acts = (block: BlockPurchase, roles: readonly BlockRole[], school: School = 'ASH', now = beforeClosing, person = asks(school)) =>
  blockActsOf(block, person, school, roles, now);
const every: readonly BlockRole[] = ['requester', 'approver', 'lead', 'commissioner'];

describe('rows 51-54: what a screen offers is what can be given now', () => {
  test('of a draft: its lead changes, opens or cancels it, a commissioner cancels it, nobody pledges', () => {
    expect(acts(aDraft(), ['lead'])).toEqual(['amend-block', 'open-block', 'cancel-block']);
    expect(acts(aDraft(), ['commissioner'])).toEqual(['cancel-block']);
    expect(acts(aDraft(), ['requester', 'approver'])).toEqual([]);
  });

  test('of an open joint purchase: every buyer pledges; of an individual one its lead buyer alone', () => {
    expect(acts(aGathering(), ['requester'])).toEqual(['pledge']);
    expect(acts(aGathering(), ['requester'], 'BEECH')).toEqual(['pledge']);
    const alone = aGathering(thePlan(), 'individual');
    expect(acts(alone, ['requester'])).toEqual(['pledge']);
    expect(acts(alone, ['requester'], 'BEECH')).toEqual([]);
    expect(blockActsOf(alone, asks('ASH'), undefined, ['requester'], beforeClosing)).toEqual([]);
  });

  test('row 53: a pledge that waits is decided by somebody else than who made it; one that stands is withdrawn', () => {
    const waiting = pledged(aGathering(), 'ASH', 10, 4_500);
    const asApprover = (block: BlockPurchase, person = head('ASH'), school: School = 'ASH') =>
      acts(block, ['approver'], school, beforeClosing, person);
    expect(asApprover(waiting)).toEqual(['approve-pledge', 'refuse-pledge', 'withdraw-pledge']);
    expect(asApprover(waiting, asks('ASH'))).toEqual(['withdraw-pledge']);
    expect(asApprover(waiting, head('BEECH'), 'BEECH')).toEqual([]);
    expect(blockActsOf(waiting, head('ASH'), undefined, ['approver'], beforeClosing)).toEqual([]);
    expect(asApprover(approved(waiting, 'ASH'))).toEqual(['withdraw-pledge']);
    const gone = (state: 'refused' | 'withdrawn') => ({ ...waiting, pledges: waiting.pledges.map((each) => ({ ...each, state })) });
    expect([asApprover(gone('refused')), asApprover(gone('withdrawn'))]).toEqual([[], []]);
  });

  test('nothing of it once the closing time has come, also where the clock has not been noticed', () => {
    const waiting = pledged(aGathering(), 'ASH', 10, 4_500);
    const at = (now: string, block: BlockPurchase = waiting) => acts(block, every, 'ASH', now, head('ASH'));
    expect(at('2026-12-11T16:59:59.999Z')).toEqual(['pledge', 'approve-pledge', 'refuse-pledge', 'withdraw-pledge', 'cancel-block']);
    expect([at(closesAt), at(afterClosing)]).toEqual([[], []]);
    // A draft is cancelled whatever time it states.
    expect(at(afterClosing, aDraft())).toEqual(['amend-block', 'open-block', 'cancel-block']);
  });

  test('a commissioner stops an offer', () => {
    const four = closed(withPledges(aGathering(), fourSchools));
    for (const block of [four, offered(four)]) {
      expect(blockActsOf(block, head('ASH'), undefined, ['commissioner'], afterClosing)).toEqual(['stop-offer']);
      expect(acts(block, ['requester', 'approver', 'lead'], 'ASH', afterClosing)).toEqual([]);
    }
  });

  test('row 54: units are offered by a member, where there is another', () => {
    const offers = (block: BlockPurchase, school: School) => acts(block, ['requester', 'approver'], school, whileUsable);
    expect(offers(aBlockInUse(), 'ASH')).toEqual(['offer-transfer']);
    expect(offers(aBlockInUse(), 'DOGWOOD')).toEqual([]);
    expect(offers(aBlockInUse(thePlan(), [['ASH', 40, 4_500]]), 'ASH')).toEqual([]);
    expect(offers(aBlockInUse(thePlan(), fourSchools.slice(0, 2)), 'ASH')).toEqual(['offer-transfer']);
  });

  test('row 54: units that wait are taken or refused by their taker, and withdrawn by their giver', () => {
    const offer = { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 4 } as const;
    const first = after(aBlockInUse(), offer, theFacts('ASH'), whileUsable);
    const back = { ...given(asks('CEDAR')), kind: 'offer-transfer', giver: 'BEECH', taker: 'CEDAR', units: 4 } as const;
    const both = after(first, { ...back, by: asks('BEECH') }, theFacts('BEECH'), whileUsable);
    const of = (school: School) => acts(both, ['requester', 'approver'], school, whileUsable);
    expect(of('CEDAR')).toEqual(['offer-transfer', 'accept-transfer', 'refuse-transfer']);
    expect(of('ASH')).toEqual(['offer-transfer', 'withdraw-transfer']);
    expect(of('DOGWOOD')).toEqual([]);
    const over = after(both, { ...byProduct(), kind: 'expire-block' }, product(), '2027-07-17T09:00:00Z');
    expect(acts(over, every, 'CEDAR', '2027-07-17T09:00:00Z')).toEqual([]);
  });
});
