import { pence } from '../money/money.ts';
import { personKey } from '../people/person.ts';
import {
  aBlockInUse,
  aCallOff,
  accepted,
  aDraft,
  after,
  afterClosing,
  afterUse,
  aGathering,
  approved,
  asks,
  type BlockDecision,
  beforeClosing,
  byProduct,
  closed,
  confirmed,
  deputy,
  drawn,
  fourSchools,
  given,
  head,
  offered,
  over,
  pledged,
  product,
  respondBy,
  shortlyBeforeClosing,
  theFacts,
  thePlan,
  whileUsable,
  withPledges,
} from './block.fixture.ts';
import type { BlockCommand, BlockFacts } from './block-command.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';

/** What a command asks the world to do, besides its line in the audit chain. */
const worksOf = (decision: BlockDecision) =>
  accepted(decision).effects.flatMap(({ id: _id, version: _version, madeAt: _madeAt, ...work }) =>
    work.kind === 'record-audit' ? [] : [work],
  );
const gives = (block: BlockPurchase, command: BlockCommand, facts: BlockFacts, now = beforeClosing) =>
  worksOf(decideBlockPurchase(block, command, facts, now));
const tell = (audience: string, news: string) => ({ kind: 'tell', audience, news });
const tellBuyer = (buyerRef: string, news: string) => ({ kind: 'tell-buyer', buyerRef, news });
const settle = { kind: 'settle-ledgers' };
const four = () => withPledges(aGathering(), fourSchools);
const provider = theFacts('ASH', { roles: ['provider'] });
const commissioner = theFacts('ASH', { roles: ['commissioner'] });

describe('rows 51-53: who hears of what until closing, and when budgets are settled anew', () => {
  test('a draft nobody; an opening commissioners', () => {
    expect(gives(aDraft(), { ...given(asks('ASH')), kind: 'amend-block', plan: thePlan() }, theFacts('ASH'))).toEqual([]);
    expect(gives(aDraft(), { ...given(asks('ASH')), kind: 'open-block' }, theFacts('ASH'))).toEqual([
      tell('commissioners', 'block-opened'),
    ]);
  });

  test('a pledge its approvers; one that was approved before takes back what it held', () => {
    const pledge = () => ({ ...given(asks('ASH')), kind: 'pledge' as const, buyerRef: 'ASH', units: 20, cap: pence(4_500) });
    const asked = (round: number) =>
      [head('ASH'), { ...head('ASH'), objectId: '00000099-0000-4000-8000-0000000000b1' }].map((to) => ({
        kind: 'ask-pledge-approval',
        to: personKey(to),
        buyerRef: 'ASH',
        round,
      }));
    const waiting = pledged(aGathering(), 'ASH', 10, 4_500);
    expect(gives(aGathering(), pledge(), theFacts('ASH'))).toEqual(asked(1));
    expect(gives(waiting, pledge(), theFacts('ASH'))).toEqual(asked(2));
    expect(gives(approved(waiting, 'ASH'), pledge(), theFacts('ASH'))).toEqual([settle, ...asked(2)]);
  });

  test('a decision and a withdrawal its buyer; budgets where the pledge counted, or counts now', () => {
    const waiting = pledged(aGathering(), 'BEECH', 10, 4_500);
    const approve = { ...given(head('BEECH')), kind: 'approve-pledge', buyerRef: 'BEECH', round: 1 } as const;
    const refuse = { ...given(head('BEECH')), kind: 'refuse-pledge', buyerRef: 'BEECH', round: 1, reason: 'Too dear.' } as const;
    const withdraw = { ...given(asks('BEECH')), kind: 'withdraw-pledge', buyerRef: 'BEECH' } as const;
    const facts = theFacts('BEECH');
    expect(gives(waiting, approve, facts)).toEqual([settle, tellBuyer('BEECH', 'block-pledge-approved')]);
    expect(gives(waiting, refuse, facts)).toEqual([tellBuyer('BEECH', 'block-pledge-refused')]);
    expect(gives(waiting, withdraw, facts)).toEqual([tellBuyer('BEECH', 'block-pledge-withdrawn')]);
    expect(gives(approved(waiting, 'BEECH'), withdraw, facts)).toEqual([settle, tellBuyer('BEECH', 'block-pledge-withdrawn')]);
  });

  test('a cancellation every buyer that pledged', () => {
    const cancel = { ...given(asks('ASH')), kind: 'cancel-block', reason: 'The budget was cut.' } as const;
    expect(gives(four(), cancel, theFacts('ASH'))).toEqual([settle, tell('buyers', 'block-cancelled')]);
  });

  test('a reminder the approvers alone', () => {
    const remind = { ...byProduct(), kind: 'remind-of-pledge', buyerRef: 'BEECH' } as const;
    const waiting = pledged(pledged(aGathering(), 'BEECH', 10, 4_500), 'CEDAR', 10, 4_500);
    const decision = accepted(decideBlockPurchase(waiting, remind, product(), shortlyBeforeClosing));
    expect(worksOf(decision)).toEqual([{ kind: 'ask-pledge-approval', to: personKey(head('BEECH')), buyerRef: 'BEECH', round: 1 }]);
    expect(decision.state.pledges).toEqual([{ ...waiting.pledges[0], reminded: true }, waiting.pledges[1]]);
    expect(decision.state.history.at(-1)?.what).toBe('Approvers of BEECH School reminded');
    const nobody = accepted(decideBlockPurchase(waiting, { ...remind, id: 'nobody' }, product({ members: [] }), shortlyBeforeClosing));
    expect([worksOf(nobody), nobody.state.history.at(-1)?.what]).toEqual([[], 'Nobody can approve the pledge of BEECH School']);
  });
});

