import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { Membership } from '../people/membership.ts';
import { personKey, samePerson } from '../people/person.ts';
import {
  aBlockInUse,
  accepted,
  aGathering,
  asks,
  beforeClosing,
  given,
  head,
  members,
  refusal,
  theFacts,
  whileUsable,
} from './block.fixture.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { blockRolesOf } from './block-role.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';

/** Beech's head is away in December and January; a colleague who is no approver stands in. */
const standIn = { ...asks('BEECH'), objectId: '00000077-0000-4000-8000-0000000000b1', name: 'Stand In' };
const staff: readonly Membership[] = [
  ...members.map((member) =>
    samePerson(member.person, head('BEECH'))
      ? { ...member, delegation: { to: standIn, from: localDate('2026-12-01'), until: localDate('2027-02-28') } }
      : member,
  ),
  { buyerRef: 'BEECH', person: standIn, roles: ['requester'], status: 'active', payers: [] },
];
const factsFor = (buyerRef: string) => theFacts(buyerRef, { members: staff });
const pledge = (units = 30) =>
  accepted(
    decideBlockPurchase(
      aGathering(),
      { ...given(asks('BEECH')), kind: 'pledge', buyerRef: 'BEECH', units, cap: pence(4_200) },
      factsFor('BEECH'),
      beforeClosing,
    ),
  );
const approves = (block: BlockPurchase, by: typeof standIn, now = beforeClosing) =>
  decideBlockPurchase(block, { ...given(by), kind: 'approve-pledge', buyerRef: 'BEECH', round: 1 }, factsFor('BEECH'), now);

describe('rows 49 and 53: an approver who is away holds up no pledge', () => {
  test('the delegate is asked beside the approver, and decides within the limit of whom they stand in for', () => {
    const { state, effects } = pledge();
    expect(effects.flatMap((effect) => (effect.kind === 'ask-pledge-approval' ? [effect.to] : []))).toEqual([
      personKey(head('BEECH')),
      personKey(standIn),
    ]);
    const decided = accepted(approves(state, standIn)).state;
    expect(decided.pledges[0]).toMatchObject({ state: 'approved', decidedBy: standIn });
    expect(decided.history.at(-1)?.what).toBe(`Pledge of BEECH School approved for ${head('BEECH').name}`);
  });

  test('nobody decides their own pledge as a delegate, nor before their days have begun', () => {
    const own = accepted(
      decideBlockPurchase(
        aGathering(),
        { ...given(standIn), kind: 'pledge', buyerRef: 'BEECH', units: 30, cap: pence(4_200) },
        factsFor('BEECH'),
        beforeClosing,
      ),
    ).state;
    expect(refusal(approves(own, standIn)).code).toBe('pledger-cannot-approve');
    expect(refusal(approves(pledge().state, standIn, '2026-11-30T10:00:00Z')).code).toBe('not-your-buyer');
  });

  test('they act as an approver on these days, for that buyer only', () => {
    const roles = (buyerRef: string, day: string) =>
      blockRolesOf({ person: standIn, buyerRef, members: staff, councilMembers: [], today: localDate(day) });
    expect(roles('BEECH', '2026-12-01')).toEqual(['requester', 'approver']);
    expect(roles('BEECH', '2027-03-01')).toEqual(['requester']);
    expect(roles('ASH', '2026-12-01')).toEqual([]);
  });

  test('row 54: they take on units that another buyer offers', () => {
    const offered = accepted(
      decideBlockPurchase(
        aBlockInUse(),
        { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'BEECH', units: 10 },
        factsFor('ASH'),
        whileUsable,
      ),
    );
    expect(offered.effects.flatMap((effect) => (effect.kind === 'ask-transfer-approval' ? [effect.to] : []))).toContain(personKey(standIn));
    const taken = accepted(
      decideBlockPurchase(offered.state, { ...given(standIn), kind: 'accept-transfer', transfer: 1 }, factsFor('BEECH'), whileUsable),
    ).state;
    expect(taken.history.at(-1)?.what).toBe(`BEECH took over units of ASH for ${head('BEECH').name}`);
  });
});
