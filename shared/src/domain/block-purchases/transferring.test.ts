import { pence } from '../money/money.ts';
import {
  aBlockInUse,
  accepted,
  after,
  asks,
  type BlockDecision,
  byProduct,
  drawn,
  given,
  head,
  over,
  product,
  refusal,
  type School,
  theFacts,
  whileUsable,
} from './block.fixture.ts';
import type { BlockFacts } from './block-command.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';

const told = (decision: BlockDecision) => (decision.ok ? 'accepted' : `${decision.code} ${decision.field ?? ''}`.trim());
const offer = (
  told: { giver?: School; taker?: string; units?: number; by?: ReturnType<typeof asks> } = {},
  facts: Partial<BlockFacts> = {},
  now = whileUsable,
) => {
  const { giver = 'ASH', taker = 'CEDAR', units = 1, by = asks(giver) } = told;
  return decideBlockPurchase(aBlockInUse(), { ...given(by), kind: 'offer-transfer', giver, taker, units }, theFacts(giver, facts), now);
};

test('row 54: units are offered by somebody who asks for their giver, in whole units that it has, to a member that can take them on', () => {
  expect([told(offer()), told(offer({ units: 40 }))]).toEqual(['accepted', 'accepted']);
  expect(told(offer({ units: 41 }))).toBe('not-enough-units /units');
  for (const units of [0, -1, 1.5]) expect(told(offer({ units }))).toBe('number-not-allowed /units');
  for (const taker of ['ASH', 'DOGWOOD', 'NOBODY']) expect(told(offer({ taker }))).toBe('not-a-member /taker');
  expect(told(offer({ by: asks('CEDAR') }))).toBe('not-your-buyer');
  expect(told(offer({ by: head('ASH') }))).toBe('not-your-buyer');
  const poor = theFacts('ASH').members.map((member) => ({ ...member, approvalLimit: pence(1) }));
  expect(told(offer({}, { members: poor }))).toBe('no-eligible-approver /taker');
  expect(told(offer({}, {}, '2027-07-16T23:00:00Z'))).toBe('dates-not-allowed');
  expect(accepted(offer()).state.history.at(-1)?.what).toBe('ASH offered units to CEDAR');
});

test('row 54: a transfer is answered by its number, and what became of it stands in the history', () => {
  const block = accepted(offer({ units: 8 })).state;
  const answer = (kind: 'accept-transfer' | 'refuse-transfer' | 'withdraw-transfer', by: ReturnType<typeof asks>, transfer = 1) =>
    decideBlockPurchase(block, { ...given(by), kind, transfer }, theFacts('CEDAR'), whileUsable);
  const what = (decision: BlockDecision) => accepted(decision).state.history.at(-1)?.what;
  expect(what(answer('accept-transfer', head('CEDAR')))).toBe('CEDAR took over units of ASH');
  expect(what(answer('refuse-transfer', asks('CEDAR')))).toBe('CEDAR refused units of ASH');
  expect(what(answer('withdraw-transfer', asks('ASH')))).toBe('ASH withdrew its offer to CEDAR');
  for (const kind of ['accept-transfer', 'refuse-transfer', 'withdraw-transfer'] as const)
    expect(told(answer(kind, head('CEDAR'), 2))).toBe('no-such-transfer /transfer');
  // The number of a transfer is not given twice, also when it waits no more.
  const answered = accepted(answer('withdraw-transfer', asks('ASH'))).state;
  const next = after(
    answered,
    { ...given(asks('ASH')), kind: 'offer-transfer', giver: 'ASH', taker: 'BEECH', units: 1 },
    theFacts('ASH'),
    whileUsable,
  );
  expect(next.transfers.map(({ number }) => number)).toEqual([2]);
});

test('row 54: what is given back is of one call-off: that of another stays, and none has a line where nothing is left', () => {
  const block = drawn(drawn(aBlockInUse(), 'ASH', 10), 'BEECH', 5);
  const back = (callOffRef: string, units: number) =>
    decideBlockPurchase(block, { ...byProduct(), kind: 'return-draw', callOffRef, units }, product(), whileUsable);
  expect(accepted(back('CO-BEECH', 5)).state.draws).toEqual([{ callOffRef: 'CO-ASH', buyerRef: 'ASH', units: 10, over }]);
  expect(accepted(back('CO-BEECH', 1)).state.draws).toEqual([
    { callOffRef: 'CO-ASH', buyerRef: 'ASH', units: 10, over },
    { callOffRef: 'CO-BEECH', buyerRef: 'BEECH', units: 4, over },
  ]);
  expect(refusal(back('CO-CEDAR', 1))).toMatchObject({ code: 'not-drawn', field: '/callOffRef' });
});
