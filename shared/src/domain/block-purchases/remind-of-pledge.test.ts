import { localDate } from '../days/local-date.ts';
import { personKey, samePerson } from '../people/person.ts';
import {
  accepted,
  aGathering,
  approved,
  asks,
  byProduct,
  closesAt,
  given,
  head,
  members,
  pledged,
  product,
  refusal,
  shortlyBeforeClosing,
  theFacts,
} from './block.fixture.ts';
import type { BlockPurchase } from './block-purchase.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { pledgesToRemindOf } from './remind-of-pledge.ts';

const waiting = () => pledged(pledged(aGathering(), 'ASH', 10, 4_500), 'BEECH', 10, 4_500);
const remind = (block: BlockPurchase, facts = product(), now = shortlyBeforeClosing) =>
  decideBlockPurchase(block, { ...byProduct(), kind: 'remind-of-pledge', buyerRef: 'BEECH' }, facts, now);
const askedIn = (decision: ReturnType<typeof remind>) =>
  accepted(decision).effects.flatMap((effect) => (effect.kind === 'ask-pledge-approval' ? [effect.to] : []));

describe('rows 49 and 53, R43: approvers are reminded of a pledge in time before closing', () => {
  test('from nine in the morning of the last working day before the closing day', () => {
    expect(pledgesToRemindOf(waiting(), '2026-12-10T08:59:59Z')).toEqual([]);
    expect(pledgesToRemindOf(waiting(), shortlyBeforeClosing)).toEqual(['ASH', 'BEECH']);
    expect(refusal(remind(waiting(), product(), '2026-12-10T08:59:59Z')).code).toBe('pledge-not-waiting');
    expect(refusal(remind(waiting(), product(), closesAt)).code).toBe('closing-passed');
  });

  test('only of pledges that wait, and once in each round', () => {
    const some = approved(waiting(), 'ASH');
    expect(pledgesToRemindOf(some, shortlyBeforeClosing)).toEqual(['BEECH']);
    const reminded = accepted(remind(some)).state;
    expect(pledgesToRemindOf(reminded, shortlyBeforeClosing)).toEqual([]);
    expect(refusal(remind(reminded)).code).toBe('pledge-not-waiting');
  });

  test('not on the day on which they were asked', () => {
    const again = {
      ...given(asks('BEECH')),
      kind: 'pledge' as const,
      buyerRef: 'BEECH',
      units: 12,
      cap: waiting().statement.bands[0]?.unitPrice,
    };
    if (again.cap === undefined) throw new Error('no price');
    const { state } = accepted(decideBlockPurchase(waiting(), { ...again, cap: again.cap }, theFacts('BEECH'), shortlyBeforeClosing));
    expect(pledgesToRemindOf(state, '2026-12-10T15:00:00Z')).toEqual(['ASH']);
    expect(pledgesToRemindOf(state, '2026-12-11T09:00:00Z')).toEqual(['ASH', 'BEECH']);
  });

  test('whoever stands in for an approver by then is asked too; nobody but the clock reminds', () => {
    const standIn = { ...asks('BEECH'), objectId: '00000077-0000-4000-8000-0000000000b1', name: 'Stand In' };
    const away = members.map((member) =>
      samePerson(member.person, head('BEECH'))
        ? { ...member, delegation: { to: standIn, from: localDate('2026-12-08'), until: localDate('2026-12-18') } }
        : member,
    );
    const staff = [...away, { buyerRef: 'BEECH', person: standIn, roles: ['requester' as const], status: 'active' as const, payers: [] }];
    // £540 with VAT is above the deputy's limit.
    expect(askedIn(remind(waiting()))).toEqual([personKey(head('BEECH'))]);
    expect(askedIn(remind(waiting(), product({ members: staff })))).toContain(personKey(standIn));
    const byHand = { ...given(head('BEECH')), kind: 'remind-of-pledge' as const, buyerRef: 'BEECH' };
    expect(refusal(decideBlockPurchase(waiting(), byHand, theFacts('BEECH'), shortlyBeforeClosing)).code).toBe('not-your-role');
  });
});