describe('rows 51-52: from closing to use', () => {
  const close = () => ({ ...byProduct(), kind: 'close-block' as const });
  test('closed, buyers and the lead hear, and the provider is offered it; lapsed, no provider hears', () => {
    const told = [settle, tell('buyers', 'block-closed'), tell('lead', 'block-closed')];
    expect(gives(four(), close(), product(), afterClosing)).toEqual([...told, { kind: 'offer-to-provider' }]);
    const few = withPledges(aGathering(thePlan({ minimumUnits: 83 })), fourSchools);
    expect(gives(few, close(), product(), afterClosing)).toEqual(told);
  });

  test('offered the provider; confirmed the buyers, whose orders are made; in use the buyers', () => {
    const offer = { ...byProduct(), kind: 'offer-block', respondBy } as const;
    expect(gives(closed(four()), offer, product(), afterClosing)).toEqual([tell('provider', 'block-offered')]);
    const accept = { ...given(head('ASH')), kind: 'accept-offer' } as const;
    expect(gives(offered(closed(four())), accept, provider, afterClosing)).toEqual([
      { kind: 'make-orders' },
      tell('buyers', 'block-confirmed'),
    ]);
    const orders = ['ASH', 'BEECH', 'CEDAR'].map((buyerRef) => ({ buyerRef, orderRef: `PO-${buyerRef}` }));
    const note = { ...byProduct(), kind: 'note-orders', orders } as const;
    expect(gives(confirmed(offered(closed(four()))), note, product(), afterClosing)).toEqual([tell('buyers', 'block-orders-noted')]);
  });

  test('declined or not answered, buyers and commissioners hear, and nobody holds a budget for it any more', () => {
    const block = offered(closed(four()));
    const decline = { ...given(head('ASH')), kind: 'decline-offer', reason: 'No staff.' } as const;
    const lapse = { ...byProduct(), kind: 'lapse-offer' } as const;
    expect(gives(block, decline, provider, afterClosing)).toEqual([
      settle,
      tell('buyers', 'block-declined'),
      tell('commissioners', 'block-declined'),
    ]);
    expect(gives(block, lapse, product(), '2026-12-18T17:00:01Z')).toEqual([
      settle,
      tell('buyers', 'block-offer-lapsed'),
      tell('commissioners', 'block-offer-lapsed'),
    ]);
  });

  test('stopped, buyers hear, and the provider where it had been offered', () => {
    const stop = { ...given(head('ASH')), kind: 'stop-offer', reason: 'Held.' } as const;
    expect(gives(closed(four()), stop, commissioner, afterClosing)).toEqual([settle, tell('buyers', 'block-offer-stopped')]);
    expect(gives(offered(closed(four())), stop, commissioner, afterClosing)).toEqual([
      settle,
      tell('buyers', 'block-offer-stopped'),
      tell('provider', 'block-offer-stopped'),
    ]);
  });
});

