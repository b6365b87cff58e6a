import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { MemberRole, Membership } from '../people/membership.ts';
import { samePerson } from '../people/person.ts';
import {
  aBlockInUse,
  accepted,
  aGathering,
  approved,
  asks,
  type BlockDecision,
  beforeClosing,
  deputy,
  given,
  head,
  members,
  pledged,
  refusal,
  theFacts,
  whileUsable,
} from './block.fixture.ts';
import type { BlockCommand } from './block-command.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { blockRolesOf } from './block-role.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { approversOf, inPlaceOf, whyNotFor } from './who-acts.ts';

const monday = '2026-11-30T10:00:00Z';
/** Beech's head is away from 1 December on; a colleague who neither asks nor approves stands in. */
const standIn = { ...asks('BEECH'), objectId: '00000077-0000-4000-8000-0000000000b1', name: 'Stand In' };
const staff: readonly Membership[] = [
  ...members.map((member) =>
    samePerson(member.person, head('BEECH'))
      ? { ...member, delegation: { to: standIn, from: localDate('2026-12-01'), until: localDate('2027-02-28') } }
      : member,
  ),
  { buyerRef: 'BEECH', person: standIn, roles: ['contact'], status: 'active', payers: [] },
];
const facts = theFacts('BEECH', { members: staff });
const told = (decision: BlockDecision) => (decision.ok ? 'accepted' : decision.code);

test('row 53: who acts for a buyer is looked up among its members: by role, or as an approver’s delegate on these days', () => {
  const may = (person: typeof standIn, roles: readonly ('requester' | 'approver')[], now = beforeClosing, buyerRef = 'BEECH') =>
    whyNotFor({ members: staff }, person, buyerRef, roles, now) === undefined;
  expect(may(asks('BEECH'), ['requester'])).toBe(true);
  expect(may(asks('BEECH'), ['approver'])).toBe(false);
  expect(may(head('BEECH'), ['approver'])).toBe(true);
  expect(may(head('BEECH'), ['requester'])).toBe(false);
  expect(may(head('BEECH'), ['requester', 'approver'])).toBe(true);
  expect(may(standIn, ['approver'])).toBe(true);
  expect(may(standIn, ['requester', 'approver'])).toBe(true);
  // To ask is lent to nobody.
  expect(may(standIn, ['requester'])).toBe(false);
  expect(may(standIn, ['approver'], monday)).toBe(false);
  expect(may(standIn, ['approver'], beforeClosing, 'ASH')).toBe(false);
  expect(may(head('ASH'), ['requester', 'approver'])).toBe(false);
});

describe('rows 49, 53 and 54: a delegate does what the approver could', () => {
  const waiting = pledged(aGathering(), 'BEECH', 30, 4_200);
  const give = (block: BlockPurchase, command: BlockCommand, now = beforeClosing) => told(decideBlockPurchase(block, command, facts, now));

  test('approves, refuses or withdraws the pledge', () => {
    const about = { ...given(standIn), buyerRef: 'BEECH', round: 1 };
    expect(give(waiting, { ...about, kind: 'approve-pledge' })).toBe('accepted');
    expect(give(waiting, { ...about, kind: 'refuse-pledge', reason: 'Too dear.' })).toBe('accepted');
    expect(give(approved(waiting, 'BEECH'), { ...about, kind: 'withdraw-pledge' })).toBe('accepted');
    expect(give(waiting, { ...about, kind: 'withdraw-pledge' }, monday)).toBe('not-your-buyer');
  });

  test('takes on or refuses units that are offered, and takes back none', () => {
    const offer = { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'BEECH', units: 10 } as const;
    const offered = accepted(decideBlockPurchase(aBlockInUse(), offer, theFacts('ASH', { members: staff }), whileUsable)).state;
    const answer = (kind: 'accept-transfer' | 'refuse-transfer' | 'withdraw-transfer') =>
      give(offered, { ...given(standIn), kind, transfer: 1 }, whileUsable);
    expect([answer('accept-transfer'), answer('refuse-transfer'), answer('withdraw-transfer')]).toEqual([
      'accepted',
      'accepted',
      'not-your-buyer',
    ]);
  });
});

test('row 53: nobody takes on units that they offered themselves, though they approve for the taker', () => {
  const both = asks('ASH');
  const twoSchools: readonly Membership[] = [
    ...members,
    { buyerRef: 'CEDAR', person: both, roles: ['approver'], status: 'active', payers: [], approvalLimit: pence(100_000_000) },
  ];
  const offer = { ...given(both), kind: 'offer-transfer', giver: 'ASH', taker: 'CEDAR', units: 1 } as const;
  const block = accepted(decideBlockPurchase(aBlockInUse(), offer, theFacts('ASH', { members: twoSchools }), whileUsable)).state;
  const accept = { ...given(both), kind: 'accept-transfer', transfer: 1 } as const;
  expect(refusal(decideBlockPurchase(block, accept, theFacts('CEDAR', { members: twoSchools }), whileUsable))).toMatchObject({
    code: 'not-an-approver',
    detail: 'You offered these units, so someone else must accept them.',
  });
});

test('R35: who may approve so much: each once, in their own right or for whom they stand in, never who asked', () => {
  const today = localDate('2026-12-01');
  const names = (gross: number, asked = asks('BEECH'), among = staff) =>
    approversOf(among, 'BEECH', pence(gross), asked, today).map(({ name }) => name);
  expect(names(50_000)).toEqual(['Head BEECH', 'Deputy BEECH', 'Stand In']);
  expect(names(50_001)).toEqual(['Head BEECH', 'Stand In']);
  expect(names(50_000, standIn)).toEqual(['Head BEECH', 'Deputy BEECH']);
  const deputyStandsIn = members.map((member) =>
    samePerson(member.person, head('BEECH')) ? { ...member, delegation: { to: deputy('BEECH'), from: today, until: today } } : member,
  );
  expect(names(50_000, asks('BEECH'), deputyStandsIn)).toEqual(['Head BEECH', 'Deputy BEECH']);
  expect(names(50_001, asks('BEECH'), deputyStandsIn)).toEqual(['Head BEECH', 'Deputy BEECH']);
  const place = (by: typeof standIn, gross = 50_000, among = staff) =>
    inPlaceOf(among, 'BEECH', pence(gross), { asked: asks('BEECH'), by, today });
  expect([place(standIn), place(deputy('BEECH')), place(head('ASH'))]).toEqual([' for Head BEECH', '', '']);
  expect([place(deputy('BEECH'), 50_000, deputyStandsIn), place(deputy('BEECH'), 50_001, deputyStandsIn)]).toEqual(['', ' for Head BEECH']);
});

test('row 53: a role is of the buyer for which somebody acts, and none without one', () => {
  const held: readonly MemberRole[] = ['requester', 'approver'];
  const member: Membership = { buyerRef: 'BEECH', person: standIn, roles: held, status: 'active', payers: [] };
  const rolesOf = (buyerRef?: string, leadBuyerRef?: string) =>
    blockRolesOf({ person: standIn, buyerRef, leadBuyerRef, members: [member], councilMembers: [], today: localDate('2026-12-01') });
  expect(rolesOf()).toEqual([]);
  expect(rolesOf('ASH', 'ASH')).toEqual([]);
  expect(rolesOf('BEECH')).toEqual(['requester', 'approver']);
  expect(rolesOf(undefined, 'BEECH')).toEqual(['lead']);
});
