import { blockActions } from './block-action.ts';
import { blockMachine } from './block-machine.ts';
import { blockRoleNames } from './block-role.ts';

const { states, ends, moves } = blockMachine;

test('rows 51-54: which command leads a block purchase where, who may give it, and what the audit chain calls it', () => {
  expect(
    moves.map(({ command, from, to, by, audit }) => `${from.join('|')} > ${to.join('|')}: ${command}, ${by.join('|')}, ${audit}`),
  ).toEqual([
    'none > draft: draft-block, lead, block-drafted',
    'draft > draft: amend-block, lead, block-amended',
    'draft > gathering: open-block, lead, block-opened',
    'gathering > gathering: pledge, requester, block-pledged',
    'gathering > gathering: approve-pledge, approver, block-pledge-approved',
    'gathering > gathering: refuse-pledge, approver, block-pledge-refused',
    'gathering > gathering: withdraw-pledge, requester|approver, block-pledge-withdrawn',
    'gathering > gathering: remind-of-pledge, product, block-pledge-reminded',
    'draft|gathering > cancelled: cancel-block, lead|commissioner, block-cancelled',
    'gathering > closed|lapsed: close-block, product, block-closed',
    'closed > offered: offer-block, product, block-offered',
    'offered > confirmed: accept-offer, provider, block-confirmed',
    'offered > declined: decline-offer, provider, block-declined',
    'offered > declined: lapse-offer, product, block-offer-lapsed',
    'closed|offered > declined: stop-offer, commissioner, block-offer-stopped',
    'confirmed > drawing: note-orders, product, block-orders-noted',
    'drawing > drawing|exhausted: draw, product, block-drawn',
    'exhausted > exhausted: draw, product, block-drawn',
    'drawing|exhausted > drawing: return-draw, product, block-draw-returned',
    'expired > expired: return-draw, product, block-draw-returned',
    'drawing > drawing: offer-transfer, requester, block-transfer-offered',
    'drawing > drawing: accept-transfer, approver, block-transfer-accepted',
    'drawing > drawing: refuse-transfer, requester|approver, block-transfer-refused',
    'drawing > drawing: withdraw-transfer, requester, block-transfer-withdrawn',
    'drawing > expired: expire-block, product, block-expired',
    'exhausted|expired > settled: settle-block, product, block-settled',
  ]);
  expect(ends).toEqual(['lapsed', 'cancelled', 'declined', 'settled']);
});

test('each state and each role has its words, as a refusal names it', () => {
  expect(states).toEqual({
    draft: 'a draft',
    gathering: 'open for pledges',
    closed: 'closed at its price',
    lapsed: 'lapsed',
    cancelled: 'cancelled',
    offered: 'with the provider',
    declined: 'declined',
    confirmed: 'confirmed',
    drawing: 'in use',
    exhausted: 'used up',
    expired: 'past its last day',
    settled: 'settled',
  });
  expect(blockRoleNames).toEqual({
    requester: 'a requester of the buyer',
    approver: 'an approver of the buyer',
    lead: 'a requester of the lead buyer',
    commissioner: 'a commissioner',
    provider: 'the provider',
    product: 'the product itself',
  });
});

test('the table is whole: each state is reached, each but an end is left, and no pair of state and command stands twice', () => {
  const known = Object.keys(states);
  expect(new Set(moves.flatMap(({ to }) => to))).toEqual(new Set(known));
  const left = new Set<string>(moves.flatMap(({ from }) => from));
  expect(known.filter((state) => !left.has(state)).sort()).toEqual([...ends].sort());
  const pairs = moves.flatMap(({ command, from }) => from.map((state) => `${state} ${command}`));
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('each command is one action of the audit chain, and each action is of one command', () => {
  expect([...new Set(moves.map(({ audit }) => audit))]).toEqual([...blockActions]);
  expect(new Set(moves.map(({ command, audit }) => `${command} ${audit}`)).size).toBe(blockActions.length);
});