describe('row 54: in use', () => {
  test('of a draw nobody hears but of the last unit; of what is given back its buyer', () => {
    const draw = (callOff = aCallOff('CEDAR', 12)) => ({
      ...byProduct(),
      kind: 'draw' as const,
      buyerRef: 'CEDAR',
      callOffRef: callOff.ref,
      over,
    });
    const facts = product({ callOff: aCallOff('CEDAR', 12) });
    expect(gives(aBlockInUse(), draw(), facts, whileUsable)).toEqual([]);
    const almost = drawn(drawn(aBlockInUse(), 'ASH', 40), 'BEECH', 30);
    expect(gives(almost, draw(), facts, whileUsable)).toEqual([tell('buyers', 'block-drawn')]);
    const back = { ...byProduct(), kind: 'return-draw', callOffRef: 'CO-ASH', units: 10 } as const;
    const decision = decideBlockPurchase(almost, back, product(), whileUsable);
    expect(worksOf(decision)).toEqual([tellBuyer('ASH', 'block-draw-returned')]);
    expect(accepted(decision).state.draws).toEqual([
      { callOffRef: 'CO-ASH', buyerRef: 'ASH', units: 30, over },
      { callOffRef: 'CO-BEECH', buyerRef: 'BEECH', units: 30, over },
    ]);
  });

  test('of units offered each who may take them on; of the answer the others', () => {
    const offer = (taker: string, units: number) => ({
      ...given(asks('ASH')),
      kind: 'offer-transfer' as const,
      giver: 'ASH',
      taker,
      units,
    });
    const ask = (to: typeof head, transfer: number) => ({ kind: 'ask-transfer-approval', to: personKey(to('CEDAR')), transfer });
    // What Cedar owes is above what its deputy may approve.
    expect(gives(aBlockInUse(), offer('CEDAR', 8), theFacts('ASH'), whileUsable)).toEqual([ask(head, 1)]);
    const small = aBlockInUse(thePlan(), [
      ['ASH', 50, 4_500],
      ['CEDAR', 4, 4_500],
    ]);
    expect(gives(small, offer('CEDAR', 1), theFacts('ASH'), whileUsable)).toEqual([ask(head, 1), ask(deputy, 1)]);
    const first = after(aBlockInUse(), offer('CEDAR', 8), theFacts('ASH'), whileUsable);
    const both = after(first, offer('BEECH', 2), theFacts('ASH'), whileUsable);
    expect(both.transfers).toEqual([
      { number: 1, giver: 'ASH', taker: 'CEDAR', units: 8, offeredBy: asks('ASH') },
      { number: 2, giver: 'ASH', taker: 'BEECH', units: 2, offeredBy: asks('ASH') },
    ]);
    const answer = (kind: 'accept-transfer' | 'refuse-transfer' | 'withdraw-transfer', by: ReturnType<typeof head>) => {
      const decision = decideBlockPurchase(both, { ...given(by), kind, transfer: 1 }, theFacts('CEDAR'), whileUsable);
      // The other transfer waits on.
      expect(accepted(decision).state.transfers).toEqual(both.transfers.slice(1));
      return worksOf(decision);
    };
    expect(answer('accept-transfer', head('CEDAR'))).toEqual([
      settle,
      tellBuyer('ASH', 'block-transfer-accepted'),
      tellBuyer('CEDAR', 'block-transfer-accepted'),
      tell('provider', 'block-transfer-accepted'),
    ]);
    expect(answer('refuse-transfer', head('CEDAR'))).toEqual([tellBuyer('ASH', 'block-transfer-refused')]);
    expect(answer('withdraw-transfer', asks('ASH'))).toEqual([tellBuyer('CEDAR', 'block-transfer-withdrawn')]);
  });

  test('of its end the buyers; of the settlement they and the provider', () => {
    const expire = { ...byProduct(), kind: 'expire-block' } as const;
    expect(gives(aBlockInUse(), expire, product(), afterUse)).toEqual([tell('buyers', 'block-expired')]);
    const expired = after(aBlockInUse(), expire, product(), afterUse);
    expect(gives(expired, { ...byProduct(), kind: 'settle-block' }, product(), afterUse)).toEqual([
      settle,
      tell('buyers', 'block-settled'),
      tell('provider', 'block-settled'),
    ]);
  });
});
